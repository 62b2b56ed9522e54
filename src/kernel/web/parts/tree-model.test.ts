import { describe, expect, it } from 'vitest'
import { moveInTree, type PressedKey } from './tree-keys.ts'
import { ancestors, indexTree, openTo, searchTree, type TreeNode, treeRows } from './tree-model.ts'

const nodes: readonly TreeNode[] = [
  { id: 'k', parentId: null, name: 'Đảng bộ Khối' },
  { id: 'a', parentId: 'k', name: 'Đảng bộ Cơ quan Khảo sát' },
  { id: 'b', parentId: 'a', name: 'Chi bộ Phòng Thuỷ đạc' },
  { id: 'c', parentId: 'a', name: 'Chi bộ Phòng Bản đồ' },
  { id: 'd', parentId: 'k', name: 'Đảng bộ Viện Hải dương' },
]
const index = indexTree(nodes)
const names = (rows: readonly { node: TreeNode }[]) => rows.map((row) => row.node.id).join('')
const key = (name: string): PressedKey => ({ key: name, ctrlKey: false, metaKey: false, altKey: false })

describe('a tree', () => {
  it('shows what is open, with level and place among siblings', () => {
    const rows = treeRows(index, openTo(index, 1), null)
    expect(names(rows)).toBe('kad')
    expect(rows[2]).toMatchObject({ level: 2, position: 2, siblings: 2 })
    expect(names(treeRows(index, openTo(index, 99), null))).toBe('kabcd')
  })
  it('finds without diacritics and shows what leads to it', () => {
    const finds = searchTree(index, 'thuy dac')
    expect(names(treeRows(index, new Set(), finds))).toBe('kab')
    expect(searchTree(index, '   ')).toBeNull()
    expect(searchTree(index, 'xyz')?.hits.size).toBe(0)
  })
  it('takes a node without a known parent as a root and never loops', () => {
    const odd = indexTree([{ id: 'x', parentId: 'gone', name: 'X' }])
    expect(names(treeRows(odd, new Set(), null))).toBe('x')
    expect(ancestors(index, 'b')).toEqual(['a', 'k'])
  })
  it('moves as the ARIA pattern says', () => {
    const rows = treeRows(index, openTo(index, 1), null)
    expect(moveInTree(key('ArrowRight'), rows, 1, 5, index)).toEqual({ kind: 'toggle', ids: ['a'], open: true })
    expect(moveInTree(key('ArrowLeft'), rows, 2, 5, index)).toEqual({ kind: 'go', to: 0 })
    expect(moveInTree(key('End'), rows, 0, 5, index)).toEqual({ kind: 'go', to: 2 })
    expect(moveInTree(key('v'), rows, 0, 5, index)).toEqual({ kind: 'go', to: 2 })
    expect(moveInTree(key('*'), rows, 1, 5, index)).toEqual({ kind: 'toggle', ids: ['a'], open: true })
    expect(moveInTree({ ...key('f'), ctrlKey: true }, rows, 0, 5, index)).toBeNull()
  })
  it('prepares and opens 5,500 units well under a frame or two', () => {
    const many = Array.from({ length: 5500 }, (_, at) => ({
      id: `n${at}`,
      parentId: at === 0 ? null : `n${Math.floor((at - 1) / 6)}`,
      name: `Chi bộ Phòng Thuỷ đạc ${at}`,
    }))
    const began = performance.now()
    const large = indexTree(many)
    expect(treeRows(large, openTo(large, 99), null)).toHaveLength(5500)
    expect(treeRows(large, new Set(), searchTree(large, 'dac 5499')).at(-1)?.node.id).toBe('n5499')
    expect(performance.now() - began).toBeLessThan(300)
  })
})
