import type { vi } from './verified.text.vi.ts'

export const en: Record<keyof typeof vi, string> = {
  'break.block-missing': 'The block before this one is missing',
  'break.block-out-of-place': 'The block does not go on where the one before it ends',
  'break.position-missing': 'Entries of the block are missing from this position on',
  'break.entry-gone': 'The entry was deleted',
  'break.entry-changed': 'The entry was changed',
  'break.entry-put-in-later': 'The entry was put in later under an old number',
  'break.detail-gone': 'The details of the entry were deleted',
  'break.detail-changed': 'The details of the entry were changed',
  'break.detail-without-entry': 'There are details without an entry',
  'break.not-chained': 'The block is not chained to the one before',
  'break.tree-changed': 'The entries of the block do not match its seal',
  'break.block-changed': 'The data of the block were changed',
  'break.signature-wrong': 'The signature of the block was not made with the seal key',
  'break.signature-missing': 'The block has no signature',
  'break.sealed-without-block': 'The entry was sealed and its block is gone',
  'break.seal-line-differs': 'The block differs from its line in the seal file',
  'break.seal-line-missing': 'The seal file lacks the line of this block',
  'break.seal-line-contradicted': 'The seal file has two lines on this block that contradict each other',
  'break.seal-line-unreadable': 'The seal file has a line that cannot be read',
  'break.block-cut-off': 'The block stands in the seal file and is gone from the database',
}
