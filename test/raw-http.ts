import { connect, type Socket } from 'node:net'

/** One connection to a server, for sending what no client would send. */
export interface RawConnection {
  send(bytes: string | Uint8Array): void
  /** Everything received until the server closes; rejects where it did not within a time that only a hang reaches. */
  all(): Promise<string>
  /** Waits until what was received holds a text. */
  until(text: string): Promise<string>
  close(): void
}

const hang = 20_000

/** Opens one. */
export function rawConnection(port: number): RawConnection {
  const socket: Socket = connect(port, '127.0.0.1')
  let received = ''
  let ended = false
  const waiting = new Set<() => void>()
  const look = () => {
    for (const one of waiting) one()
  }
  socket.setEncoding('latin1')
  socket.on('data', (bytes) => {
    received += bytes
    look()
  })
  socket.on('error', () => {})
  socket.on('close', () => {
    ended = true
    look()
  })
  const when = (isSo: () => boolean) =>
    new Promise<string>((done, fail) => {
      const timer = setTimeout(() => fail(new Error(`it hangs after: ${received.slice(0, 500)}`)), hang)
      const check = () => {
        if (!isSo()) return
        clearTimeout(timer)
        waiting.delete(check)
        done(received)
      }
      waiting.add(check)
      check()
    })
  return {
    send: (bytes) => void socket.write(bytes),
    all: () => when(() => ended),
    until: (text) => when(() => ended || received.includes(text)),
    close: () => socket.destroy(),
  }
}

/** Sends one request as it is written and returns the whole answer; the last line of its head asks the server to close. */
export async function rawRequest(port: number, head: readonly string[], body = ''): Promise<string> {
  const connection = rawConnection(port)
  connection.send(`${[...head, 'connection: close'].join('\r\n')}\r\n\r\n${body}`)
  return connection.all()
}

/** The status of an answer as it came. */
export function statusOf(answer: string): number {
  return Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0)
}
