import { general, regions, subjectsOf } from './lists/themes.ts'
import { get, kids, nameOf, type Unit, type World } from './world.ts'

/** Forms of agency by how often a grassroots đảng bộ stands in one. */
const committeeForms: [form: string, weight: number][] = [
  ['Cục', 62],
  ['Viện', 14],
  ['Trung tâm', 14],
  ['Chi cục', 8],
  ['Trường', 7],
  ['Công ty', 7],
  ['Ban Quản lý', 4],
  ['Nhà máy', 3],
  ['Bảo tàng', 3],
]
const cellForms: [string, number][] = [
  ['Vụ', 72],
  ['Trung tâm', 14],
  ['Trạm', 12],
  ['Ban Quản lý dự án', 8],
  ['Tạp chí', 7],
  ['Quỹ', 4],
  ['Chi cục', 5],
  ['Xưởng', 4],
]
const academyForms: [string, number][] = [
  ['Khoa', 44],
  ['Viện', 20],
  ['Trung tâm', 20],
  ['Phân hiệu', 8],
  ['Tạp chí', 4],
  ['Ban Quản lý', 4],
]

const instituteForms: [string, number][] = [
  ['Phân viện', 30],
  ['Trung tâm', 30],
  ['Ban', 20],
  ['Trạm', 8],
  ['Tạp chí', 5],
  ['Xưởng', 5],
  ['Bảo tàng', 2],
]

/** What the parts of an agency are called. */
const parts: [RegExp, string[]][] = [
  [/^(Viện|Phân viện|Trạm|Trung tâm|Đài|Bảo tàng|Thư viện)/, ['Phòng', 'Phòng', 'Bộ môn', 'Trạm', 'Xưởng']],
  [/^(Trường|Khoa|Học viện|Phân hiệu)/, ['Khoa', 'Bộ môn', 'Phòng', 'Trung tâm']],
  [/^(Công ty|Nhà máy|Nhà in|Xưởng)/, ['Phòng', 'Xưởng', 'Đội', 'Kho']],
  [/^(Báo|Tạp chí|Nhà xuất bản)/, ['Ban', 'Phòng', 'Tổ']],
  [/^(Hội|Quỹ|Ban) /, ['Ban', 'Phòng', 'Tổ']],
  [/./, ['Phòng', 'Phòng', 'Phòng', 'Đội', 'Trạm', 'Chi cục']],
]

/** Tries candidates until one is free under the parent; numbers the last one when none is. */
function free(w: World, parent: string, type: string, barred: ReadonlySet<string>, candidate: () => string): string {
  const used = new Set(kids(w, parent).map((kid) => kid.name))
  const ok = (agency: string) => !used.has(nameOf(type, agency)) && !barred.has(agency)
  let agency = candidate()
  for (let tries = 0; tries < 60 && !ok(agency); tries++) agency = candidate()
  for (let number = 2; !ok(agency); number++) agency = `${agency.replace(/ số \d+$/, '')} số ${number}`
  return agency
}

/** The agencies of all grassroots organisations under the same committee, so that đảng bộ and chi bộ do not share one. */
const agenciesUnder = (w: World, parent: string) => new Set(kids(w, parent).map((kid) => kid.agency))

/** A new agency for a grassroots organisation under a committee. */
export function newAgency(w: World, parent: string, type: 'dang_bo_co_so' | 'chi_bo_co_so'): string {
  const over = get(w, parent)
  const subjects = subjectsOf(over.theme)
  const academy = over.agency.startsWith('Học viện')
  const institute = over.agency.startsWith('Viện')
  const forms = academy
    ? academyForms
    : institute
      ? instituteForms
      : type === 'dang_bo_co_so'
        ? committeeForms
        : cellForms
  const barred = agenciesUnder(w, parent)
  if (type === 'dang_bo_co_so' && !barred.has('Văn phòng')) return 'Văn phòng'
  if (type === 'chi_bo_co_so' && !barred.has('Thanh tra') && !academy && !institute) return 'Thanh tra'
  return free(w, parent, type, barred, () => {
    const [form] = w.random.weighted(forms, ([, weight]) => weight)
    if (form === 'Chi cục' || form === 'Phân hiệu') return `${form} ${w.random.pick(regions)}`
    if (form === 'Vụ' && w.random.chance(0.45)) return `Vụ ${w.random.pick(general)}`
    // Mostly from the agency's own field: the first third of the words.
    return `${form} ${subject(w, form, w.random.chance(0.88) ? subjects.slice(0, subjects.length / 3) : subjects)}`
  })
}

