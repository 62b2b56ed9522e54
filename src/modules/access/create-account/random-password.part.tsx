const letters = 'abcdefghjkmnpqrstuvwxyz23456789'

/** A password of four groups of four, without signs that are mistaken for others when written down by hand. */
export function randomPassword(): string {
  const groups = Array.from({ length: 4 }, () => Array.from({ length: 4 }, randomLetter).join(''))
  return groups.join('-')
}

/** Every letter as likely as the others. */
function randomLetter(): string {
  const fair = 256 - (256 % letters.length)
  for (;;) {
    const [byte = 0] = crypto.getRandomValues(new Uint8Array(1))
    if (byte < fair) return letters[byte % letters.length] ?? ''
  }
}
