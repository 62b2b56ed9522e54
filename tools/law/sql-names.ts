import { type Word, wordsOf } from './sql-words.ts'

/** A table, view or function that a statement names. */
export interface Named {
  /** Null where the statement names no schema. */
  readonly schema: string | null
  readonly name: string
  readonly at: number
}

/** After these a name is that of a table, a view or a function that returns rows. */
const BEFORE_TABLE = new Set(['from', 'join', 'into', 'update', 'using', 'table', 'call'])
/** These may stand between such a word and the name. */
const BETWEEN = new Set(['only', 'lateral'])
/** These end a list of tables. */
const AFTER_TABLES = new Set(
  'where group order having limit offset union intersect except window fetch for returning set values select on'.split(
    ' ',
  ),
)
/** Functions whose arguments are written with the word FROM. */
const WITH_FROM = new Set(['extract', 'substring', 'trim', 'overlay'])

/**
 * What a statement names: every table, function and cast type by its place, and everything else that begins with one of the `schemas`.
 * It reads the words, not the grammar: an alias that bears the name of a schema counts as that schema.
 */
export function namedIn(sql: string, schemas: ReadonlySet<string>): Named[] {
  const words = wordsOf(sql)
  const common = commonTables(words)
  const found: Named[] = []
  /** One entry for every open parenthesis: does FROM in it begin a list of tables, and are we in one? */
  const depths: { fromIsArgument: boolean; inTables: boolean }[] = [{ fromIsArgument: false, inTables: false }]
  let expectsTable = false

  for (let i = 0; i < words.length; i++) {
    const word = words[i]!
    const here = depths.at(-1)!
    if (word.kind === 'body') {
      found.push(...namedIn(word.text, schemas).map((named) => ({ ...named, at: named.at + word.at })))
    } else if (word.kind === 'string') {
      const [, schema, name] = /^"?(\w+)"?\."?(\w+)"?/.exec(word.text) ?? []
      if (schema && name && isReference(words, i)) found.push({ schema, name, at: word.at })
      expectsTable = false
    } else if (word.kind === 'sign') {
      if (word.text === '(') {
        const before = words[i - 1]
        const argument = before?.kind === 'name' && !before.quoted && WITH_FROM.has(before.text)
        depths.push({ fromIsArgument: argument, inTables: expectsTable })
        continue
      }
      if (word.text === ')' && depths.length > 1) depths.pop()
      if (word.text === ';') here.inTables = false
      expectsTable = word.text === ',' && here.inTables
    } else if (!word.quoted && BEFORE_TABLE.has(word.text) && beginsTables(words, i, here.fromIsArgument)) {
      here.inTables = word.text === 'from' || word.text === 'join' || word.text === 'using'
      expectsTable = true
    } else if (!word.quoted && AFTER_TABLES.has(word.text) && words[i + 1]?.text !== '.') {
      if (word.text !== 'on') here.inTables = false
      expectsTable = false
    } else if (!(expectsTable && !word.quoted && BETWEEN.has(word.text))) {
      const chain = chainAt(words, i)
      const isCall = words[i + chain.length * 2 - 1]?.text === '('
      const isType = words[i - 1]?.text === '::'
      if (chain.length > 1) {
        const isFunction = isCall || isType
        const schema = isFunction && !expectsTable ? chain.at(-2)! : chain[0]!
        if (expectsTable || isFunction || schemas.has(schema))
          found.push({ schema, name: isFunction ? chain.at(-1)! : chain[1]!, at: word.at })
      } else if (expectsTable && !isCall && !common.has(chain[0]!)) {
        found.push({ schema: null, name: chain[0]!, at: word.at })
      }
      i += chain.length * 2 - 2
      expectsTable = false
    }
  }
  return found
}

/** The names from here on that dots join: `"structure"."unit"` gives two. */
function chainAt(words: readonly Word[], start: number): string[] {
  const chain = [words[start]!.text]
  for (let i = start + 1; words[i]?.text === '.' && words[i + 1]?.kind === 'name'; i += 2)
    chain.push(words[i + 1]!.text)
  return chain
}

/** A literal that names an object: `'structure.unit'::regclass`, `nextval('journal.entry_id')`. */
function isReference(words: readonly Word[], i: number): boolean {
  if (words[i + 1]?.text === '::') return words[i + 2]?.text.startsWith('reg') ?? false
  return words[i - 1]?.text === '(' && /^(?:nextval|currval|setval|to_reg\w+)$/.test(words[i - 2]?.text ?? '')
}

/** Not every FROM, UPDATE, USING is followed by a table. */
function beginsTables(words: readonly Word[], i: number, fromIsArgument: boolean): boolean {
  const before = words[i - 1]?.text
  if (before === '.') return false
  switch (words[i]!.text) {
    case 'from':
      return !fromIsArgument && !(before === 'distinct' && ['is', 'not'].includes(words[i - 2]?.text ?? ''))
    case 'update':
      return before !== 'for' && before !== 'do' && before !== 'key'
    case 'using':
      return words[i + 1]?.kind === 'name'
    default:
      return true
  }
}

/** Names of `with x as (…)`: any name before `as (` or `as [not] materialized (`, with or without its columns. */
function commonTables(words: readonly Word[]): Set<string> {
  const names = new Set<string>()
  words.forEach((word, i) => {
    if (word.kind !== 'name' || word.text !== 'as') return
    let next = i + 1
    if (words[next]?.text === 'not') next++
    if (words[next]?.text === 'materialized') next++
    if (words[next]?.text !== '(') return
    let before = i - 1
    if (words[before]?.text === ')') {
      let depth = 0
      do {
        if (words[before]?.text === ')') depth++
        if (words[before]?.text === '(') depth--
        before--
      } while (depth > 0 && before >= 0)
    }
    if (words[before]?.kind === 'name') names.add(words[before]!.text)
  })
  return names
}
