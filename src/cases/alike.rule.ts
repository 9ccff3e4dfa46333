/** Pairs of neighbouring characters: what Chinese words share without a dictionary. */
function pairs(text: string): Set<string> {
  const plain = text.toLowerCase().replace(/[\s\p{P}\p{S}]+/gu, '')
  const found = new Set<string>()
  for (let at = 0; at + 1 < plain.length; at += 1) found.add(plain.slice(at, at + 2))
  return found
}

/** How much of the shorter text the other one shares, in percent (overlap of character pairs). */
export function alikePercent(one: string, other: string): number {
  const [a, b] = [pairs(one), pairs(other)]
  const smaller = Math.min(a.size, b.size)
  if (smaller === 0) return 0
  let shared = 0
  for (const pair of a) if (b.has(pair)) shared += 1
  return Math.round((100 * shared) / smaller)
}

/** The longest piece of a text that is compared: what follows adds nothing that a person would look at. */
const comparedCharacters = 600

/**
 * The pieces of `one` that stand in `other` too, longest first found from the left, two characters or more, none twice.
 * What joins sentences is no likeness: punctuation ends a piece.
 */
export function sharedPieces(one: string, other: string): string[] {
  const found = new Set<string>()
  const there = other.slice(0, comparedCharacters)
  for (const sentence of one.slice(0, comparedCharacters).split(/[\s\p{P}\p{S}]+/u)) {
    let at = 0
    while (at + 2 <= sentence.length) {
      let end = at + 1
      while (end < sentence.length && there.includes(sentence.slice(at, end + 1))) end += 1
      if (end - at >= 2) found.add(sentence.slice(at, end))
      at = end
    }
  }
  return [...found]
}
