/** One word of SQL with the place where it stands. */
export interface Word {
  /** `name` an identifier, quoted or not · `string` a literal · `body` what stands between dollar quotes · `sign` anything else. */
  readonly kind: 'name' | 'string' | 'body' | 'sign'
  /** An unquoted name in lower case; a quoted one without its quotes; a literal's or a body's content. */
  readonly text: string
  readonly quoted: boolean
  /** Offset of the content in the text. */
  readonly at: number
}

const WORD = new RegExp(
  [
    /(?:\s+|--[^\n]*|\/\*[\s\S]*?\*\/)/,
    /[eE]'(?<escaped>(?:[^'\\]|\\.|'')*)(?:'|$)/,
    /'(?<string>(?:[^']|'')*)(?:'|$)/,
    /\$(?<tag>[A-Za-z_]\w*)?\$(?<body>[\s\S]*?)(?:\$\k<tag>\$|$)/,
    /"(?<quoted>(?:[^"]|"")*)(?:"|$)/,
    /(?<name>[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*)/,
    /(?<sign>\d[\w.]*|\$\d+|::|[^\s])/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'g',
)

/** The words of an SQL text, without its comments. An unfinished literal or body ends with the text. */
export function wordsOf(sql: string): Word[] {
  return [...sql.matchAll(WORD)].flatMap((found): Word[] => {
    const { escaped, string = escaped, tag = '', body, quoted, name, sign } = found.groups ?? {}
    const at = found.index
    if (string !== undefined)
      return [{ kind: 'string', text: string, quoted: false, at: at + found[0].indexOf("'") + 1 }]
    if (body !== undefined) return [{ kind: 'body', text: body, quoted: false, at: at + tag.length + 2 }]
    if (quoted !== undefined) return [{ kind: 'name', text: quoted.replaceAll('""', '"'), quoted: true, at: at + 1 }]
    if (name !== undefined) return [{ kind: 'name', text: name.toLowerCase(), quoted: false, at }]
    return sign === undefined ? [] : [{ kind: 'sign', text: sign, quoted: false, at }]
  })
}

/** The number of the line on which an offset stands, the first being 1. */
export function lineOf(text: string, at: number): number {
  let line = 1
  for (let i = text.indexOf('\n'); i >= 0 && i < at; i = text.indexOf('\n', i + 1)) line++
  return line
}
