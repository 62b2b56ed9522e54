import type { vi } from './kernel.text.vi.ts'

export const en: Record<keyof typeof vi, string> = {
  'module.name': 'The product itself',
  'capability.settings': 'See the settings',
  'capability.set-today': 'Set the business day of the demo',
  'capability.clock-jumped': 'The server’s clock jumped (it was set, or the machine slept)',
  'capability.keep-draft': 'Keep one’s own draft',
  'capability.draft': 'Open one’s own draft again',
  'capability.drafts': 'List one’s own drafts',
  'capability.drop-draft': 'Drop one’s own draft',
  'capability.file': 'Open an attached file',
  'refusal.too_large':
    'The draft is longer than what is kept. What you typed is still on your screen; send it, or split it.',
  'refusal.no_demo': 'This is no demo: the calendar says which day it is.',
  'refusal.nobody_could_set_it_back':
    'On that day your account has no right yet or no more, so nobody could set the day back. Choose another day.',
  'capability.begin-file': 'Begin an upload',
  'capability.add-chunk': 'Upload a part of a file',
  'capability.finish-file': 'End an upload',
  'refusal.classed_is_refused': 'Content classed Mật or above is not taken.',
  'refusal.unknown_purpose': 'This capability takes no files.',
  'refusal.begin-file.too_large': 'The file is larger than {megabytes} MB.',
  'refusal.unclean_name': 'The file name has characters that cannot be used.',
  'refusal.upload_is_over': 'This file has been uploaded already.',
  'refusal.wrong_length': 'The part of the file has the wrong length.',
  'refusal.chunks_missing': 'Parts of the file are still missing.',
  'refusal.type_not_taken': 'This type of file is not taken ({type}).',
}
