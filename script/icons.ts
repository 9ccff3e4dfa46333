// Draws the icons under which the field face stands on a phone, from our own mark. Run by hand after the mark changed:
//   node script/icons.ts
import { mkdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import sharp from 'sharp'

const pages = resolve(import.meta.dirname, '../src/web/public')
const mark = readFileSync(resolve(pages, 'favicon.svg'), 'utf8')

/** Phones cut their own shape out of it: the ground goes to the edge, and the mark keeps away from it. */
const full = mark
  .replace(' rx="7"', '')
  .replace('<path', '<g transform="translate(4.5 4.5) scale(.72)"><path')
  .replace('</svg>', '</g></svg>')

const icons = [
  ['field-180.png', full, 180],
  ['field-192.png', mark, 192],
  ['field-512.png', mark, 512],
  ['field-512-full.png', full, 512],
] as const

mkdirSync(resolve(pages, 'icons'), { recursive: true })
for (const [name, drawing, pixels] of icons)
  await sharp(Buffer.from(drawing), { density: (72 * pixels) / 32 })
    .resize(pixels, pixels)
    .png({ palette: true })
    .toFile(resolve(pages, 'icons', name))
