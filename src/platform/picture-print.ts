import { printHeight, printOf, printWidth } from './picture-print.rule.ts'

/** The print of a picture in any of the accepted forms; null where it is too plain to be told from others. */
export async function printFrom(bytes: Buffer): Promise<Buffer | null> {
  const { default: sharp } = await import('sharp')
  const grey = await sharp(bytes)
    .resize({ width: printWidth, height: printHeight, fit: 'fill' })
    .greyscale()
    .raw()
    .toBuffer()
  return printOf(grey)
}
