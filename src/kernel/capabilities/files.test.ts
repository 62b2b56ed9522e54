import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { chunkBytes } from '#kernel/contract/files.ts'
import { fileAddress } from '#kernel/server/files.ts'
import { foundPerson, type Person } from '#test/founders.ts'
import { harness } from '#test/harness.ts'
import { begin, pdfOf, send, upload } from '#test/uploads.ts'
import { addChunk } from './add-chunk/add-chunk.contract.ts'
import { file } from './file/file.contract.ts'
import { finishFile } from './finish-file/finish-file.contract.ts'

const bytes = pdfOf(1024 * 1024 + 3)
let owner: Person
let other: Person
beforeAll(async () => {
  owner = await foundPerson({ role: 'administrator', unitId: null })
  other = await foundPerson({ role: 'administrator', unitId: null })
})

const fetched = async (address: string, person: Person | null) =>
  (await harness()).product.app.request(address, { headers: person ? { cookie: person.cookie } : {} })

describe('a file', () => {
  test('of one megabyte and three bytes comes back as it went, with its type, length and digest', async () => {
    const { fileId, finished } = await upload(owner, bytes, 'Quyết định số 12 (bản “gốc”) của A’s; 100%.pdf')
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    expect([finished.status, finished.body]).toEqual([200, { fileId, mediaType: 'application/pdf', sha256 }])
    const { body } = await owner.ask(file, { fileId })
    expect(body).toMatchObject({ size: bytes.length, mediaType: 'application/pdf', sha256 })
    const response = await fetched(body.address, owner)
    expect(Buffer.compare(Buffer.from(await response.arrayBuffer()), bytes)).toBe(0)
  })

  test('is sent as a download that no browser runs, under a name that cannot escape its header', async () => {
    const { fileId } = await upload(owner, pdfOf(100), `a'";(1)* é.pdf`)
    const { headers } = await fetched((await owner.ask(file, { fileId })).body.address, owner)
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': '100',
      'content-disposition': "attachment; filename*=UTF-8''a%27%22%3B%281%29%2A%20%C3%A9.pdf",
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    })
  })

  test('a slice sent again is harmless, and slices may come in any order', async () => {
    const { fileId } = (await begin(owner, bytes.length)).body
    for (const no of [4, 1, 1, 0, 3, 2, 4, 0]) expect((await send(owner, fileId, no, bytes)).status).toBe(200)
    expect((await owner.ask(finishFile, { fileId })).status).toBe(200)
    const late = await send(owner, fileId, 0, bytes)
    expect([late.status, late.problem.code]).toEqual([422, 'upload_is_over'])
  })

  test('that is not whole cannot be finished, opened or fetched', async () => {
    const { fileId } = (await begin(owner, bytes.length)).body
    for (const no of [0, 1, 3, 4]) await send(owner, fileId, no, bytes)
    const { status, problem } = await owner.ask(finishFile, { fileId })
    expect([status, problem.code]).toEqual([422, 'chunks_missing'])
    expect((await owner.ask(file, { fileId })).status).toBe(404)
    const address = fileAddress('a secret for tests only, of enough length', fileId, owner.accountId, Date.now())
    expect((await fetched(address, owner)).status).toBe(404)
  })

  test('a slice of the wrong length is refused: too short, too long at the end, none, beyond the end', async () => {
    const size = 2 * chunkBytes
    const { fileId } = (await begin(owner, size)).body
    const part = (no: number, length: number) =>
      owner.ask(addChunk, { fileId, no, bytes: Buffer.alloc(length).toString('base64') })
    for (const [no, length] of [
      [0, chunkBytes - 1],
      [1, 5],
      [0, 0],
      [2, 0],
      [2, 1],
      [99_999, 1],
    ] as const) {
      const { status, problem } = await part(no, length)
      expect([no, length, status, problem.code]).toEqual([no, length, 422, 'wrong_length'])
    }
    expect((await part(0, chunkBytes + 1)).status).toBe(422)
    expect((await part(0, chunkBytes + 4)).status).toBe(400)
    expect((await owner.ask(addChunk, { fileId, no: 0, bytes: 'không phải base64' })).status).toBe(400)
    expect((await part(-1, 1)).status).toBe(400)
  })
})

