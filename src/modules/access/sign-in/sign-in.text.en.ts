import type { vi } from './sign-in.text.vi.ts'

export const en: Record<keyof typeof vi, string> = {
  title: 'Sign in',
  lead: 'Use the account that your office’s administrator made for you.',
  comingBack: 'After signing in, the page that was asked for opens.',
  username: 'User name',
  password: 'Password',
  'password.show': 'Show or hide the password',
  'username.missing': 'The user name is missing.',
  'password.missing': 'The password is missing.',
  send: 'Sign in',
  'refused.next':
    'Please check Caps Lock and the keyboard layout, and try again. If you forgot the password, ask your office’s administrator for a new one.',
  lost: 'The server did not answer. Name and password are still in the fields; check the network and press the button again.',
  'demo.title': 'Enter as somebody of the demo',
  'demo.note': 'Press a name to sign in at once. All of them are invented; each sees and may do different things.',
  'demo.as': 'Sign in: {name}, {title}',
}
