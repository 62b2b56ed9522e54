import jsonld from 'jsonld'
import { beforeAll, describe, expect, it } from 'vitest'
import { readSheet } from '#kernel/sheets/read-sheet.ts'
import { type Branch, foundBranch, foundPerson, type Person, stranger } from '#test/founders.ts'
import { harness } from '#test/harness.ts'
import { tree } from '../tree/tree.contract.ts'
import { exportUnits } from './export.contract.ts'
import { ExportedFile } from './exported-file.contract.ts'

const limits = { bytes: 20e6, unpackedBytes: 50e6, rows: 20_001, columns: 30, cellCharacters: 500 }

let branch: Branch
let officer: Person
let outsider: Person
beforeAll(async () => {
  branch = await foundBranch((history) => {
    const [act] = history.acts
    const second = {
      ...act!,
      key: 'sap-nhap',
      kind: 'merge_into' as const,
      effective: { on: '2015-06-01' as never, precision: 'month' as const },
      decision: { kind: 'Quyết định', symbol: '7-QĐ/T', on: '2015-05-20' as never, organ: 'Ban Thường vụ' },
      opens: [],
      ends: ['c2.o2.k2'],
      lineage: [{ from: 'c2.o2.k2', to: 'c2.o2.k1' }],
    }
    act!.opens.find(({ unit }) => unit === 'c2')!.restricted = true
    history.facts.push({ unit: 'c1', kind: 'seat', value: 'Hà Nội', from: '2010-01-01' as never, source: 's' })
    return { ...history, acts: [act!, second as never] }
  })
  officer = await foundPerson({ role: 'organisation_officer', unitId: branch.id('root') })
  outsider = await foundPerson({ role: 'organisation_officer', unitId: branch.id('c1') })
})

async function fetched(person: Person, input: Parameters<Person['ask']>[1]) {
  const { product } = await harness()
  const { body, status } = await person.ask(exportUnits, input as never)
  expect(status).toBe(200)
  const response = await product.app.request(body.address, { headers: { cookie: person.cookie } })
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe(body.mediaType)
  return { response, bytes: new Uint8Array(await response.arrayBuffer()), name: body.name }
}

const jsonOf = async (person: Person, more: object = {}) =>
  ExportedFile.parse(
    JSON.parse(
      Buffer.from((await fetched(person, { under: branch.id('root'), format: 'json', ...more })).bytes).toString(),
    ),
  )

