import { describe, expect, test } from 'vitest'
import { arrowsOf, draw } from '../../tools/gen/modules-svg.ts'

const structure = 'src/modules/structure'
const access = 'src/modules/access'

describe('the drawing of the modules', () => {
  test('an arrow is an import from one module into another, with its doors; tests and the own house do not count', () => {
    expect(
      arrowsOf([
        [`${access}/grant/grant.command.ts`, `${structure}/index.server.ts`],
        [`${access}/grant/grant.contract.ts`, `${structure}/index.ts`],
        [`${access}/other.rules.ts`, `${structure}/index.ts`],
        [`${access}/grant/grant.test.ts`, `${structure}/structure.module.ts`],
        [`${access}/index.ts`, `${access}/permissions.ts`],
        [`${access}/index.ts`, 'src/kernel/contract/contract.ts'],
      ]),
    ).toEqual([{ from: 'access', to: 'structure', doors: ['index.server.ts', 'index.ts'] }])
  })

  test('does not depend on the order in which files are read', () => {
    const imports = [
      ['src/modules/c/c.read.ts', 'src/modules/b/index.ts'],
      ['src/modules/c/d.read.ts', 'src/modules/a/index.ts'],
      ['src/modules/b/b.read.ts', 'src/modules/a/index.server.ts'],
    ] as const
    const storeys = ['a', 'b', 'c'].map((name) => ({ name, says: 'a < b & c' }))
    const picture = draw(storeys, arrowsOf(imports))
    expect(draw(storeys, arrowsOf([...imports].reverse()))).toBe(picture)
    expect(picture).toContain('<title>c → b (index.ts)</title>')
    expect(picture).toContain('a &lt; b &amp; c')
    expect(picture.match(/marker-end/g)).toHaveLength(3)
    expect(picture).not.toContain('wrong"')
  })

  test('an upward import would stand out', () => {
    const storeys = ['a', 'b'].map((name) => ({ name, says: '' }))
    expect(draw(storeys, arrowsOf([['src/modules/a/x.read.ts', 'src/modules/b/index.ts']]))).toContain(
      'class="arrow wrong"',
    )
  })
})
