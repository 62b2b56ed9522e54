/** Access's door for the start of the product and the storeys above (server side). */
export { explainMissing } from './explain-missing.read.ts'
export { findSession, holdsOn, sessionOf } from './find-session.read.ts'
export { type Library, openLibrary } from './library.write.ts'
export { RolesFile } from './load-roles/roles-file.contract.ts'
export type { DemoPerson } from './who-am-i/who-am-i.query.ts'
