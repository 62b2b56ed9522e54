/** Writes a JavaScript array (of arrays) as an array literal of PostgreSQL; each element's text comes from `format`. */
export function formatArray(values: readonly unknown[], format: (value: unknown) => string | null): string {
  const parts = values.map((value) => {
    if (Array.isArray(value)) return formatArray(value, format)
    const text = format(value)
    return text === null ? 'NULL' : `"${text.replace(/[\\"]/g, '\\$&')}"`
  })
  return `{${parts.join(',')}}`
}

/** Reads an array literal of PostgreSQL; `parse` gets the text of each element that is not null. */
export function parseArray(text: string, parse: (element: string) => unknown): unknown[] {
  let at = text.indexOf('{') // what stands before it are bounds that do not start at 1
  if (at < 0) throw new RangeError(`not an array: ${text}`)

  function quoted(): unknown {
    let element = ''
    for (at++; text[at] !== '"'; at++) {
      if (at >= text.length) throw new RangeError('an array breaks off')
      if (text[at] === '\\') at++
      element += text[at]
    }
    at++
    return parse(element)
  }

  function bare(): unknown {
    const start = at
    while (at < text.length && text[at] !== ',' && text[at] !== '}') at++
    const element = text.slice(start, at)
    return element === 'NULL' ? null : parse(element)
  }

  function level(): unknown[] {
    const values: unknown[] = []
    at++
    while (text[at] !== '}') {
      if (at >= text.length) throw new RangeError('an array breaks off')
      if (text[at] === ',') at++
      else values.push(text[at] === '{' ? level() : text[at] === '"' ? quoted() : bare())
    }
    at++
    return values
  }

  return level()
}
