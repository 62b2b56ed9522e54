/** What a command line asks for. */
export type Asked =
  | { readonly what: 'help' }
  | { readonly what: 'backup'; readonly file: string; readonly rows: boolean; readonly force: boolean }
  | { readonly what: 'restore'; readonly file: string }
  | { readonly what: 'ask'; readonly capability: string; readonly input: string }

/** Reads the arguments of `lienchi`; null where they fit no line of the usage, so that nothing typed is passed over. */
export function readArguments(given: readonly string[]): Asked | null {
  if (given.includes('--help') || given.includes('-h')) return { what: 'help' }
  const options = given.filter((one) => one.startsWith('--'))
  const [what, argument, ...more] = given.filter((one) => !one.startsWith('--'))
  if (!what || what.startsWith('-') || more.length > 0) return null
  if (what === 'backup') {
    if (!argument || options.some((one) => one !== '--rows' && one !== '--force')) return null
    return { what, file: argument, rows: options.includes('--rows'), force: options.includes('--force') }
  }
  if (options.length > 0) return null
  if (what === 'restore') return argument ? { what, file: argument } : null
  return { what: 'ask', capability: what, input: argument ?? '{}' }
}
