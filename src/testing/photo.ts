import sharp from 'sharp'
import { randomFrom } from '../kernel/random.ts'

/** A small real photograph; another colour is another picture. */
export const photo = (red = 120): Promise<Buffer> =>
  sharp({ create: { width: 64, height: 48, channels: 3, background: { r: red, g: 140, b: 110 } } })
    .jpeg()
    .toBuffer()

/** A photograph with something on it: grey spots in an order of their own for each `seed`. */
export function patterned(seed: number): Promise<Buffer> {
  const { next } = randomFrom(seed)
  const pixels = Buffer.from(Array.from({ length: 36 }, () => Math.floor(next() * 256)))
  return sharp(pixels, { raw: { width: 6, height: 6, channels: 1 } })
    .resize({ width: 480, height: 360, fit: 'fill' })
    .jpeg()
    .toBuffer()
}
