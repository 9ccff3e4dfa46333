/**
 * What a photograph looks like, in 64 bits: whether each of 8×8 spots is darker than the one to its right. The same
 * picture sent again, smaller or in another quality, differs in very few. Source: own; docs/decisions/0010.
 */
export const printWidth = 9
export const printHeight = 8

/** As many bits may differ between two forms of one picture. With four bands at least one is then the same. */
export const nearBits = 3

/** Fewer or more edges than these, and a picture is too plain to be told from others: a wall, a night. */
const edges = { fewest: 10, most: 54 } as const

/** The print of 9×8 grey values from 0 to 255, row by row; null where the picture is too plain. */
export function printOf(grey: Uint8Array): Buffer | null {
  const print = Buffer.alloc(8)
  let set = 0
  for (let row = 0; row < printHeight; row += 1)
    for (let column = 0; column < printHeight; column += 1) {
      const at = row * printWidth + column
      // A difference that cannot be seen is none.
      if (grey[at + 1]! - grey[at]! < 4) continue
      print[row] = print[row]! | (1 << column)
      set += 1
    }
  return set < edges.fewest || set > edges.most ? null : print
}

/** Two rows without a change from dark to light, or of nothing else: sky and walls, which thousands of pictures share. */
const flat: ReadonlySet<number> = new Set([0x0000, 0x00ff, 0xff00, 0xffff])

/** The bands of a print, each with its place, without flat ones: two near prints share at least one of four. */
export const bandsOf = (print: Buffer | null): number[] =>
  print === null
    ? []
    : [0, 1, 2, 3].flatMap((band) => {
        const bits = print.readUInt16BE(band * 2)
        return flat.has(bits) ? [] : [band * 65_536 + bits]
      })

const bitsOf = (byte: number): number => byte.toString(2).replaceAll('0', '').length

/** In how many bits two prints differ. */
const distance = (one: Buffer, other: Buffer): number =>
  one.reduce((sum, byte, index) => sum + bitsOf(byte ^ other[index]!), 0)

export interface Pictured {
  readonly sha256: Buffer
  readonly print: Buffer | null
}

/** Whether two photographs are one: the very same file, or as good as the same picture. */
export const isSamePicture = (one: Pictured, other: Pictured): boolean =>
  one.sha256.equals(other.sha256) ||
  (one.print !== null && other.print !== null && distance(one.print, other.print) <= nearBits)
