import { describe, expect, it } from 'vitest'
import { act, base, frame, history, now, wrong } from '#test/model/small-history.ts'
import { replay } from './history.rules.ts'

describe('acts of one day', () => {
  it('are taken in the order of the file: emptied first, then ended', () => {
    const acts = [
      ...base,
      act('move', '2005-01-01', { changes: [{ unit: 'k', parent: 'r' }] }),
      act('close', '2005-01-01', { ends: ['c'] }),
    ]
    expect(wrong(acts)).toEqual([])
  })
  it('may stand in the file in any order of days', () => {
    expect(wrong([act('later', '2005-01-01', { changes: [{ unit: 'k', name: 'B' }] }), ...base])).toEqual([])
  })
  it('leave a unit where the last of them put it', () => {
    const acts = [
      ...base,
      act('x', '2005-01-01', { changes: [{ unit: 'k', parent: 'r' }] }),
      act('y', '2005-01-01', { changes: [{ unit: 'k', name: 'B' }] }),
    ]
    expect(replay(history(acts), frame, now).lives.get('k')).toMatchObject([
      { parent: 'c' },
      { parent: 'r', name: 'B', openedBy: 'x' },
    ])
  })
})

describe('an act first recorded with another day', () => {
  const at = '2010-01-01T00:00:00.000Z'
  const first = (on: string) => [
    { ...base[0], recordedAt: at },
    act('a1', '2005-01-01', {
      firstRecorded: { at, on },
      recordedAt: '2011-01-01T00:00:00.000Z',
      changes: [{ unit: 'k', name: 'B' }],
    }),
  ]
  it('fits where its units lived on that day', () => expect(wrong(first('2004-06-01'))).toEqual([]))
  it('does not where they did not', () =>
    expect(wrong(first('2000-06-01'))).toEqual(['acts[1].firstRecorded.on does_not_live']))
})
