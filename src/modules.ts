/**
 * The storeys of the house, the lowest first: a module knows only those before it, through their doors. Read by `main.ts` (events, acts and
 * migrations go in this order), by the import law, the law of names, the SQL law and the drawing `docs/generated/modules.svg`.
 */
export const moduleOrder = ['structure', 'access'] as const

/** The name of a module, which is also its folder and its schema. */
export type ModuleName = (typeof moduleOrder)[number]
