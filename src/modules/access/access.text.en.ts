import type { vi } from './access.text.vi.ts'

export const en: Record<keyof typeof vi, string> = {
  'module.name': 'Accounts and journal',
  'capability.sign-in': 'Sign in',
  'capability.sign-out': 'Sign out',
  'capability.who-am-i': 'See in which capacity one works',
  'capability.set-up': 'Set up for the first time',
  'capability.set-up-state': 'See whether the product has been set up',
  'capability.journal': 'Read the journal',
  'capability.verify-journal': 'Verify that the journal is whole',
  'capability.accounts': 'See the accounts',
  'capability.create-account': 'Make an account',
  'capability.reset-password': 'Give a new password',
  'capability.change-password': 'Change one’s own password',
  'page.sign-in': 'Sign in',
  'page.set-up': 'First set-up',
  'page.journal': 'Journal',
  'page.accounts': 'Accounts and rights',
  'page.own-account': 'My account',
  'refusal.too_many_tries':
    'Too many tries failed. Please wait a quarter of an hour, or ask your office’s administrator for a new password.',
  'refusal.set-up.too_many_tries':
    'The set-up code was wrong too many times. Please wait a quarter of an hour and try again.',
  'refusal.set-up-state.too_many_tries':
    'The set-up code was wrong too many times. Please wait a quarter of an hour and try again.',
  'refusal.wrong_password': 'The present password is not right. Please type it again; nothing was changed.',
  'refusal.name_taken': 'Somebody uses this user name already. Please choose another; no account was made.',
  'refusal.unknown_role': 'There is no such role. Please reload the page and choose again.',
  'refusal.unknown_unit': 'There is no such unit. Please choose the unit again.',
  'refusal.wrong_code':
    'The set-up code is not right. It is printed on the server’s console at the first start; please copy all of it.',
  'refusal.set_up_already': 'The product has been set up already. Please sign in with the administrator’s account.',
  'refusal.unknown_type': 'There is no such type of unit. Please choose again.',
  'refusal.date_in_future': 'This day has not come yet. Enter the day the unit was established, today at the latest.',
}
