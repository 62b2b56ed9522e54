import { execFileSync } from 'node:child_process'

/** The system user that a server started by root runs as. */
export interface Account {
  readonly name: string
  readonly uid: number
  readonly gid: number
}

const CANDIDATES = ['postgres', 'nobody']

/** The user to run the server as, or null when we are not root and simply run it ourselves. Throws when root finds no such user. */
export function findAccount(): Account | null {
  if (process.getuid?.() !== 0) return null
  for (const name of CANDIDATES) {
    const uid = idOf('-u', name)
    const gid = idOf('-g', name)
    if (uid !== null && gid !== null) return { name, uid, gid }
  }
  throw new Error(`PostgreSQL does not run as root, and none of the users ${CANDIDATES.join(', ')} exists here`)
}

function idOf(which: '-u' | '-g', name: string): number | null {
  try {
    return Number(execFileSync('id', [which, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }))
  } catch {
    return null
  }
}

/**
 * The command line that runs `command` as the account. `setpriv` replaces itself by the command, so the child's pid is the command's own,
 * and the kernel stops it when we die without a word.
 */
export function asAccount(account: Account | null, command: string, args: readonly string[]): [string, string[]] {
  if (!account) return [command, [...args]]
  const who = [`--reuid=${account.uid}`, `--regid=${account.gid}`, '--clear-groups', '--pdeathsig=INT']
  return ['setpriv', [...who, command, ...args]]
}
