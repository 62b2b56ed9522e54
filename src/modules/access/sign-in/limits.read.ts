import type { Limit } from '#kernel/server/limits.ts'

/** So often a password may be wrong under one name; then nobody signs in under it, right password or not, until the time is over. */
export const signInsByName: Limit = { what: 'sign-in by name', times: 10, minutes: 15 }

/** So often from one address, over all names: who tries one password at many names. */
export const signInsByAddress: Limit = { what: 'sign-in by address', times: 100, minutes: 15 }
