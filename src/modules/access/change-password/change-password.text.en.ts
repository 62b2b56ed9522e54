import type { vi } from './change-password.text.vi.ts'

export const en: Record<keyof typeof vi, string> = {
  title: 'My account',
  lead: 'User name, capacities and password.',
  'who.title': 'Person',
  'who.name': 'Full name',
  'who.username': 'User name',
  'who.capacities': 'Capacities',
  'who.capacities.none': 'Nothing has been granted yet. If your work needs it, ask the administrator.',
  'who.whole': 'the whole organisation',
  'who.note': 'Name and rights are entered by the administrator; if they are not right, ask for a correction.',
  'change.title': 'Change the password',
  'change.lead':
    'Afterwards every other place signed in with this account has to sign in again. This page stays signed in.',
  'change.current': 'Present password',
  'change.next': 'New password',
  'change.send': 'Change the password',
  'change.done': 'The password was changed at {moment}. Other places signed in with this account were signed out.',
  repeat: 'New password once more',
  'repeat.differs': 'The two are not the same. Please type this one again.',
  'password.hint': 'At least 12 characters. A sentence you remember is best: long, and used nowhere else.',
  'password.short': 'At least 12 characters are needed; still missing: {count}.',
  'password.enough': 'Long enough ({count} characters).',
  'password.show': 'Show or hide the password',
}
