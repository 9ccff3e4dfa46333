/** A stream of numbers that is the same on every machine for one seed. Not for secrets. */
export interface Random {
  /** From 0 up to, not including, 1. */
  next(): number
  between(low: number, high: number): number
  /** A whole number from 0 up to, not including, `limit`. */
  below(limit: number): number
  pick<T>(items: readonly T[]): T
  shuffled<T>(items: readonly T[]): T[]
}

/** The generator mulberry32 (Tommy Ettinger, public domain): 32 bits of state, integer arithmetic only. */
export function randomFrom(seed: number): Random {
  let state = seed | 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number): number => Math.floor(next() * limit)
  const shuffled = <T>(items: readonly T[]): T[] => {
    const deck = [...items]
    for (let at = deck.length - 1; at > 0; at--) {
      const other = below(at + 1)
      const swapped = deck[at]!
      deck[at] = deck[other]!
      deck[other] = swapped
    }
    return deck
  }
  return {
    next,
    between: (low, high) => low + next() * (high - low),
    below,
    pick: (items) => items[below(items.length)]!,
    shuffled,
  }
}
