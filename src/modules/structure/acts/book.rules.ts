/** A unit as the tree of a day lists it. */
export interface BookUnit {
  readonly id: string
  readonly name: string
  readonly type: string
  readonly parentId: string | null
}

/** The tree of a day made ready for looking up. */
export interface Book {
  readonly units: readonly BookUnit[]
  readonly byId: ReadonlyMap<string, BookUnit>
  readonly children: ReadonlyMap<string, readonly BookUnit[]>
}

/** Makes a book of the tree of a day; siblings keep their order. */
export function bookOf(units: readonly BookUnit[]): Book {
  const children = new Map<string, BookUnit[]>()
  for (const unit of units) {
    if (unit.parentId === null) continue
    const siblings = children.get(unit.parentId)
    if (siblings) siblings.push(unit)
    else children.set(unit.parentId, [unit])
  }
  return { units, byId: new Map(units.map((unit) => [unit.id, unit])), children }
}

/** Names of the units above one, the highest first. */
export function pathOf({ byId }: Book, id: string): readonly string[] {
  const path: string[] = []
  for (let at = byId.get(id)?.parentId; at; at = byId.get(at)?.parentId) {
    const unit = byId.get(at)
    if (!unit) break
    path.unshift(unit.name)
  }
  return path
}

/** The type of the unit above one: null of a root, undefined where the day does not hold both. */
export function typeAbove({ byId }: Book, unit: Pick<BookUnit, 'parentId'> | undefined): string | null | undefined {
  return unit?.parentId === null ? null : unit && byId.get(unit.parentId)?.type
}
