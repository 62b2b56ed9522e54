import { plainDate } from '#kernel/contract/dates.ts'
import { planLowerLevels } from './base.ts'
import { found } from './founding.ts'
import { addCells, mergeIntoNew, type Op, renameCell } from './ops-cells.ts'
import { openGroups, raiseToTheBloc, renameDirect, renameOrganisation, transfer } from './ops-committees.ts'
import { establish, mergeGrassrootsCells } from './ops-grassroots.ts'
import { random } from './random.ts'
import { attempt, live, type Segment } from './segments.ts'
import { type World, world } from './world.ts'

/** Change it and another history comes out; the counts at the end of each stretch are the same. */
export const seed = 19481107

/** From the end of 2010 to the counts that sources state: 30/06/2020, 24/04/2021, end of 2021, 30/06/2022, 31/12/2023. */
const segments: Segment[] = [
  {
    from: '2011-03-01',
    to: '2018-05-25',
    plan: {
      upgrade: 22,
      downgrade: 4,
      establishSmall: 17,
      establishCell: 17,
      mergeCommittees: 6,
      uniteCommittees: 3,
      divideCommittee: 3,
      separateCommittee: 5,
      mergeGrassrootsCells: 6,
      endGrassrootsCell: 6,
      attach: 7,
      openSection: 12,
      closeSection: 2,
      transfer: 10,
      renameOrganisation: 12,
    },
    cellActs: 112,
    cells: 5390,
    before: (w) => {
      for (const n of [3, 2, 3, 4, 2, 3, 2, 3]) openGroups(w, plainDate('2011-01-10'), n)
      renameDirect(w, 'd02', 'Nhà in và Bao bì Trung tâm', plainDate('2011-01-17'))
      renameDirect(w, 'c27', 'Cơ quan Cứu trợ và Nghĩa tình', plainDate('2011-02-07'))
    },
  },
  {
    from: '2018-07-02',
    to: '2020-06-19',
    plan: {
      upgrade: 8,
      downgrade: 2,
      establishSmall: 5,
      establishCell: 5,
      mergeCommittees: 3,
      uniteCommittees: 1,
      divideCommittee: 1,
      separateCommittee: 1,
      mergeGrassrootsCells: 2,
      endGrassrootsCell: 2,
      attach: 2,
      openSection: 4,
      closeSection: 1,
      transfer: 4,
      renameOrganisation: 4,
    },
    cellActs: 38,
    cells: 5437,
    before: (w) => {
      raiseToTheBloc(w, plainDate('2018-06-11'))
      renameDirect(w, 'c25', 'Cơ quan Dữ liệu và Mẫu vật', plainDate('2018-06-18'))
    },
  },
  {
    from: '2020-07-06',
    to: '2021-04-16',
    plan: {
      establishLarge: 3,
      mergeCommittees: 1,
      establishCell: 2,
      endGrassrootsCell: 1,
      transfer: 1,
      renameOrganisation: 2,
    },
    cellActs: 26,
    cells: 5485,
  },
  {
    from: '2021-05-10',
    to: '2021-12-24',
    plan: {
      upgrade: 16,
      establishSmall: 4,
      mergeCommittees: 3,
      establishCell: 4,
      mergeGrassrootsCells: 2,
      closeSection: 1,
      renameOrganisation: 3,
    },
    cellActs: 115,
    cells: 5270,
  },
  {
    from: '2022-01-10',
    to: '2022-06-24',
    plan: { upgrade: 10, transfer: 3, renameOrganisation: 2, openSection: 1 },
    cellActs: 42,
    cells: 5212,
  },
  {
    from: '2022-07-11',
    to: '2023-12-22',
    plan: {
      upgrade: 30,
      mergeCommittees: 4,
      establishSmall: 2,
      establishCell: 2,
      mergeGrassrootsCells: 4,
      endGrassrootsCell: 4,
      closeSection: 3,
      transfer: 4,
      renameOrganisation: 6,
    },
    cellActs: 120,
    cells: 5055,
  },
]

/** Invents everything below the Bloc from 2007 to 2024. */
export function invent(from = seed): World {
  const w = world(random(from))
  found(w, planLowerLevels(w, { committees: 520, grassrootsCells: 560, sections: 88, cells: 5210 }))
  for (const segment of segments) {
    segment.before?.(w)
    live(w, segment)
  }
  afterToday(w)
  return w
}

/** What is decided before the day of the demo and takes effect after it. */
function afterToday(w: World): void {
  const later: [string, Op][] = [
    ['2024-02-01', mergeIntoNew(2)],
    ['2024-02-01', renameCell],
    ['2024-02-15', establish(0)],
    ['2024-03-01', transfer],
    ['2024-03-01', addCells(1)],
    ['2024-04-01', mergeGrassrootsCells],
    ['2024-04-01', renameOrganisation],
  ]
  for (const [on, op] of later) attempt(w, op, plainDate(on))
}
