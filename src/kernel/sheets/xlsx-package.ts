import { SheetRefused } from './sheet-refused.ts'
import { type Allowance, unpack } from './unpack.ts'
import { walkXml, type XmlHandler } from './xml-walk.ts'
import { type ZipEntry, zipEntries } from './zip-entries.ts'

/** A relationship from one part of the package to another. */
export interface Relationship {
  /** The last word of its type, as `worksheet`: two editions of the standard differ in what stands before. */
  readonly type: string
  /** The part's name in lower case, resolved. */
  readonly target: string
}

/** An XLSX file, opened. Parts are named in lower case. */
export interface Package {
  walk(part: string, handler: XmlHandler): Promise<void>
  /** Relationships of a part by id; of the package itself for ''. */
  relationships(part: string): ReadonlyMap<string, Relationship>
  /** Unpacks every part not walked yet, for its size and for declarations that no spreadsheet has. */
  scanRest(): Promise<void>
}

const macros = /vbaproject|vbadata|macroenabled|macrosheet/i
const foreign =
  /externallink|connections|querytable|embeddings\/|oleobject|activex|webextension|\/(?:package|control|attachedtemplate)$/i

/**
 * Opens the package of a workbook and looks at everything that it says about itself. Throws `SheetRefused`: `macros`, `foreign_content`,
 * `not_a_spreadsheet` where it is another kind of package, and what `zipEntries` and `walkXml` throw.
 */
export async function openPackage(bytes: Uint8Array, allowance: Allowance): Promise<Package> {
  const entries = zipEntries(bytes)
  const walked = new Set<string>()
  const relationships = new Map<string, Map<string, Relationship>>()
  for (const name of entries.keys()) refuseUnwanted(name)

  async function walk(part: string, handler: XmlHandler) {
    const entry = entries.get(part)
    if (!entry) throw new SheetRefused('damaged')
    walked.add(part)
    await walkXml(unpack(entry, allowance), handler)
  }

  async function scanRest() {
    for (const [name, entry] of entries) if (!walked.has(name)) await scan(entry, allowance)
  }

  if (!entries.has('[content_types].xml')) throw new SheetRefused('not_a_spreadsheet')
  await walk('[content_types].xml', contentTypes(new Set(entries.keys().map(extension))))
  for (const name of entries.keys().filter((one) => one.endsWith('.rels'))) {
    const [, folder = '', file = ''] = /^(.*?)_rels\/([^/]*)\.rels$/.exec(name) ?? []
    const found = new Map<string, Relationship>()
    await walk(name, relationshipsInto(found, folder))
    relationships.set(folder + file, found)
  }
  return { walk, relationships: (part) => relationships.get(part) ?? new Map(), scanRest }
}

/** A type may be declared for an extension without any file that has it: such a line says nothing. */
function contentTypes(extensions: ReadonlySet<string>): XmlHandler {
  return {
    open(name, attributes) {
      const type = attributes.get('ContentType') ?? ''
      if (name === 'Default' && !extensions.has((attributes.get('Extension') ?? '').toLowerCase())) return
      if (/binary|wordprocessingml\.document\.main|presentationml\.presentation\.main/i.test(type))
        throw new SheetRefused('not_a_spreadsheet')
      refuseUnwanted(type)
    },
  }
}

function relationshipsInto(found: Map<string, Relationship>, folder: string): XmlHandler {
  return {
    open(name, attributes) {
      if (name !== 'Relationship') return
      const type = attributes.get('Type') ?? ''
      refuseUnwanted(type)
      if (attributes.get('TargetMode') === 'External') {
        // An address or a mail address that a person typed: Excel links it by itself, and we never follow it.
        if (!type.endsWith('/hyperlink')) throw new SheetRefused('foreign_content')
        return
      }
      const target = resolved(folder, attributes.get('Target') ?? '')
      found.set(attributes.get('Id') ?? '', { type: type.slice(type.lastIndexOf('/') + 1), target })
    },
  }
}

function refuseUnwanted(said: string) {
  if (macros.test(said)) throw new SheetRefused('macros')
  if (foreign.test(said)) throw new SheetRefused('foreign_content')
}

function resolved(folder: string, target: string): string {
  const steps: string[] = []
  for (const step of (target.startsWith('/') ? target : folder + target).toLowerCase().split('/')) {
    if (step === '..' && steps.pop() === undefined) throw new SheetRefused('unsafe_package')
    if (step !== '..' && step !== '.' && step !== '') steps.push(step)
  }
  return steps.join('/')
}

function extension(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1)
}

/** Parts that are not read need not be XML at all; where they are, they must not declare anything. Zero bytes are left out: UTF-16. */
async function scan(entry: ZipEntry, allowance: Allowance) {
  let before = ''
  for await (const chunk of unpack(entry, allowance)) {
    if (!/xml|rels|vml/.test(extension(entry.name.toLowerCase()))) continue
    const text =
      before + Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length).toString('latin1').replaceAll('\0', '')
    if (/<!(?:doctype|entity)/i.test(text)) throw new SheetRefused('entity_declaration')
    before = text.slice(-10)
  }
}
