import { Agent, request } from 'node:http'
import { timesOf } from './measure.ts'

// A client in a process of its own: so many requests, so many at once, keep-alive, to one address of this machine.
const { url, body, headers, requests, atOnce } = JSON.parse(process.argv[2]!) as {
  url: string
  body: string
  headers: Record<string, string>
  requests: number
  atOnce: number
}
const agent = new Agent({ keepAlive: true, maxSockets: atOnce })
const samples: number[] = []

function once(): Promise<void> {
  const began = performance.now()
  return new Promise((done, fail) => {
    const asked = request(
      url,
      { method: 'POST', agent, headers: { ...headers, 'content-length': Buffer.byteLength(body) } },
      (answer) => {
        answer.resume()
        answer.on('end', () => {
          if (answer.statusCode !== 200) return fail(new Error(`${url} answered ${answer.statusCode}`))
          samples.push(performance.now() - began)
          done()
        })
      },
    )
    asked.on('error', fail)
    asked.end(body)
  })
}

let left = requests
const began = performance.now()
await Promise.all(
  Array.from({ length: atOnce }, async () => {
    while (left-- > 0) await once()
  }),
)
const seconds = (performance.now() - began) / 1000
agent.destroy()
process.stdout.write(JSON.stringify({ ...timesOf(samples), perSecond: samples.length / seconds }))
