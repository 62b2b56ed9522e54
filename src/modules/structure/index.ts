/** Structure's door for both sides: the words and contracts that other modules may use. */
export { amendFigure } from './amend-figure/amend-figure.contract.ts'
export { card } from './card/card.contract.ts'
export { declareFigure } from './declare-figure/declare-figure.contract.ts'
export { figures } from './figures/figures.contract.ts'
export { find } from './find/find.contract.ts'
export { tree } from './tree/tree.contract.ts'
export { UnitId, UnitLink } from './words.contract.ts'
