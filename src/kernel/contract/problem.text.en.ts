import type { vi } from './problem.text.vi.ts'

export const en: Record<keyof typeof vi, string> = {
  'invalid.input': 'Something entered is not right. Please look at the marked fields.',
  'invalid.not_json': 'The request could not be read (it is not JSON).',
  'invalid.no_json_type': 'What is sent must say that it is JSON (Content-Type: application/json).',
  'invalid.unkeepable': 'Holds a character that cannot be kept (a null, or half of one). Please delete it.',
  'invalid.too_deep': 'What was sent is nested too deeply or holds too many values.',
  'invalid.unsafe_key': 'What was sent has a field of a name that is not taken (__proto__).',
  'invalid.no_number': 'This number is larger than a computer can keep.',
  'invalid.idempotency_key': 'The idempotency key is longer than 200 characters.',
  'invalid.too_large': 'What was sent is larger than allowed.',
  'unknown.sign_in_first': 'Please sign in to go on.',
  'unknown.wrong_credentials': 'The user name or the password is not right.',
  'forbidden.no_grant': 'This account has not been granted this.',
  'forbidden.out_of_reach': 'This unit lies outside what was granted.',
  'forbidden.own_page_only': 'This account may use its own page only.',
  'forbidden.choose_capacity':
    'This can be done in several capacities. Please choose one at the top right and do it again.',
  'forbidden.capacity_ended': 'The capacity chosen does not hold any more. Please choose another.',
  'forbidden.foreign_origin': 'The request came from another site and was not carried out.',
  'missing.not_found': 'This could not be found.',
  'missing.no_capability': 'There is no such capability.',
  'missing.only_post': 'This capability is asked by POST only.',
  'conflict.changed_meanwhile': 'Somebody else has just changed this. Please compare both versions before saving.',
  'refused.idempotency_key_reused': 'This idempotency key was used for something else.',
  'busy.met_another_change': 'Another change is under way at this moment. Please try again shortly.',
  'busy.disk_nearly_full': 'Less than 500 MB are free on the disk, so nothing is written for now. Please make room.',
  'busy.journal_not_sealed':
    'The journal could not be sealed for longer than allowed, so nothing is written for now; reading goes on. Please tell whoever runs the server.',
  'busy.not_set_up': 'The product has not been set up yet.',
  'failed.our_fault':
    'Something went wrong on our side. It has been recorded; what you entered is still on your screen.',
}
