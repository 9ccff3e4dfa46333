import { expect, test } from 'vitest'
import { whileFresh } from './while-fresh.ts'

const one = {}
const other = {}

test('many who ask at once are one reading, and each thing has its own', async () => {
  let readings = 0
  const read = whileFresh(60_000, async () => {
    readings += 1
    return readings
  })
  expect(await Promise.all([read(one), read(one), read(one)])).toEqual([1, 1, 1])
  expect(await read(other)).toBe(2)
  expect(await read(one)).toBe(1)
})

test('what is no longer fresh is read anew, and a reading that failed is kept for nobody', async () => {
  let readings = 0
  const read = whileFresh(1, async () => {
    readings += 1
    if (readings === 1) throw new Error('no line')
    return readings
  })
  await expect(read(one)).rejects.toThrow('no line')
  expect(await read(one)).toBe(2)
  await expect.poll(() => read(one).then((count) => count > 2)).toBe(true)
})
