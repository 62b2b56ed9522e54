import type { Limit } from '#kernel/server/limits.ts'

/** So often a wrong set-up code is taken from one address, wherever it is typed. */
export const setUpCodes: Limit = { what: 'set-up code', times: 10, minutes: 15 }
