/** Structure's door for both sides: words and contracts that other modules may use. */
export { find } from './find/find.contract.ts'
export { UnitId, UnitLink } from './words.contract.ts'
