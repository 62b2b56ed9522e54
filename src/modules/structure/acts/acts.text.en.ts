import type { vi } from './acts.text.vi.ts'

/** Texts of acts of structure in English. */
export const en: Record<keyof typeof vi, string> = {
  'law.establish': 'Establish: there is a new unit and none ends; others only come to stand under the new one',
  'law.rename': 'Rename: only the name or short name of a living unit changes',
  'law.retype': 'Re-type: a unit changes its type; none begins, none ends',
  'law.reparent': 'Re-parent: living units only come to stand elsewhere',
  'law.merge_new': 'Merge into a new one: at least two units end, and exactly one new one goes on for all of them',
  'law.merge_into': 'Merge into an existing one: each unit that ends goes on in a living one; none begins',
  'law.divide': 'Divide: exactly one unit ends and at least two go on for it',
  'law.separate': 'Separate: the old unit lives on, and each new one says from where it comes',
  'law.end': 'End: a unit ends and none begins',
  'block.not_this_kind': 'This is not what the chosen kind of act means',
  'block.twice_named': 'Named twice in one act',
  'block.into_itself': 'Goes on in itself, or stands under itself',
  'block.living_children': 'Units still stand under one that ends',
  'block.unknown_unit': 'There is no such unit',
  'block.id_in_use': 'The id of the new unit is in use',
  'block.unknown_belonging': 'This body belongs to no unit before that day, or is with the receiver already',
  'block.belongs_later': 'A body or a fact of the unit begins only after the unit has ended',
  'block.receiver_does_not_live': 'The receiving unit does not live as long as this body',
  'block.parent_does_not_live': 'The superior does not live as long as what stands under it',
  'block.does_not_live': 'The unit does not live on the effective day',
}
