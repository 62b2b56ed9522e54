import { expect, test } from 'vitest'
import { Username } from '../set-up/set-up.contract.ts'
import { suggestUsername } from './username.rules.ts'

test.each([
  ['Nguyễn Thu Hà', 'ha.nt'],
  ['  Đỗ   Minh Đức ', 'duc.dm'],
  ['Lan', 'lan'],
  ['Y', ''],
  ['', ''],
])('%s signs in as %s', (name, username) => {
  expect(suggestUsername(name)).toBe(username)
  if (username) expect(Username.parse(username)).toBe(username)
})