describe('the units of a day as a file', () => {
  it.each(['xlsx', 'csv'] as const)('is a table that our own reader reads: %s', async (format) => {
    const { bytes, name } = await fetched(officer, { under: branch.id('root'), format })
    expect(name).toMatch(/^dang-bo-thu-.*-2024-01-15\.(xlsx|csv)$/)
    const { rows } = await readSheet(bytes, limits)
    const { units } = (await officer.ask(tree, { under: branch.id('root') })).body
    expect(rows).toHaveLength(units.length + 1)
    expect(rows[0]!.slice(0, 4)).toEqual(['Mã', 'Tên tổ chức', 'Tên viết tắt', 'Loại hình'])
    expect(rows.slice(1).map(([id, unit]) => [id, unit])).toEqual(units.map((unit) => [unit.id, unit.name]))
    const committee = rows.find(([id]) => id === branch.id('c1'))!
    expect(committee.slice(4)).toEqual([
      'cap_tren_co_so',
      units[0]!.name,
      branch.id('root'),
      units[0]!.name,
      '2010-01-01',
      '',
      'Hà Nội',
      '',
      '4',
    ])
  })

  it('tells each person exactly what the tree tells: what stands below a hidden unit hangs on the superior that is shown', async () => {
    for (const person of [officer, outsider]) {
      const { units } = (await person.ask(tree, { under: branch.id('root') })).body
      const file = await jsonOf(person)
      expect(file.units.map(({ id, parentId, name }) => ({ id, parentId, name }))).toEqual(
        units.map(({ id, parentId, name }) => ({ id, parentId, name })),
      )
    }
    const hidden = await jsonOf(outsider)
    expect(hidden.units.some(({ id }) => id === branch.id('c2'))).toBe(false)
    expect(JSON.stringify(hidden)).not.toContain('Cơ quan 2')
  })

  it('answers for any day, and for what was believed', async () => {
    expect((await jsonOf(officer, { asOf: '2012-01-01' })).units).toHaveLength(15)
    expect((await jsonOf(officer)).units).toHaveLength(14)
    expect((await jsonOf(officer, { knownOn: '2009-01-01', asOf: '2012-01-01' })).units).toHaveLength(0)
    const then = await fetched(officer, { under: branch.id('root'), format: 'csv', knownOn: '2020-12-31' })
    expect(then.name).toMatch(/-2024-01-15-ghi-nhan-2020-12-31\.csv$/)
    expect(then.response.headers.get('content-disposition')).toContain('-2024-01-15-ghi-nhan-2020-12-31.csv')
  })

  it('tells acts and lineage with it', async () => {
    const file = await jsonOf(officer)
    const act = file.acts.at(-1)!
    expect(act).toMatchObject({ kind: 'merge_into', decision: { symbol: '7-QĐ/T' }, effective: { precision: 'month' } })
    expect(file.lineage).toEqual([{ actId: act.id, from: branch.id('c2.o2.k2'), to: branch.id('c2.o2.k1') }])
    expect(file.others).toEqual([{ id: branch.id('c2.o2.k2'), name: expect.stringContaining('Chi bộ Phòng 222') }])
  })

  it('is linked data that a standard parser turns into triples, fetching nothing', async () => {
    const { bytes, response } = await fetched(officer, { under: branch.id('root'), format: 'jsonld' })
    expect(response.headers.get('content-type')).toContain('application/ld+json')
    const documentLoader = async (address: string) => {
      throw new Error(`fetched ${address}`)
    }
    const triples = (await jsonld.toRDF(JSON.parse(Buffer.from(bytes).toString()), {
      documentLoader,
      base: 'urn:lienchi:export',
    } as never)) as unknown as { subject: { value: string }; predicate: { value: string }; object: Term }[]
    const org = 'http://www.w3.org/ns/org#'
    const of = (id: string, predicate: string) =>
      triples
        .filter((one) => one.subject.value === `urn:uuid:${id}` && one.predicate.value === predicate)
        .map(({ object }) => [object.value, object.language ?? object.datatype?.value])
    const type = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type'
    expect(of(branch.id('c1'), type).flat()).toContain(`${org}Organization`)
    expect(of(branch.id('c1.o1.k1'), type).flat()).toContain(`${org}OrganizationalUnit`)
    expect(of(branch.id('c1'), `${org}subOrganizationOf`)).toEqual([[`urn:uuid:${branch.id('root')}`, undefined]])
    expect(of(branch.id('c1'), 'http://www.w3.org/2004/02/skos/core#prefLabel')).toEqual([
      [`Đảng bộ Cơ quan 1 ${branch.file}`, 'vi'],
    ])
    const [[event] = []] = of(branch.id('c2.o2.k1'), `${org}resultedFrom`).filter(
      ([one]) => !of(branch.id('c1'), `${org}resultedFrom`).flat().includes(one),
    )
    const act = event!.replace('urn:uuid:', '')
    expect(of(act, type).flat()).toContain(`${org}ChangeEvent`)
    expect(of(act, `${org}originalOrganization`)).toEqual([[`urn:uuid:${branch.id('c2.o2.k2')}`, undefined]])
    expect(of(act, `${org}resultingOrganization`)).toEqual([[`urn:uuid:${branch.id('c2.o2.k1')}`, undefined]])
    expect(of(act, 'http://purl.org/dc/terms/date')).toEqual([
      ['2015-06', 'http://www.w3.org/2001/XMLSchema#gYearMonth'],
    ])
  })

  it('leaves by an address that only its own account opens, and only as it was signed', async () => {
    const { product } = await harness()
    const { body } = await officer.ask(exportUnits, { format: 'csv', under: branch.id('c1') })
    const open = async (address: string, cookie: string) =>
      (await product.app.request(address, { headers: { cookie } })).status
    expect(await open(body.address, outsider.cookie)).toBe(404)
    expect(await open(body.address, '')).toBe(404)
    const [question = '', until = '', signature = ''] = body.address.replace('/downloads/', '').split('.')
    const other = Buffer.from(question, 'base64url').toString().replace('csv', 'json')
    expect(
      await open(`/downloads/${Buffer.from(other).toString('base64url')}.${until}.${signature}`, officer.cookie),
    ).toBe(404)
    expect(await open(`/downloads/${question}.${Number(until) + 1}.${signature}`, officer.cookie)).toBe(404)
    expect(await open('/downloads/x', officer.cookie)).toBe(404)
    expect(await open(body.address, officer.cookie)).toBe(200)
    expect((await stranger.ask(exportUnits, { format: 'csv' })).status).toBe(401)
    expect((await officer.ask(exportUnits, { format: 'csv', under: crypto.randomUUID() })).status).toBe(404)
  })
})

interface Term {
  readonly value: string
  readonly language?: string
  readonly datatype?: { readonly value: string }
}
