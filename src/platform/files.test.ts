import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { World } from '../testing/world.ts'
import { openWorld } from '../testing/world.ts'
import { turns } from './turns.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const picture = (width = 40, height = 30) =>
  sharp({ create: { width, height, channels: 3, background: { r: 90, g: 140, b: 110 } } })
const send = (bytes: Buffer) => world.anonymous().upload('/api/photos', { bytes, type: 'image/jpeg' })

describe('what is taken in as a photograph', () => {
  test.each(['jpeg', 'png', 'webp', 'avif', 'gif'] as const)('%s', async (format) => {
    expect((await send(await picture().toFormat(format).toBuffer())).status).toBeLessThan(300)
  })
  test.each([
    ['a drawing', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"></svg>')],
    ['a text', Buffer.from('no picture at all')],
    ['half a picture', Buffer.from([0xff, 0xd8, 0xff, 0xe0])],
  ])('%s is refused', async (_what, bytes) => {
    expect(await send(bytes)).toMatchObject({ status: 415, refusal: 'file_kind_not_accepted' })
  })
  test('a scan is refused', async () => {
    expect(await send(await picture().tiff().toBuffer())).toMatchObject({ status: 415 })
  })
  test('a picture that would fill the memory is refused', async () => {
    const bytes = await picture(8000, 5001).png().toBuffer()
    expect(await send(bytes)).toMatchObject({ status: 413, refusal: 'file_too_large' })
  })
})

test('two work at a time, in the order in which they came, and a failure gives its place on', async () => {
  const inTurn = turns(2)
  const ends: (() => void)[] = []
  const begun: number[] = []
  const works = [0, 1, 2, 3].map((n) =>
    inTurn(async () => {
      begun.push(n)
      await new Promise<void>((end) => ends.push(end))
      if (n === 0) throw new Error('broken')
    }),
  )
  const settled = Promise.allSettled(works)
  const steps = async () => {
    for (let step = 0; step < 10; step += 1) await Promise.resolve()
  }
  await steps()
  expect(begun).toEqual([0, 1])
  ends[0]!()
  await steps()
  expect(begun).toEqual([0, 1, 2])
  ends[1]!()
  await steps()
  expect(begun).toEqual([0, 1, 2, 3])
  for (const end of ends) end()
  expect((await settled).map(({ status }) => status)).toEqual([
    'rejected',
    'fulfilled',
    'fulfilled',
    'fulfilled',
  ])
})
