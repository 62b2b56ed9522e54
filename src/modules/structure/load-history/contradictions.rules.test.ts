import { describe, expect, it } from 'vitest'
import { act, base, next, now, open, wrong } from '#test/model/small-history.ts'
import { type Contradiction, contradictions } from './contradiction.rules.ts'

const cases: Record<Contradiction['code'], [string, unknown[], object?][]> = {
  unknown_key: [
    ['acts[1].changes[0].parent unknown_key', next({ changes: [{ unit: 'k', parent: 'x' }] })],
    ['acts[1].changes[0].unit unknown_key', next({ changes: [{ unit: 'x', name: 'X' }] })],
    ['acts[1].opens[0].parent unknown_key', next({ opens: [open('n', 'k', 'x')] })],
    ['acts[1].ends[0] unknown_key', next({ ends: ['x'] })],
    ['acts[1].lineage[0].to unknown_key', next({ lineage: [{ from: 'k', to: 'x' }] })],
    ['acts[1].source unknown_key', next({ source: 'x' })],
    [
      'facts[0].unit unknown_key',
      base,
      { facts: [{ unit: 'x', kind: 'seat', value: 'v', from: '2002-01-01', source: 's' }] },
    ],
    [
      'figures[0].source unknown_key',
      base,
      {
        figures: [
          {
            unit: 'k',
            measure: 'cells',
            value: 1,
            asOf: { on: '2002-01-01', precision: 'day' },
            definition: { vi: 'd', en: 'd' },
            source: 'x',
          },
        ],
      },
    ],
  ],
  twice_the_same_key: [
    ['acts[1].key twice_the_same_key', [...base, act('a0', '2005-01-01')]],
    [
      'sources[1].key twice_the_same_key',
      base,
      { sources: [1, 2].map(() => ({ key: 's', title: { vi: 'S', en: 'S' }, grade: 'own' })) },
    ],
    [
      'acts[1].lineage[1] twice_the_same_key',
      next({
        lineage: [
          { from: 'c', to: 'k' },
          { from: 'c', to: 'k' },
        ],
      }),
    ],
  ],
  unknown_type: [
    ['acts[1].opens[0].type unknown_type', next({ opens: [open('n', 'unheard', 'r')] })],
    ['acts[1].changes[0].type unknown_type', next({ changes: [{ unit: 'k', type: 'old' }] })],
  ],
  may_not_stand_there: [
    ['acts[1].opens[0].parent may_not_stand_there', next({ opens: [open('n', 'c', 'k')] })],
    ['acts[1].opens[0] may_not_stand_there', next({ opens: [open('n', 'k', null)] })],
    ['acts[1].changes[0].type may_not_stand_there', next({ changes: [{ unit: 'c', type: 'k' }] })],
  ],
  unknown_kind: [
    [
      'facts[0].kind unknown_kind',
      base,
      { facts: [{ unit: 'k', kind: 'x', value: 'v', from: '2002-01-01', source: 's' }] },
    ],
    [
      'organs[0].kind unknown_kind',
      base,
      { organs: [{ key: 'o', unit: 'k', kind: 'x', name: 'N', from: '2002-01-01', source: 's' }] },
    ],
    [
      'counterparts[0].kind unknown_kind',
      base,
      { counterparts: [{ key: 'o', unit: 'k', kind: 'x', name: 'N', from: '2002-01-01', source: 's' }] },
    ],
  ],
  value_does_not_fit: [
    [
      'facts[0].value value_does_not_fit',
      base,
      { facts: [{ unit: 'k', kind: 'seat', value: 'wrong', from: '2002-01-01', source: 's' }] },
    ],
  ],
  unknown_measure: [
    [
      'figures[0].measure unknown_measure',
      base,
      {
        figures: [
          {
            unit: 'k',
            measure: 'x',
            value: 1,
            asOf: { on: '2002-01-01', precision: 'day' },
            definition: { vi: 'd', en: 'd' },
            source: 's',
          },
        ],
      },
    ],
  ],
  lives_already: [
    ['acts[1].opens[0] lives_already', next({ opens: [open('k', 'k', 'r')] })],
    [
      'acts[2].opens[0] lives_already',
      [...next({ ends: ['k'] }), act('a2', '2006-01-01', { opens: [open('k', 'k', 'r')] })],
    ],
  ],
  does_not_live: [
    [
      'acts[2].changes[0] does_not_live',
      [...next({ ends: ['k'] }), act('a2', '2006-01-01', { changes: [{ unit: 'k', name: 'B' }] })],
    ],
    ['acts[2].ends[0] does_not_live', [...next({ ends: ['k'] }), act('a2', '2006-01-01', { ends: ['k'] })]],
    ['acts[1].changes[0] does_not_live', next({ changes: [{ unit: 'k', name: 'B' }] }, '2000-01-01')],
    [
      'acts[2].lineage[0].to does_not_live',
      [...next({ ends: ['k'] }), act('a2', '2006-01-01', { lineage: [{ from: 'c', to: 'k' }] })],
    ],
    [
      'acts[1].lineage[0].from does_not_live',
      [...next({ lineage: [{ from: 'n', to: 'c' }] }), act('a2', '2006-01-01', { opens: [open('n', 'k', 'c')] })],
    ],
  ],
  ends_on_its_first_day: [['acts[1].ends[0] ends_on_its_first_day', next({ ends: ['k'] }, '2001-01-01')]],
  changes_nothing: [
    ['acts[1].changes[0] changes_nothing', next({ kind: 'rename', changes: [{ unit: 'k', name: 'K' }] })],
  ],
  parent_does_not_live: [
    ['acts[1].ends[0] parent_does_not_live', next({ ends: ['c'] })],
    [
      'acts[1].changes[0].parent parent_does_not_live',
      [...next({ changes: [{ unit: 'k', parent: 'd' }] }), act('a2', '2006-01-01', { opens: [open('d', 'c', 'r')] })],
    ],
    [
      'acts[2].opens[0].parent parent_does_not_live',
      [
        ...next({ changes: [{ unit: 'k', parent: 'r' }], ends: ['c'] }),
        act('a2', '2006-01-01', { opens: [open('n', 'k', 'c')] }),
      ],
    ],
  ],
  circle: [
    ['acts[1].changes[0].parent circle', next({ changes: [{ unit: 'c', parent: 'k' }] })],
    ['acts[1].changes[0].parent circle', next({ changes: [{ unit: 'c', parent: 'c' }] })],
    ['acts[1].lineage[0] circle', next({ lineage: [{ from: 'k', to: 'k' }] })],
  ],
  outside_its_life: [
    [
      'facts[0] outside_its_life',
      base,
      { facts: [{ unit: 'k', kind: 'seat', value: 'v', from: '2000-12-31', source: 's' }] },
    ],
    [
      'aliases[0] outside_its_life',
      next({ ends: ['k'] }),
      { aliases: [{ unit: 'k', name: 'N', from: '2002-01-01', until: '2005-01-02', source: 's' }] },
    ],
    [
      'aliases[0] outside_its_life',
      next({ ends: ['k'] }),
      { aliases: [{ unit: 'k', name: 'N', from: '2005-01-01', source: 's' }] },
    ],
  ],
  overlapping: [
    [
      'facts[1] overlapping',
      base,
      {
        facts: ['2002-01-01', '2003-01-01'].map((from) => ({ unit: 'k', kind: 'seat', value: 'v', from, source: 's' })),
      },
    ],
    [
      'aliases[1] overlapping',
      base,
      { aliases: ['2002-01-01', '2003-01-01'].map((from) => ({ unit: 'k', name: 'N', from, source: 's' })) },
    ],
  ],
  ends_before_it_begins: [
    [
      'facts[0].until ends_before_it_begins',
      base,
      { facts: [{ unit: 'k', kind: 'seat', value: 'v', from: '2002-01-01', until: '2002-01-01', source: 's' }] },
    ],
  ],
  recorded_before_what_it_stands_on: [
    [
      'acts[1].recordedAt recorded_before_what_it_stands_on',
      next({ recordedAt: '2010-01-01T00:00:00.000Z', changes: [{ unit: 'k', name: 'B' }] }),
    ],
    [
      'acts[1].recordedAt recorded_before_what_it_stands_on',
      next({ recordedAt: '2010-01-01T00:00:00.000Z', lineage: [{ from: 'c', to: 'k' }] }),
    ],
    [
      'acts[1].firstRecorded.at recorded_before_what_it_stands_on',
      next({ firstRecorded: { at: now, on: '2004-01-01' }, changes: [{ unit: 'k', name: 'B' }] }),
    ],
  ],
  unclean_text: [
    ['acts[1].changes[0].name unclean_text', next({ changes: [{ unit: 'k', name: 'Đảng bộ'.normalize('NFD') }] })],
    ['acts[1].note.vi unclean_text', next({ note: { vi: 'ẩn\u200b', en: 'x' } })],
    ['acts[1].decision.symbol unclean_text', next({ decision: { kind: 'Quyết định', symbol: '1\u202e' } })],
    ['acts[1].opens[0].shortName unclean_text', next({ opens: [open('n', 'k', 'c', { shortName: 'A\u00ad' })] })],
    [
      'facts[0].value unclean_text',
      base,
      { facts: [{ unit: 'k', kind: 'seat', value: 'a\ufeffb', from: '2002-01-01', source: 's' }] },
    ],
    ['title.en unclean_text', base, { title: { vi: 'T', en: 'T\ud800' } }],
  ],
  recorded_in_the_future: [
    ['acts[0].recordedAt recorded_in_the_future', [{ ...base[0], recordedAt: '2024-01-15T00:00:00.001Z' }]],
  ],
}

describe('a history that contradicts itself or the frame', () => {
  for (const code of contradictions) {
    for (const [place, acts, more] of cases[code]) {
      it(`names ${place}`, () => expect(wrong(acts, more)).toContain(place))
    }
  }
  it('names at most 200 places', () => {
    expect(wrong(next({ changes: Array.from({ length: 300 }, () => ({ unit: 'x', name: 'X' })) }))).toHaveLength(200)
  })
  it('is not any of these', () => {
    expect(
      wrong(next({ changes: [{ unit: 'k', parent: 'r' }], ends: ['c'], lineage: [{ from: 'c', to: 'k' }] })),
    ).toEqual([])
  })
})
