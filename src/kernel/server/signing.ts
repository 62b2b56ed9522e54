import { createHmac, timingSafeEqual } from 'node:crypto'

/** How long a signed address holds. */
export const holdsFor = 15 * 60 * 1000

/** The signature of a text, as it stands in an address. */
export function sign(secret: string, text: string): string {
  return createHmac('sha256', secret).update(text).digest('base64url')
}

/** Whether a signature is the expected one, told in a time that says nothing about it. */
export function isSigned(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)]
  return one.length === other.length && timingSafeEqual(one, other)
}
