import ts from 'typescript'
import { wordsOf } from './sql-words.ts'

/** A clock that is asked where `work` should be, by its offset. */
export interface Clock {
  readonly at: number
  readonly why: string
}

const DATE_WORDS = ['current_date', 'current_time', 'current_timestamp', 'localtime', 'localtimestamp']
const NOW = ['now', 'transaction_timestamp', 'statement_timestamp']
const INSTEAD = 'the business day is `work.today`, the recorded time kernel.recorded_now()'

/**
 * Clocks in an SQL text. The words for today's date are wrong everywhere, since the engine's day is not the organisation's; `now()` is wrong
 * in a module. `clock_timestamp()` is the machine's own time, for sessions and seals, and says so.
 */
export function sqlClocks(sql: string, inModule: boolean): Clock[] {
  const words = wordsOf(sql)
  return words.flatMap((word, i): Clock[] => {
    if (word.kind === 'body')
      return sqlClocks(word.text, inModule).map((clock) => ({ ...clock, at: clock.at + word.at }))
    const [before, next] = [words[i - 1]?.text, words[i + 1]?.text]
    if (word.kind === 'string' && /^(?:now|today|tomorrow|yesterday)$/i.test(word.text.trim()))
      return next === '::' || /^(?:date|timestamp|timestamptz)$/.test(before ?? '')
        ? [{ at: word.at, why: `'${word.text}' as a time: ${INSTEAD}` }]
        : []
    if (word.kind !== 'name' || (before === '.' && words[i - 2]?.text !== 'pg_catalog')) return []
    if (!word.quoted && DATE_WORDS.includes(word.text) && next !== '.' && before !== 'as')
      return [{ at: word.at, why: `${word.text}: ${INSTEAD}` }]
    if (!NOW.includes(word.text) || next !== '(') return []
    const asDate = words[i + 3]?.text === '::' && words[i + 4]?.text === 'date'
    return inModule || asDate ? [{ at: word.at, why: `${word.text}()${asDate ? '::date' : ''}: ${INSTEAD}` }] : []
  })
}

const IN_A_STRING = new RegExp(`\\b(?:${DATE_WORDS.join('|')})\\b|\\bnow\\s*\\(\\s*\\)\\s*::\\s*date\\b`, 'i')
const NOW_IN_A_STRING = new RegExp(`(?<![\\w.])(?:pg_catalog\\.)?(?:${NOW.join('|')})\\s*\\(\\s*\\)`, 'i')

/**
 * Clocks in a TypeScript file: SQL inside its strings, and in a module also `new Date()`, `Date.now()`, `Date()` and `Temporal.Now`.
 * Comments are not read. A rule is asked for chance as well: it has no random either (docs/style.md 4).
 */
export function codeClocks(file: string, text: string): Clock[] {
  const inModule = file.startsWith('src/modules/')
  // A screen may say at which minute something happened; the business day it takes from the session.
  const onScreen = file.endsWith('.tsx')
  const isRule = /\.rules\.ts$/.test(file)
  const found: Clock[] = []
  const visit = (node: ts.Node): void => {
    const at = node.getStart(source)
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) {
      const clock = IN_A_STRING.exec(node.text) ?? (inModule ? NOW_IN_A_STRING.exec(node.text) : null)
      if (clock) found.push({ at, why: `${clock[0]} in a string: ${INSTEAD}` })
    }
    const asked = inModule && !onScreen ? clockAsked(node, source) : null
    if (asked) found.push({ at, why: `${asked}: the day is \`work.today\`, the time \`work.now\`` })
    const chance = isRule ? chanceAsked(node, source) : null
    if (chance) found.push({ at, why: `${chance}: a rule gives the same answer to the same question` })
    ts.forEachChild(node, visit)
  }
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, false)
  visit(source)
  return found
}

function clockAsked(node: ts.Node, source: ts.SourceFile): string | null {
  if (ts.isNewExpression(node) && isDate(node.expression, source) && !node.arguments?.length) return 'new Date()'
  if (ts.isCallExpression(node) && isDate(node.expression, source)) return 'Date()'
  if (!ts.isPropertyAccessExpression(node)) return null
  if (isDate(node.expression, source) && node.name.text === 'now') return 'Date.now()'
  return node.name.text === 'Now' && node.expression.getText(source) === 'Temporal' ? 'Temporal.Now' : null
}

function chanceAsked(node: ts.Node, source: ts.SourceFile): string | null {
  if (!ts.isPropertyAccessExpression(node)) return null
  const text = node.getText(source).replace(/^globalThis\./, '')
  return ['Math.random', 'crypto.randomUUID', 'crypto.getRandomValues'].includes(text) ? text : null
}

function isDate(node: ts.Node, source: ts.SourceFile): boolean {
  return ['Date', 'globalThis.Date'].includes(node.getText(source))
}
