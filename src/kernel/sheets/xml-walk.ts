import { SheetRefused } from './sheet-refused.ts'

/** Attributes by their names as written, prefix and all. */
export type XmlAttributes = ReadonlyMap<string, string>

/** What is told of an XML text, in its order. Names come without their prefix; the root stands at depth 1. */
export interface XmlHandler {
  open?(name: string, attributes: XmlAttributes, depth: number): void
  text?(text: string): void
  close?(name: string, depth: number): void
}

const deepest = 100
/** Characters of one tag, one comment or the text between two tags. */
const longest = 256 * 1024

const damaged = () => new SheetRefused('damaged')

/**
 * Walks through XML of UTF-8, slice by slice. Narrower than XML: anything that declares (DTD, entities) is refused at once, as are unknown
 * entities, deep nesting and endless tokens; nothing is ever fetched or expanded. Throws `SheetRefused`: `entity_declaration`, else `damaged`.
 */
export async function walkXml(bytes: AsyncIterable<Uint8Array>, handler: XmlHandler): Promise<void> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const walk = walker(handler)
  let rest = ''
  for await (const chunk of bytes) rest = walk.take(rest + decoded(decoder, chunk), false)
  walk.take(rest + decoded(decoder), true)
  walk.end()
}

function decoded(decoder: TextDecoder, chunk?: Uint8Array): string {
  try {
    return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode()
  } catch {
    throw damaged()
  }
}

function walker(handler: XmlHandler) {
  const path: string[] = []
  let rooted = false

  function openTag(tag: string) {
    const closesItself = tag.endsWith('/')
    const { name, attributes } = readTag(closesItself ? tag.slice(0, -1) : tag)
    if (path.length === 0 && rooted) throw damaged()
    if (path.length === deepest) throw damaged()
    rooted = true
    path.push(name)
    handler.open?.(local(name), attributes, path.length)
    if (closesItself) closeTag(name)
  }

  function closeTag(name: string) {
    if (path.at(-1) !== name) throw damaged()
    handler.close?.(local(name), path.length)
    path.pop()
  }

  function text(raw: string) {
    if (path.length > 0) handler.text?.(characters(raw))
    else if (/\S/.test(raw)) throw damaged()
  }

  /** Takes what is complete and gives back what is not; at the end everything must be. */
  function take(xml: string, last: boolean): string {
    let at = 0
    while (at < xml.length) {
      const end = tokenEnd(xml, at)
      if (end < 0) {
        if (!last && xml.length - at > longest) throw damaged()
        if (!last) return xml.slice(at)
        text(xml.slice(at))
        return ''
      }
      if (xml.charCodeAt(at) !== 60) text(xml.slice(at, end))
      else if (xml.charCodeAt(at + 1) === 47) closeTag(xml.slice(at + 2, end - 1).trimEnd())
      else if (xml.startsWith('<![CDATA[', at)) {
        if (path.length === 0) throw damaged()
        handler.text?.(plain(xml.slice(at + 9, end - 3)))
      } else if (xml.charCodeAt(at + 1) === 63) instruction(xml.slice(at + 2, end - 2))
      else if (xml.charCodeAt(at + 1) !== 33) openTag(xml.slice(at + 1, end - 1))
      at = end
    }
    return ''
  }

  function end() {
    if (!rooted || path.length > 0) throw damaged()
  }

  return { take, end }
}

/** Where the token that begins at `at` ends; -1 when its end has not come yet. */
function tokenEnd(xml: string, at: number): number {
  if (xml.charCodeAt(at) !== 60) return xml.indexOf('<', at)
  const second = xml[at + 1]
  if (second === '?') return after(xml, '?>', at + 2)
  if (second !== '!') return second === undefined ? -1 : tagEnd(xml, at + 1)
  if (xml.startsWith('<!--', at)) return after(xml, '-->', at + 4)
  if (xml.startsWith('<![CDATA[', at)) return after(xml, ']]>', at + 9)
  const begun = xml.slice(at, at + 9)
  if ('<!--'.startsWith(begun) || '<![CDATA['.startsWith(begun)) return -1
  throw new SheetRefused('entity_declaration')
}

function after(xml: string, mark: string, from: number): number {
  const at = xml.indexOf(mark, from)
  return at < 0 ? -1 : at + mark.length
}

/** Behind the `>` that ends a tag: one within quotes does not. */
function tagEnd(xml: string, from: number): number {
  let quote = 0
  for (let at = from; at < xml.length; at++) {
    const character = xml.charCodeAt(at)
    if (character === quote) quote = 0
    else if (quote === 0 && (character === 34 || character === 39)) quote = character
    else if (quote === 0 && character === 62) return at + 1
  }
  return -1
}

const none: XmlAttributes = new Map()
const attribute = /\s+([^\s"'<>/=&]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y

function readTag(tag: string): { name: string; attributes: XmlAttributes } {
  const [name] = /^[^\s"'<>/=&]+/.exec(tag) ?? []
  if (name === undefined) throw damaged()
  if (name.length === tag.length) return { name, attributes: none }
  const attributes = new Map<string, string>()
  let at = name.length
  attribute.lastIndex = at
  for (let found = attribute.exec(tag); found; found = attribute.exec(tag)) {
    if (attributes.has(found[1]!)) throw damaged()
    attributes.set(found[1]!, characters(found[2] ?? found[3]!))
    at = attribute.lastIndex
  }
  if (at < tag.length && tag.slice(at).trim() !== '') throw damaged()
  return { name, attributes }
}

/** `<?xml … ?>` may name an encoding, which must be the one we read. */
function instruction(text: string) {
  const [, encoding = 'utf-8'] = /^xml\s.*encoding\s*=\s*["']([^"']*)["']/is.exec(text) ?? []
  if (!/^(?:utf-?8|us-ascii)$/i.test(encoding)) throw damaged()
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
// biome-ignore lint/suspicious/noControlCharactersInRegex: characters that XML does not have
const notInXml = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/

/** Text as it stands; its line ends are one. */
function plain(raw: string): string {
  if (notInXml.test(raw)) throw damaged()
  return raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw
}

/** The same with the five entities and numbered characters resolved. No other entities exist. */
function characters(raw: string): string {
  const text = plain(raw)
  if (!text.includes('&')) return text
  return text.replace(/&(?:#(\d{1,7})|#x([0-9A-Fa-f]{1,6})|([a-z]+))?(;?)/g, (_, decimal, hex, name, end) => {
    const character = name ? entities[name] : numbered(decimal ? Number(decimal) : Number.parseInt(hex, 16))
    if (character === undefined || end === '') throw damaged()
    return character
  })
}

function numbered(code: number): string | undefined {
  const exists = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
  const character = exists ? String.fromCodePoint(code) : undefined
  return character === undefined || notInXml.test(character) ? undefined : character
}