describe('what is not taken', () => {
  test.each([
    ['a page named as a document', '<!DOCTYPE html><script>alert(1)</script>', 'application/octet-stream'],
    [
      'a picture that carries a script',
      '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>',
      'application/octet-stream',
    ],
    [
      'a picture behind an XML line',
      '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>',
      'application/xml',
    ],
    ['plain text', 'Chỉ là chữ thôi', 'text/plain'],
    ['an archive', 'PK\u0003\u0004 something', 'application/zip'],
  ])('%s is known by its content, not by its name', async (_, content) => {
    const { fileId, finished } = await upload(owner, Buffer.from(content), 'báo cáo.pdf')
    expect([finished.status, finished.problem.code]).toEqual([422, 'type_not_taken'])
    expect(finished.problem.sentence.vi).toMatch(/^Không nhận loại tệp này \(\S+\)\.$/)
    expect((await owner.ask(file, { fileId })).status).toBe(404)
  })

  test('content classed Mật or above, what is too large, a name that hides something, a purpose nobody has', async () => {
    const refusals = [
      [
        await begin(owner, 10, { nothingClassed: false }),
        'classed_is_refused',
        'Hệ thống không nhận nội dung có độ Mật trở lên.',
      ],
      [await begin(owner, 20 * 1024 * 1024 + 1), 'too_large', 'Tệp lớn hơn 20 MB.'],
      [await begin(owner, 10, { name: 'bao-cao\u202Efdp.exe' }), 'unclean_name', 'Tên tệp có ký tự không dùng được.'],
      [await begin(owner, 10, { name: '../../etc/passwd' }), 'unclean_name', 'Tên tệp có ký tự không dùng được.'],
      [await begin(owner, 10, { purpose: 'structure.tree' }), 'unknown_purpose', 'Chức năng này không nhận tệp.'],
    ] as const
    for (const [{ status, problem }, code, sentence] of refusals) {
      expect([status, problem.code, problem.sentence.vi]).toEqual([422, code, sentence])
    }
    for (const size of [0, -1, 1.5]) expect((await begin(owner, size)).status).toBe(400)
    expect((await begin(owner, 20 * 1024 * 1024)).status).toBe(200)
  })
})

describe('nobody else', () => {
  test('can add to an upload, finish it, open the file or learn that it is there', async () => {
    const { fileId } = (await begin(owner, bytes.length)).body
    expect((await send(other, fileId, 0, bytes)).status).toBe(404)
    expect((await other.ask(finishFile, { fileId })).status).toBe(404)
    const whole = await upload(owner, pdfOf(50))
    expect((await other.ask(file, { fileId: whole.fileId })).status).toBe(404)
    expect((await other.ask(finishFile, { fileId: whole.fileId })).status).toBe(404)
  })

  test('can fetch by an address that was signed for its owner, nor without a session', async () => {
    const { fileId } = await upload(owner, pdfOf(50))
    const { address } = (await owner.ask(file, { fileId })).body
    expect((await fetched(address, owner)).status).toBe(200)
    expect((await fetched(address, other)).status).toBe(404)
    expect((await fetched(address, null)).status).toBe(404)
  })

  test('can forge an address: another file, a later hour, another signature, anything at all', async () => {
    const { fileId } = await upload(owner, pdfOf(50))
    const secret = 'a secret for tests only, of enough length'
    const { address } = (await owner.ask(file, { fileId })).body
    const [head, until, signature] = address.split('.') as [string, string, string]
    const forged = [
      `/files/${(await upload(owner, pdfOf(60))).fileId}.${until}.${signature}`,
      `${head}.${Number(until) + 1}.${signature}`,
      `${head}.${until}.${signature.slice(0, -1)}${signature.endsWith('A') ? 'B' : 'A'}`,
      `${head}.${until}.${encodeURIComponent('é'.repeat(signature.length))}`,
      `${head}.${until}`,
      `${head}.NaN.${signature}`,
      '/files/x',
      '/files/..%2F..%2Fetc%2Fpasswd',
      fileAddress('another secret', fileId, owner.accountId, Date.now()),
      fileAddress(secret, fileId, other.accountId, Date.now()),
    ]
    for (const one of forged) expect([one, (await fetched(one, owner)).status]).toEqual([one, 404])
  })

  test('not even its owner, by an address older than a quarter of an hour', async () => {
    const { fileId } = await upload(owner, pdfOf(50))
    const at = (minutes: number) =>
      fileAddress('a secret for tests only, of enough length', fileId, owner.accountId, Date.now() - minutes * 60_000)
    expect((await fetched(at(14), owner)).status).toBe(200)
    expect((await fetched(at(15), owner)).status).toBe(404)
  })
})
