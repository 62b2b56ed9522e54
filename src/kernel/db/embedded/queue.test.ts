import { expect, it } from 'vitest'
import { makeQueue } from './queue.ts'

it('serves in the order of asking, one at a time', async () => {
  const queue = makeQueue()
  const order: number[] = []
  let inside = 0
  await Promise.all(
    [1, 2, 3, 4].map(async (n) => {
      const leave = await queue.enter()
      expect(++inside).toBe(1)
      await new Promise((resolve) => setTimeout(resolve, 1))
      order.push(n)
      inside--
      leave()
      leave() // twice does nothing
    }),
  )
  expect(order).toEqual([1, 2, 3, 4])
  expect(queue.waiting()).toBe(0)
})

it('a newcomer does not overtake the one the turn is handed to', async () => {
  const queue = makeQueue()
  const order: string[] = []
  const leave = await queue.enter()
  const come = async (name: string) => {
    const go = await queue.enter()
    order.push(name)
    go()
  }
  const second = come('second')
  leave()
  await Promise.all([second, come('third')])
  expect(order).toEqual(['second', 'third'])
})

it('a closed queue refuses who waits and who comes', async () => {
  const queue = makeQueue()
  const leave = await queue.enter()
  const waiting = queue.enter()
  queue.close(new Error('closed'))
  await expect(waiting).rejects.toThrow('closed')
  await expect(queue.enter()).rejects.toThrow('closed')
  leave()
})
