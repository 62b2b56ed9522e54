import { layColumns } from './bridge-columns.rules.ts'
import { type Bridge, type BridgeInput, endsOf, isCut, piecesOf } from './bridge-pieces.rules.ts'
import { layRows } from './bridge-rows.rules.ts'

/** Lays out how a total became another. Pure: the same answer draws the same picture everywhere. */
export function layBridge(input: BridgeInput): Bridge {
  const pieces = piecesOf(input)
  const { least, most } = endsOf(pieces)
  const cut = isCut(input)
  const low = cut ? least - (most - least || most * 0.05) * 0.5 : Math.min(0, least)
  const slots = input.steps.length + 2
  const lying = input.width / slots < input.size * 6.4
  const laid = lying ? layRows(input, pieces, low, most || 1) : layColumns(input, pieces, low, most || 1)
  return { ...laid, lying, cut, breaks: cut ? laid.breaks : [] }
}
