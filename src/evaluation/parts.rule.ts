/** One part of a whole, as far as it is asked whether it may be said: how many facts, and by whom. */
export interface Part {
  readonly key: string
  readonly facts: number
  readonly people: ReadonlySet<string>
}

interface Enough {
  readonly facts: number
  /** Fewer people are no group; 0 where it is not people that the parts are made of. */
  readonly people: number
}

/**
 * Which parts may be said (Care 8): those of enough facts by enough people. The whole is known: what is left of it by taking
 * away what is said must be enough as well, or the smallest of the others is held back too, until it is.
 */
export function partsSaid(parts: readonly Part[], enough: Enough): ReadonlySet<string> {
  const isEnough = (some: readonly Part[]) =>
    some.reduce((sum, { facts }) => sum + facts, 0) >= enough.facts &&
    new Set(some.flatMap(({ people }) => [...people])).size >= enough.people
  const said = parts
    .filter((part) => isEnough([part]))
    .sort((one, other) => other.facts - one.facts || (one.key < other.key ? -1 : 1))
  const held = parts.filter((part) => !said.includes(part))
  while (held.length > 0 && said.length > 0 && !isEnough(held)) held.push(said.pop()!)
  return new Set(said.map(({ key }) => key))
}
