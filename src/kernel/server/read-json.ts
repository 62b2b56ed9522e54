import { Refusal } from './refusal.ts'

/** How deep an input may be nested: no contract goes deeper than a few levels. */
export const deepest = 64
/** How many values an input may hold: a history of a whole Bloc has 230,000. */
export const mostValues = 2_000_000

const decoder = new TextDecoder('utf-8', { fatal: true })

/** What a body of JSON says; throws `invalid` where it is no UTF-8, no JSON, or nested past reason, before any of it is built. */
export function readJson(body: ArrayBuffer | Uint8Array): unknown {
  const text = decode(body)
  assertModest(text)
  try {
    return JSON.parse(text)
  } catch {
    throw new Refusal('invalid', 'not_json')
  }
}

function decode(body: ArrayBuffer | Uint8Array): string {
  try {
    return decoder.decode(body)
  } catch {
    throw new Refusal('invalid', 'not_json')
  }
}

/** Counts brackets, commas and colons outside texts. What is no JSON is counted anyhow, and found by the parser. */
function assertModest(text: string): void {
  let depth = 0
  let values = 0
  for (let at = 0; at < text.length; at++) {
    switch (text.charCodeAt(at)) {
      case 0x22: // "
        at = endOfText(text, at)
        break
      case 0x5b: // [
      case 0x7b: // {
        depth += 1
        values += 1
        break
      case 0x5d: // ]
      case 0x7d: // }
        depth -= 1
        break
      case 0x2c: // ,
      case 0x3a: // :
        values += 1
    }
    if (depth > deepest || values > mostValues) throw new Refusal('invalid', 'too_deep')
  }
}

/** Where the text that begins here ends; past everything where it does not. */
function endOfText(text: string, begin: number): number {
  for (let end = text.indexOf('"', begin + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let escapes = 0
    while (text.charCodeAt(end - 1 - escapes) === 0x5c) escapes += 1
    if (escapes % 2 === 0) return end
  }
  return text.length
}
