import { sampleSession } from './sample-session.ts'
import type { Pretended } from './serve.ts'

/** What the pretended server answers: a session, and drafts that are not there. */
export const pretended: Pretended = {
  'access.who-am-i': () => ({ body: { ...sampleSession, demoPeople: [] } }),
  'access.sign-out': () => ({ body: {} }),
  'kernel.draft': () => ({ body: { draft: null } }),
  'kernel.keep-draft': () => ({ body: { savedAt: '2024-01-15T13:14:00.000Z' } }),
  'kernel.drop-draft': () => ({ body: {} }),
  'dev.sample-report': () => ({ body: { number: 'BC-1' } }),
}
