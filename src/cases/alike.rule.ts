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

/**
 * How likely each of `others` tells of the same thing as `one`, from 0 to 1, to rank them by: what few of them share weighs
 * much, and what most say (a greeting, a plea to be quick) next to nothing.
 */
export function likeness(one: string, others: readonly string[]): number[] {
  const own = pairs(one)
  const theirs = others.map(pairs)
  const holders = new Map<string, number>()
  for (const held of [own, ...theirs])
    for (const pair of held) holders.set(pair, (holders.get(pair) ?? 0) + 1)
  const texts = others.length + 1
  const weights = new Map([...holders].map(([pair, count]) => [pair, Math.log1p(texts / count) ** 3]))
  const sum = (held: Iterable<string>) => [...held].reduce((all, pair) => all + weights.get(pair)!, 0)
  const whole = sum(own)
  return theirs.map((held) => {
    const size = Math.sqrt(whole * sum(held))
    return size === 0 ? 0 : sum(held.intersection(own)) / size
  })
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
