/**
 * What a photograph looks like, in 64 bits: whether each of 8×8 spots is darker than the one to its right. The same
 * picture sent again, smaller or in another quality, differs in very few. Source: own; docs/decisions/0010.
 */
export const printWidth = 9
export const printHeight = 8

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
