import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { printOf } from '../../platform/picture-print.rule.ts'
import { printFrom } from '../../platform/picture-print.ts'
import { patterned, photo } from '../../testing/photo.ts'
import { bandsOf, isSamePicture } from './print.rule.ts'

const pictured = async (bytes: Buffer) => ({
  sha256: createHash('sha256').update(bytes).digest(),
  print: await printFrom(bytes),
})

test('a picture that was made smaller and saved again is the same picture, another is not', async () => {
  const picture = await patterned(3)
  const again = await sharp(picture).resize({ width: 300 }).jpeg({ quality: 40 }).toBuffer()
  const [one, sent, other] = [
    await pictured(picture),
    await pictured(again),
    await pictured(await patterned(4)),
  ]
  expect(sent.sha256).not.toEqual(one.sha256)
  expect(isSamePicture(one, sent)).toBe(true)
  // What the database looks by finds it.
  expect(bandsOf(one.print).some((band) => bandsOf(sent.print).includes(band))).toBe(true)
  expect(isSamePicture(one, other)).toBe(false)
})

test('pictures too plain to be told apart are compared by their content alone', async () => {
  expect(await printFrom(await photo(40))).toBeNull()
  expect(printOf(new Uint8Array(72).fill(9))).toBeNull()
  expect(bandsOf(null)).toEqual([])
  const plain = { print: null }
  expect(isSamePicture({ ...plain, sha256: Buffer.of(1) }, { ...plain, sha256: Buffer.of(2) })).toBe(false)
  expect(isSamePicture({ ...plain, sha256: Buffer.of(1) }, { ...plain, sha256: Buffer.of(1) })).toBe(true)
})

test('a band without anything in it finds nothing', () => {
  expect(bandsOf(Buffer.from('0000ff00' + '00ffffff', 'hex'))).toEqual([])
  expect(bandsOf(Buffer.from('0000112200ff0001', 'hex'))).toEqual([65_536 + 0x1122, 3 * 65_536 + 1])
})

test('two prints that differ in as many bits as may be share a band, wherever the bits lie', () => {
  const one = Buffer.from('00112233445566ff', 'hex')
  for (const flipped of [
    [0, 1, 2],
    [0, 20, 40],
    [15, 31, 47],
    [63, 48, 16],
  ]) {
    const other = Buffer.from(one)
    for (const bit of flipped) other[bit >> 3] = other[bit >> 3]! ^ (1 << (bit & 7))
    expect(bandsOf(other).some((band) => bandsOf(one).includes(band))).toBe(true)
    expect(isSamePicture({ sha256: Buffer.of(1), print: one }, { sha256: Buffer.of(2), print: other })).toBe(
      true,
    )
  }
})
