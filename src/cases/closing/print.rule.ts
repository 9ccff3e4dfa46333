/** As many bits may differ between two forms of one picture. With four bands at least one is then the same. */
export const nearBits = 3

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
