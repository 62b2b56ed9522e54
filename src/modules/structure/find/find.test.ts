import { beforeAll, describe, expect, it } from 'vitest'
import type { InputOf } from '#kernel/contract/contract.ts'
import { type Branch, foundBranch, foundPerson, type Person } from '#test/founders.ts'
import { find } from './find.contract.ts'

const source = 's'
let branch: Branch
let reader: Person
let here: string
beforeAll(async () => {
  branch = await foundBranch((history) => {
    const [act] = history.acts
    const named = (unit: string, name: string, more = {}) =>
      Object.assign(act!.opens.find((open) => open.unit === unit)!, { name: `${name} ${history.name}`, ...more })
    named('c1', 'Đảng uỷ Uỷ ban Thuỷ lợi Hoà Bình', { shortName: 'UBTLHB' })
    named('c2', 'Đảng ủy Cơ quan Khoa học')
    named('c1.o1.k1', 'Chi bộ Tỷ lệ 100% a_b')
    named('c1.o1.k2', 'Chi bộ Tỷ lệ 100x aXb')
    named('c1.o2.k1', 'Chi bộ Viêng Chăn', { restricted: true })
    named('c2.o2.k2', 'Chi bộ Đo đạc cũ')
    const day = (on: string) => ({ on: on as never, precision: 'day' as const })
    const base = { source, opens: [], changes: [], ends: [], lineage: [] }
    history.acts.push({
      ...base,
      key: 'doi',
      kind: 'rename',
      effective: day('2015-01-01'),
      changes: [{ unit: 'c2.o2.k2', name: `Chi bộ Khảo sát ${history.name}` }],
    })
    history.acts.push({ ...base, key: 'het', kind: 'end', effective: day('2020-01-01'), ends: ['c2.o1.k2'] })
    history.aliases.push({
      unit: 'c2',
      name: `Liên chi Ngoại nước ${history.name}`,
      from: '2010-01-01' as never,
      source,
    })
    history.aliases.push({
      unit: 'c2.o1.k2',
      name: `Chi bộ Phòng Lưu trữ ${history.name}`,
      from: '2010-01-01' as never,
      until: '2020-01-01' as never,
      source,
    })
    named('c2.o1.k1', 'Phòng Lưu trữ Chi bộ')
    const symbol = (unit: string, value: string) =>
      history.facts.push({ unit, kind: 'document_symbol', value, from: '2010-01-01' as never, source })
    symbol('c2', `ĐUK/${history.name}`)
    symbol('c1.o2', `ĐU-ỨD ${history.name}`)
    const organ = (unit: string, name: string, aliases: string[] = []) =>
      history.organs.push({
        unit,
        key: `${unit}.ban`,
        kind: 'ban_tuyen_giao',
        name,
        aliases,
        from: '2012-01-01' as never,
        source,
      })
    organ('c2', 'Ban Khoa giáo', [`Ban Khoa giáo Đảng bộ Ngoại nước ${history.name}`])
    organ('c1', `Ban Khoa giáo Đảng uỷ Thuỷ lợi ${history.name}`)
    organ('c1.o2.k1', `Ban Khoa giáo kín ${history.name}`)
    return history
  })
  here = branch.file
  reader = await foundPerson({ role: 'cell_secretary', unitId: branch.id('c2') })
})

const search = async (text: string, more: Partial<InputOf<typeof find>> = {}, person = reader) =>
  (await person.ask(find, { text, ...more })).body
const found = async (text: string, more: Partial<InputOf<typeof find>> = {}) =>
  (await search(`${text} ${here}`, more)).units.map(({ id }) => id)

describe('a unit is found however its name is typed:', () => {
  for (const text of [
    'Đảng uỷ Uỷ ban Thuỷ lợi Hoà Bình',
    'đảng ủy ủy ban thủy lợi hòa bình',
    'dang uy uy ban thuy loi hoa binh',
    'THUỶ LỢI',
    'THỦY LỢI',
    'loi thuy',
    'hòa  binh',
    'Đảng uỷ Uỷ ban Thuỷ lợi'.normalize('NFD'),
  ]) {
    it(text, async () => expect(await found(text)).toEqual([branch.id('c1')]))
  }
})

