import sharp from 'sharp'
import { trendShape } from '../../kernel/trend-shape.ts'
import type { Trend } from '../figures/contract.ts'
import type { ReportPaper } from './paper.contract.ts'

/** A picture for paper, in units of its page; without words, which no server's fonts need then. */
export interface Picture {
  readonly png: Buffer
  readonly width: number
  readonly height: number
}

const box = { width: 620, height: 130 }
/** Drawn so many times larger, since it is printed. */
const scale = 3
const ink = { line: '#1f4e79', band: '#d6e4f0', ground: '#8c8c8c', out: '#b42318' } as const

/** A trend. */
export async function trendPicture(days: Trend['days']): Promise<Picture> {
  const { width, height } = box
  const { band, line, dots } = trendShape(days, box)
  return drawn(
    { width, height: height + 2 },
    `${band === '' ? '' : `<polygon points="${band}" fill="${ink.band}"/>`}
    <line x1="0" x2="${width}" y1="${height}" y2="${height}" stroke="${ink.ground}"/>
    <polyline points="${line}" fill="none" stroke="${ink.line}" stroke-width="2"/>
    ${dots.map(({ x, y, isOut }) => `<circle cx="${x}" cy="${y}" r="3.5" fill="${isOut ? ink.out : ink.line}"/>`).join('')}`,
  )
}

/** How dark each shade of a map is, from none up. */
const shades = [0, 0.15, 0.35, 0.6, 0.85] as const

/** A map of an area's parts in shades. */
export const mapPicture = ({ width, height, parts }: NonNullable<ReportPaper['map']>): Promise<Picture> =>
  drawn(
    { width, height },
    parts
      .map(
        ({ d, step }) =>
          `<path d="${d}" fill="${ink.line}" fill-opacity="${shades[step]}" fill-rule="evenodd" stroke="${ink.ground}"/>`,
      )
      .join(''),
  )

async function drawn(
  { width, height }: { readonly width: number; readonly height: number },
  inside: string,
): Promise<Picture> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-1 -1 ${width + 2} ${height + 2}" width="${(width + 2) * scale}">
    ${inside}
  </svg>`
  return { png: await sharp(Buffer.from(svg)).png().toBuffer(), width, height }
}
