import { isEmergencyIn, type Mode } from './mode.rule.ts'

/** What decides whether a case goes first. */
interface Standing {
  readonly matter: string | null
  readonly path: readonly string[]
  readonly drillId: string | null
}

/**
 * The emergency by which a case goes first among these, which are on; null where it waits its turn. A drill moves its own
 * practice and never a neighbour's case, and not even that where a real one is on; of several real ones the gravest counts, of
 * equally grave ones the one that gives units the least time, and then the one that was declared first.
 * A report that nobody has screened may be one of its matters: somebody looks at it first, and then it takes its place.
 * `first.sql.ts` says the same in SQL.
 */
export function firstBy<M extends Mode>({ matter, path, drillId }: Standing, on: readonly M[]): M | null {
  if (drillId !== null) return isEmergencyIn(on, path) ? null : (on.find(({ id }) => id === drillId) ?? null)
  const real = on.filter(
    (mode) => !mode.drill && (matter === null || mode.matters.includes(matter)) && path.includes(mode.areaId),
  )
  const [gravest] = real.toSorted(
    (one, other) =>
      one.level - other.level ||
      one.limitPercent - other.limitPercent ||
      Temporal.Instant.compare(one.fromAt, other.fromAt),
  )
  return gravest ?? null
}