describe('what a unit is found by', () => {
  it('is its abbreviation, which is then said', async () => {
    expect((await search(`ubtlhb ${here}`)).units).toMatchObject([
      { id: branch.id('c1'), matched: 'UBTLHB', alive: true },
    ])
  })
  it('is another name, which is then said', async () => {
    expect((await search(`ngoai nuoc ${here}`)).units).toMatchObject([
      { id: branch.id('c2'), name: `Đảng ủy Cơ quan Khoa học ${here}`, matched: `Liên chi Ngoại nước ${here}` },
    ])
  })
  it('is an earlier name, which is then said', async () => {
    const { units } = await search(`do dac ${here}`)
    expect(units).toMatchObject([
      { id: branch.id('c2.o2.k2'), name: `Chi bộ Khảo sát ${here}`, matched: `Chi bộ Đo đạc cũ ${here}` },
    ])
    expect((await search(`do dac ${here}`, { asOf: '2014-12-31' as never })).units).toMatchObject([
      { name: `Chi bộ Đo đạc cũ ${here}`, matched: null },
    ])
  })
  it('is the symbol of its documents, with or without capitals, diacritics and signs', async () => {
    for (const text of [
      `ĐUK/${here}`,
      `đuk/${here}`,
      `duk ${here}`,
      `DUK-${here}`,
      `95-KH/ĐUK/${here}`,
      `95 kh duk ${here}`,
    ])
      expect((await search(text)).units, text).toMatchObject([{ id: branch.id('c2'), matched: `ĐUK/${here}` }])
    for (const text of [`du ud ${here}`, `ĐU-ỨD ${here}`, `đu/ứd${here}`])
      expect((await search(text)).units, text).toMatchObject([{ id: branch.id('c1.o2') }])
  })
  it('is an organ of its committee by name or alias, which is then said', async () => {
    expect((await search(`ban khoa giao dang bo ngoai nuoc ${here}`)).units).toMatchObject([
      { id: branch.id('c2'), matched: `Ban Khoa giáo Đảng bộ Ngoại nước ${here}` },
    ])
    expect(await found('Ban Khoa giáo')).toEqual(['c1', 'c2'].map((key) => branch.id(key)))
    expect(await found('ban khoa giao', { under: branch.id('c1') })).toEqual([branch.id('c1')])
    // The words must stand in one name, not some in one and some in another.
    expect(await found('ban giao thuy loi ngoai nuoc')).toEqual([])
  })
  it('is not an organ of a unit whose name is out of reach', async () => {
    expect(await found('giao kin')).toEqual([])
    const near = await foundPerson({ role: 'cell_secretary', unitId: branch.id('c1.o2'), reach: 'below' })
    expect((await search(`giao kin ${here}`, {}, near)).units).toMatchObject([{ id: branch.id('c1.o2.k1') }])
  })
})

describe('signs that mean something to the database', () => {
  it('are themselves when typed', async () => {
    expect(await found('100%')).toEqual([branch.id('c1.o1.k1')])
    expect(await found('a_b')).toEqual([branch.id('c1.o1.k1')])
    expect(await found('%')).toEqual([branch.id('c1.o1.k1')])
    expect(await found('\\')).toEqual([])
    expect(await found("'; --")).toEqual([])
  })
  it('and marks without a letter find nothing', async () => {
    expect(await search('\u0301')).toEqual({ units: [], more: false })
  })
})

describe('the order of what is found', () => {
  it('has living units first, and says of the others from when until when they lived', async () => {
    const { units } = await search(`Chi bộ Phòng ${here}`, { limit: 100 })
    expect(units.at(-1)).toMatchObject({
      id: branch.id('c2.o1.k2'),
      alive: false,
      from: '2010-01-01',
      until: '2020-01-01',
    })
    expect(units.slice(0, -1).every(({ alive }) => alive)).toBe(true)
    expect(units.at(-1)!.path.map(({ id }) => id)).toEqual(['root', 'c2', 'c2.o1'].map((key) => branch.id(key)))
  })
  it('asks which live on the day asked', async () => {
    const { units } = await search(`Chi bộ Phòng 212 ${here}`, { asOf: '2019-12-31' as never })
    expect(units).toMatchObject([{ id: branch.id('c2.o1.k2'), alive: true }])
  })
  it('has them first even where one that ended bore just what was typed as another name', async () => {
    const { units } = await search('Chi bộ Phòng Lưu trữ', { limit: 100 })
    expect(units[0]!.alive || units.every(({ alive }) => !alive)).toBe(true)
    expect(units.map(({ id }) => id)).toContain(branch.id('c2.o1.k2'))
    expect(units.findLastIndex(({ alive }) => alive)).toBeLessThan(units.findIndex(({ alive }) => !alive))
  })
  it('has a name before an alias, and the higher before the lower', async () => {
    const { units } = await search(here, { limit: 100 })
    expect(units[0]!.id).toBe(branch.id('root'))
    expect(new Set(units.map(({ id }) => id)).size).toBe(units.length)
  })
})

describe('how much is found', () => {
  it('is at most what was asked, and says that there is more', async () => {
    const all = await search(here, { limit: 100 })
    expect(all).toMatchObject({ more: false, units: { length: 14 } })
    expect(await search(here, { limit: 13 })).toMatchObject({ more: true, units: { length: 13 } })
    expect(await search(here, { limit: 14 })).toMatchObject({ more: false, units: { length: 14 } })
  })
  it('is what stands under a unit on the day', async () => {
    const { units } = await search(here, { limit: 100, under: branch.id('c2') })
    expect(units.map(({ id }) => id).sort()).toEqual(
      ['c2', 'c2.o1', 'c2.o1.k1', 'c2.o2', 'c2.o2.k1', 'c2.o2.k2'].map((key) => branch.id(key)).sort(),
    )
  })
  it('leaves out restricted names out of reach, and has them within', async () => {
    expect(await found('vieng chan')).toEqual([])
    const near = await foundPerson({ role: 'cell_secretary', unitId: branch.id('c1.o2'), reach: 'below' })
    expect((await search(`vieng chan ${here}`, {}, near)).units.map(({ id }) => id)).toEqual([branch.id('c1.o2.k1')])
  })
})

describe('a question that cannot be answered', () => {
  for (const input of [
    { text: '' },
    { text: '   ' },
    { text: 'x'.repeat(201) },
    { text: 'x', limit: 0 },
    { text: 'x', limit: 101 },
    { text: 'x', under: 'c1' },
    { text: 'x', asOf: '2023-02-29' },
  ]) {
    it(`is refused: ${JSON.stringify(input).slice(0, 50)}`, async () =>
      expect((await reader.ask(find, input as never)).status).toBe(400))
  }
})
