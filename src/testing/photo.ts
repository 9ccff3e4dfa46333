import sharp from 'sharp'

/** A small real photograph; another colour is another picture. */
export const photo = (red = 120): Promise<Buffer> =>
  sharp({ create: { width: 64, height: 48, channels: 3, background: { r: red, g: 140, b: 110 } } })
    .jpeg()
    .toBuffer()
