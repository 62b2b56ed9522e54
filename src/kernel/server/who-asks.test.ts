import { describe, expect, test } from 'vitest'
import { networkOf } from './tries.ts'
import { readProxies, unknownAddress, whoAsks } from './who-asks.ts'

const proxies = readProxies('127.0.0.1, ::1, 10.0.0.0/8, fd00::/8')!
const ask = (socket: string | undefined, forwarded?: string, proto?: string) =>
  whoAsks(
    socket,
    new Headers({
      ...(forwarded === undefined ? {} : { 'x-forwarded-for': forwarded }),
      ...(proto === undefined ? {} : { 'x-forwarded-proto': proto }),
    }),
    proxies,
  )

describe('the address of whoever asks', () => {
  test.each([
    ['its connection’s', '203.0.113.7', undefined, '203.0.113.7'],
    ['its connection’s, whatever a stranger writes', '203.0.113.7', '198.51.100.1', '203.0.113.7'],
    ['its connection’s by IPv6 too', '2001:DB8::1', '198.51.100.1', '2001:db8::1'],
    ['IPv4 where it came by an IPv6 socket', '::ffff:203.0.113.7', undefined, '203.0.113.7'],
    ['what a believed proxy says', '127.0.0.1', '198.51.100.1', '198.51.100.1'],
    ['also over a socket of both families', '::ffff:127.0.0.1', '198.51.100.1', '198.51.100.1'],
    ['the right-most that is no believed proxy', '10.1.2.3', '1.2.3.4, 198.51.100.1, 10.9.9.9', '198.51.100.1'],
    ['not what stands left of it, which anybody may have written', '127.0.0.1', '6.6.6.6,198.51.100.1', '198.51.100.1'],
    ['the proxy’s where all are believed proxies', '127.0.0.1', '10.0.0.1, 10.0.0.2', '127.0.0.1'],
    ['the proxy’s where the proxy says nothing', 'fd00::5', undefined, 'fd00::5'],
    ['the proxy’s where one is no address', '127.0.0.1', 'unknown, 198.51.100.1', '127.0.0.1'],
    ['the proxy’s where something is empty', '127.0.0.1', '198.51.100.1,', '127.0.0.1'],
    ['the proxy’s where a port hangs on it', '127.0.0.1', '198.51.100.1:80', '127.0.0.1'],
    ['nobody’s without a connection', undefined, '198.51.100.1', unknownAddress],
  ])('is %s', (_, socket, forwarded, address) => {
    expect(ask(socket, forwarded).address).toBe(address)
  })

  test('TLS is believed of a believed proxy alone', () => {
    expect(ask('203.0.113.7', undefined, 'https').secure).toBeNull()
    expect(ask('127.0.0.1').secure).toBeNull()
    expect(ask('127.0.0.1', undefined, 'https').secure).toBe(true)
    expect(ask('127.0.0.1', undefined, 'https, http').secure).toBe(false)
  })

  test('no proxy is believed unless one is named, and a list with anything else in it is none', () => {
    expect(whoAsks('127.0.0.1', new Headers({ 'x-forwarded-for': '1.2.3.4' }), readProxies('')!).address).toBe(
      '127.0.0.1',
    )
    for (const list of ['localhost', '10.0.0.0/33', '10.0.0.0/', '10.0.0/8', '*', '::/129', '1.2.3.4;5.6.7.8'])
      expect(readProxies(list)).toBeNull()
  })
})

test('of an IPv6 address the network is counted: one asker has all the rest', () => {
  expect(networkOf('203.0.113.7')).toBe('203.0.113.7')
  for (const address of ['2001:db8:1:2::5', '2001:0db8:0001:0002:ffff:1:2:3', '2001:db8:1:2::'])
    expect(networkOf(address)).toBe('2001:db8:1:2::/64')
  expect([networkOf('::1'), networkOf('fe80::1%eth0')]).toEqual(['0:0:0:0::/64', 'fe80:0:0:0::/64'])
  expect(networkOf('2001:db8:1:3::5')).not.toBe(networkOf('2001:db8:1:2::5'))
})