/** A subject that does not repeat the word of the form ("Kho Kho vận"). */
function subject(w: World, form: string, subjects: string[]): string {
  return w.random.pick(subjects.filter((s) => !s.startsWith(`${form} `)))
}

/** A new office for a cell under a grassroots or sectional organisation. */
export function newOffice(w: World, parent: Unit, barred: ReadonlySet<string> = new Set()): string {
  const owner = parent.type === 'dang_bo_bo_phan' && parent.parent ? get(w, parent.parent) : parent
  const forms = (parts.find(([pattern]) => pattern.test(owner.agency)) ?? parts[parts.length - 1])?.[1] ?? ['Phòng']
  const subjects = subjectsOf(owner.theme)
  const first = ['Phòng Tổng hợp', 'Phòng Hành chính - Tổ chức', 'Phòng Kế hoạch - Tài chính']
  const held = new Set([...agenciesUnder(w, parent.key), ...barred])
  const usual = first.find((office) => !held.has(office))
  if (parent.type === 'dang_bo_co_so' && usual && held.size < 6) return usual
  return free(w, parent.key, 'chi_bo', barred, () => {
    const form = w.random.pick(forms)
    if (/^(Văn phòng|Thanh tra)/.test(owner.agency))
      return `${w.random.chance(0.75) ? 'Phòng' : 'Tổ'} ${w.random.pick(general)}`
    if (form === 'Chi cục') return `Chi cục ${w.random.pick(regions)}`
    if (form === 'Phòng' && w.random.chance(0.35)) return `Phòng ${w.random.pick(general)}`
    return `${form} ${subject(w, form, w.random.chance(0.9) ? subjects.slice(0, subjects.length / 3) : subjects)}`
  })
}

/** What an agency is called after it was renamed: another field, or one field more, in the same form. */
export function renamed(w: World, unit: Unit): string {
  const parent = unit.parent ?? 'bloc'
  const { form, field } = split(unit.agency)
  const places = form === 'Chi cục' || form === 'Phân hiệu'
  const fields = places ? regions : subjectsOf(unit.theme).slice(0, 26)
  const barred = new Set([...agenciesUnder(w, parent)])
  return free(w, parent, unit.type, barred, () => {
    const other = w.random.pick(fields.filter((f) => !field.includes(f) && !f.startsWith(`${form} `)))
    const widened = `${form} ${field} và ${other}`
    return !places && !/ (và|số) /.test(field) && widened.length <= 40 && w.random.chance(0.6)
      ? widened
      : `${form} ${other}`
  })
}

/** Names the part of an agency over which a sectional organisation stands. */
export function newSection(w: World, parent: string): string {
  return free(w, parent, 'dang_bo_bo_phan', new Set(), () =>
    w.random.chance(0.6)
      ? `${w.random.pick(['Phân viện', 'Chi nhánh', 'Cơ sở'])} ${w.random.pick(regions)}`
      : `Khối ${w.random.pick(subjectsOf(get(w, parent).theme).slice(0, 26))}`,
  )
}

/** The agency name with a number when another child of the parent already bears the unit's name. */
export function unlike(w: World, parent: string, type: string, agency: string, barred: ReadonlySet<string>): string {
  return free(w, parent, type, barred, () => agency)
}

const formPattern =
  /^(Ban Quản lý dự án|Ban Quản lý|Trung tâm|Bảo tàng|Chi cục|Phân viện|Phân hiệu|Nhà máy|Công ty|Tạp chí|Bộ môn|\S+) (.+)$/

/** An agency as form and field: "Cục Đê kè" is "Cục" and "Đê kè". */
export function split(agency: string): { form: string; field: string } {
  const [, form = agency, field = ''] = formPattern.exec(agency) ?? []
  return { form, field }
}

/** Whether an agency is named after a field of its own and not after a task that every agency has. */
export function hasField(agency: string): boolean {
  const { form, field } = split(agency)
  return (
    field !== '' &&
    !/^(Văn|Thanh|Chi cục|Phân hiệu|Khối)/.test(form) &&
    !general.includes(field) &&
    !/ (và|số|-) /.test(field)
  )
}

/** Agencies of one form joined: "Cục Đê kè" and "Cục Hồ chứa" become "Cục Đê kè và Hồ chứa"; more than two, "Khối Đê kè". */
export function joined(agencies: string[]): string | undefined {
  const [a, b, c] = agencies.map(split)
  if (!a || !b || !a.field || !b.field) return undefined
  if (c) return `Khối ${a.field}`
  const both = `${a.form} ${a.field} và ${b.field}`
  return a.field !== b.field && both.length <= 44 && !/ (và|số) /.test(`${a.field} ${b.field}`) ? both : undefined
}
