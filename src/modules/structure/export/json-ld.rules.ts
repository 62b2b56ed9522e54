import { asKnown } from './columns.rules.ts'
import type { ExportedAct, ExportedFile, ExportedUnit } from './exported-file.contract.ts'

/** Stands in the file itself, so that a reader fetches nothing. */
const context = {
  org: 'http://www.w3.org/ns/org#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  dct: 'http://purl.org/dc/terms/',
  prov: 'http://www.w3.org/ns/prov#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  label: { '@id': 'skos:prefLabel', '@language': 'vi' },
  shortLabel: { '@id': 'skos:altLabel', '@language': 'vi' },
  note: { '@id': 'skos:editorialNote', '@language': 'vi' },
  subOrganizationOf: { '@id': 'org:subOrganizationOf', '@type': '@id' },
  classification: { '@id': 'org:classification', '@type': '@id' },
  changedBy: { '@id': 'org:changedBy', '@type': '@id' },
  resultedFrom: { '@id': 'org:resultedFrom', '@type': '@id' },
  originalOrganization: { '@id': 'org:originalOrganization', '@type': '@id' },
  resultingOrganization: { '@id': 'org:resultingOrganization', '@type': '@id' },
}

type Node = Readonly<Record<string, unknown>>
const urn = (id: string) => `urn:uuid:${id}`
const typeUrn = (code: string) => `urn:lienchi:unit-type:${code}`

/**
 * The file as linked data in the W3C Organization Ontology (2014): cells are organizational units, all others organizations; each act is a
 * change event. Ids are `urn:uuid:`, the same in every export.
 */
export function jsonLdOf(file: ExportedFile): { '@context': object; '@graph': Node[] } {
  const cells = new Set(file.types.filter(({ isCell }) => isCell).map(({ code }) => code))
  const events = file.acts.map((act) => eventOf(act, file))
  const changedBy = new Map<string, string[]>()
  const resultedFrom = new Map<string, string[]>()
  for (const { id, originals, results, begun } of events) {
    for (const unit of originals) add(changedBy, unit, id)
    for (const unit of results) if (begun.has(unit)) add(resultedFrom, unit, id)
  }
  const links = (id: string) => ({ changedBy: changedBy.get(id), resultedFrom: resultedFrom.get(id) })
  return {
    '@context': context,
    '@graph': [
      { '@id': '', '@type': 'prov:Entity', 'dct:temporal': dated(file.asOf, 'xsd:date') },
      ...file.types.map(({ code, name }) => ({
        '@id': typeUrn(code),
        '@type': 'skos:Concept',
        'skos:notation': code,
        'skos:prefLabel': [
          { '@value': name.vi, '@language': 'vi' },
          { '@value': name.en, '@language': 'en' },
        ],
      })),
      ...file.units.map((unit) => ({ ...unitNode(unit, cells), ...links(unit.id) })),
      ...file.others.map(({ id, name }) => ({
        '@id': urn(id),
        '@type': 'org:Organization',
        label: name ?? undefined,
        ...links(id),
      })),
      ...events.map(({ node }) => node),
    ],
  }
}

function unitNode(unit: ExportedUnit, cells: ReadonlySet<string>): Node {
  return {
    '@id': urn(unit.id),
    '@type': cells.has(unit.type) ? 'org:OrganizationalUnit' : 'org:Organization',
    label: unit.name,
    shortLabel: unit.shortName ?? undefined,
    classification: typeUrn(unit.type),
    subOrganizationOf: unit.parentId ? urn(unit.parentId) : undefined,
    'dct:identifier': unit.symbol ?? undefined,
    'dct:created': known(unit.from),
    note: unit.illustrative ? 'Dữ liệu minh hoạ, không có thật.' : undefined,
  }
}

/** What an act of structure is as a change event: who was there before it, who after, and who began or took over by it. */
function eventOf(act: ExportedAct, file: ExportedFile) {
  const id = urn(act.id)
  const edges = file.lineage.filter(({ actId }) => actId === act.id)
  const of = (...parts: readonly string[]) => act.units.filter(({ part }) => parts.includes(part)).map((one) => one.id)
  const originals = new Set([...of('changed', 'ended'), ...edges.map(({ from }) => from)])
  const results = new Set([...of('opened', 'changed'), ...edges.map(({ to }) => to)])
  const begun = new Set([...of('opened'), ...edges.map(({ to }) => to)])
  const { decision } = act
  const node: Node = {
    '@id': id,
    '@type': ['org:ChangeEvent', 'prov:Activity'],
    'dct:type': act.kind,
    'dct:date': known(act.effective),
    originalOrganization: [...originals].map(urn),
    resultingOrganization: [...results].map(urn),
    'dct:references': decision
      ? {
          'dct:type': decision.kind ?? undefined,
          'dct:identifier': decision.symbol ?? undefined,
          'dct:issued': decision.on ? dated(decision.on, 'xsd:date') : undefined,
          'dct:publisher': decision.organ ?? undefined,
        }
      : undefined,
    note: act.source.grade === 'illustrative' ? 'Dữ liệu minh hoạ, không có thật.' : undefined,
  }
  return { id, node, originals, results, begun }
}

const dateTypes = { 10: 'xsd:date', 7: 'xsd:gYearMonth', 4: 'xsd:gYear' } as const

function known(date: Parameters<typeof asKnown>[0]) {
  const text = asKnown(date)
  return text === null ? undefined : dated(text, dateTypes[text.length as keyof typeof dateTypes])
}

function dated(text: string, type: string) {
  return { '@value': text, '@type': type }
}

function add(map: Map<string, string[]>, unit: string, event: string): void {
  const list = map.get(unit)
  if (list) list.push(event)
  else map.set(unit, [event])
}
