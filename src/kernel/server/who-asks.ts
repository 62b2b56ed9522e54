import { BlockList, isIP, isIPv4, isIPv6 } from 'node:net'

/** The address where none can be known: asked inside the process, or the connection is gone already. Nothing is counted by it. */
export const unknownAddress = 'unknown'

/** The proxies whose word about the asker is believed: addresses and networks (`10.0.0.0/8`). */
export type TrustedProxies = BlockList

/** Reads a list like `127.0.0.1, 10.0.0.0/8, fd00::/8`; null where something in it is neither an address nor a network. */
export function readProxies(list: string): TrustedProxies | null {
  const proxies = new BlockList()
  for (const part of list.split(',').map((text) => text.trim())) {
    if (part === '') continue
    const [address = '', bits] = part.split('/') as [string, string?]
    const family = familyOf(address)
    if (!family) return null
    if (bits === undefined) proxies.addAddress(address, family)
    else if (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 'ipv4' ? 32 : 128))
      proxies.addSubnet(address, Number(bits), family)
    else return null
  }
  return proxies
}

/** Who asks, as far as the connection and the believed proxies tell. */
export interface Asker {
  readonly address: string
  /** Whether a believed proxy says that it was asked by TLS; null where no believed proxy says anything. */
  readonly secure: boolean | null
}

/**
 * The address of whoever asks: the connection's own, or, where that is a believed proxy, the right-most address of X-Forwarded-For that is no
 * believed proxy. What stands further left anybody may have written. One that is no address makes the whole header worth nothing.
 */
export function whoAsks(socketAddress: string | undefined, headers: Headers, proxies: TrustedProxies): Asker {
  const own = plain(socketAddress ?? '')
  if (!isIP(own)) return { address: unknownAddress, secure: null }
  if (!isTrusted(own, proxies)) return { address: own, secure: null }
  const said = headers.get('x-forwarded-proto')?.split(',').at(-1)?.trim().toLowerCase()
  return { address: forwarded(own, headers, proxies), secure: said === undefined ? null : said === 'https' }
}

function forwarded(own: string, headers: Headers, proxies: TrustedProxies): string {
  const line = headers.get('x-forwarded-for')
  if (!line) return own
  const hops = line.split(',').map((hop) => plain(hop.trim()))
  if (!hops.every((hop) => isIP(hop))) return own
  return hops.findLast((hop) => !isTrusted(hop, proxies)) ?? own
}

function isTrusted(address: string, proxies: TrustedProxies): boolean {
  const family = familyOf(address)
  return family !== null && proxies.check(address, family)
}

function familyOf(address: string): 'ipv4' | 'ipv6' | null {
  return isIPv4(address) ? 'ipv4' : isIPv6(address) && !address.includes('%') ? 'ipv6' : null
}

/** An IPv4 address that came by an IPv6 socket as itself; anything else as it is, without the zone of a link. */
function plain(address: string): string {
  return /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address.split('%')[0]!.toLowerCase()
}
