/** Where a report lies: areas from the district down to the nearest that is known. */
export interface Lies {
  readonly path: readonly string[]
}

/** Telephones say where they are to some tens of metres; within this two points are one place. */
const samePlaceMetres = 60
/** However far: whoever reports what they saw on their way says where they are now. */
const leastByMetres = 0.3
/** District, street, community, grid: nearer than that a place is one spot, or a few buildings round it. */
const wideLevels = 4
/** What tells two places apart weighs the less, the nearer together they lie: other grids, other estates, other buildings. */
const apart = { wide: 0.4, near: 0.5 } as const
/** Nothing tells them apart, and nothing puts them at one spot: of one at least no more is known than its grid. */
const unknown = 0.75

/**
 * How well two reports of a community fit together by where they lie, from 0 to 1, to weigh their words by: the same words of
 * another building are most often another case. Source: own, by `npm run bench -- duplicates`.
 */
export function nearness({ path: one }: Lies, { path: other }: Lies, metres: number | null): number {
  if (metres !== null) return Math.max(leastByMetres, Math.min(1, samePlaceMetres / Math.max(metres, 1)))
  const known = Math.min(one.length, other.length)
  const differsAt = one.slice(0, known).findIndex((id, level) => id !== other[level])
  if (differsAt >= 0) return differsAt < wideLevels ? apart.wide : apart.near
  return known > wideLevels ? 1 : unknown
}
