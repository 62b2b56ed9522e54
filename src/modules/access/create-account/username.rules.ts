import { fold } from '#kernel/contract/fold.ts'

/**
 * A user name out of a person's name, as offices make them: the given name, a dot, the first letters of the other names.
 * `suggestUsername('Nguyễn Thu Hà') === 'ha.nt'`. Empty when the name is too short for one; at most 50 characters.
 */
export function suggestUsername(displayName: string): string {
  const words = fold(displayName)
    .split(' ')
    .map((word) => word.replace(/[^a-z0-9]/g, ''))
    .filter((word) => word !== '')
  const given = words.at(-1) ?? ''
  const others = words.slice(0, -1).map((word) => word[0])
  const made = others.length > 0 ? `${given}.${others.join('')}` : given
  return made.length < 3 ? '' : made.slice(0, 50)
}
