import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { type Begin, type End, format, type Header, type Trailer } from './format.ts'
import { BackupRefused, damaged } from './refused.ts'
import type { Text } from './session.ts'

/** What a reader of a rows file is told, in order. */
export interface RowsVisitor {
  header?(header: Header): Promise<void>
  begin?(table: string): Promise<void>
  row?(row: Text[]): Promise<void> | undefined
  end?(table: string, rows: number): Promise<void>
}

/**
 * Reads a rows file from its first line to its last and checks it on the way: form, counts, checksum. Throws BackupRefused when it is
 * damaged. Errors of the visitor come out as they are.
 */
export async function readRows(file: string, visitor: RowsVisitor = {}): Promise<Header> {
  const hash = createHash('sha256')
  let header: Header | undefined
  let table: { name: string; rows: number } | undefined
  let trailer: Trailer | undefined
  let all = 0
  for await (const line of linesOf(file)) {
    const content = parse(file, line)
    if (trailer) throw damaged(file, 'lines after the last')
    if (isTrailer(content)) {
      trailer = content
      continue
    }
    hash.update(line).update('\n')
    if (!header) {
      header = checkHeader(file, content)
      await visitor.header?.(header)
    } else if (Array.isArray(content)) {
      if (!table) throw damaged(file, 'a row outside a table')
      table.rows++
      await visitor.row?.(content as Text[])
    } else if ('begin' in content) {
      table = { name: (content as Begin).begin, rows: 0 }
      await visitor.begin?.(table.name)
    } else {
      const end = content as End
      if (end.end !== table?.name || end.rows !== table.rows) throw damaged(file, 'a table is not whole')
      await visitor.end?.(end.end, end.rows)
      all += table.rows
      table = undefined
    }
  }
  if (!header || !trailer) throw damaged(file, 'it breaks off')
  if (trailer.rows !== all || trailer.sha256 !== hash.digest('hex')) throw damaged(file, 'checksum')
  return header
}

/** Lines end at a line feed only: the text inside may hold the other separators that Node's readline would split at. */
async function* linesOf(file: string): AsyncGenerator<string> {
  const unpacked = createGunzip()
  pipeline(createReadStream(file), unpacked).catch(() => {}) // its error also comes out of `unpacked`
  let begun: Buffer[] = []
  try {
    for await (const chunk of unpacked as AsyncIterable<Buffer>) {
      let from = 0
      for (let to = chunk.indexOf(10); to >= 0; to = chunk.indexOf(10, from)) {
        const line = Buffer.concat([...begun, chunk.subarray(from, to)]).toString('utf8')
        begun = []
        from = to + 1
        yield line
      }
      if (from < chunk.length) begun.push(chunk.subarray(from))
    }
  } catch (error) {
    throw damaged(file, error instanceof Error ? error.message : String(error))
  }
  if (begun.length > 0) throw damaged(file, 'it breaks off')
}

type Content = Header | Begin | End | Trailer | unknown[]

function parse(file: string, line: string): Content {
  try {
    const content: unknown = JSON.parse(line)
    if (typeof content === 'object' && content !== null) return content as Content
  } catch {
    // falls through: the line is not JSON
  }
  throw damaged(file, 'a line cannot be read')
}

function isTrailer(content: Content): content is Trailer {
  return 'trailer' in content
}

function checkHeader(file: string, content: Content): Header {
  if (!('lienchi' in content) || content.lienchi !== 'rows') throw damaged(file, 'not a backup of this product')
  if (content.format !== format) {
    throw new BackupRefused(
      `Tệp sao lưu ${file} có dạng ${content.format}, phần mềm này chỉ đọc dạng ${format}. Hãy dùng phiên bản phần mềm đã tạo ra nó.`,
      `The backup file ${file} has form ${content.format}; this version reads form ${format}. Use the version that made it.`,
    )
  }
  return content
}
