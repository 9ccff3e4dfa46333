import { type RawBuilder, sql } from 'kysely'
import type { Key } from '../../kernel/keyset.ts'
import type { Mode } from './mode.rule.ts'

/**
 * What goes first by these, of cases `c`, in the words of `firstBy`: by its matter, because nobody has screened it, as practice.
 * Apart, since each is found by an index of its own, and together by none.
 */
function firstParts(on: readonly Mode[]): RawBuilder<boolean>[] {
  const real = on.filter(({ drill }) => !drill)
  const drills = on.flatMap(({ id, drill }) => (drill ? [id] : []))
  // Named once more for all: an index finds cases by matter, whatever their place.
  const named = [...new Set(real.flatMap(({ matters }) => matters))]
  const one = ({ matters, areaId }: Mode) =>
    sql<boolean>`c.matter = any (${[...matters]}::text[]) and c.path && array[${areaId}]::uuid[]`
  const realAreas = real.map(({ areaId }) => areaId)
  const ofMatters = sql<boolean>`(c.drill_id is null and c.matter = any (${named}::text[]) and (${sql.join(real.map(one), sql` or `)}))`
  // As a case and not plainly: overlapping arrays are taken for rare, and the list's order would not be walked.
  const unscreened = sql<boolean>`(c.drill_id is null and c.matter is null
    and case when c.path && ${realAreas}::uuid[] then true else false end)`
  const ofDrills = sql<boolean>`(c.drill_id = any (${drills}::uuid[]) and not c.path && ${realAreas}::uuid[])`
  return [...(real.length > 0 ? [ofMatters, unscreened] : []), ...(drills.length > 0 ? [ofDrills] : [])]
}

/** By id, as PostgreSQL orders them. */
export const byId = (one: { readonly id: string }, other: { readonly id: string }): number =>
  one.id < other.id ? -1 : one.id > other.id ? 1 : 0

/** Reads rows of a list that is ordered by key: those that this condition chooses, behind the key. */
type Select<Row> = (
  chosen: RawBuilder<boolean> | null,
  after: Key | null,
  limit: number,
) => Promise<readonly Row[]>

/**
 * One page of a list in which what an emergency puts first stands above the rest, each part in the list's own order, which `compare` says of
 * rows that were read. With none it is the list's own query and nothing else. These are what `modesOf` says of the key: those by which the list was
 * begun.
 */
export async function firstThenRest<Row>(
  on: readonly Mode[],
  key: Key | null,
  limit: number,
  select: Select<Row>,
  compare: (one: Row, other: Row) => number,
): Promise<Row[]> {
  const restAfter = key?.first ? null : key
  if (on.length === 0) return [...(await select(null, restAfter, limit))]
  const parts = firstParts(on)
  const first: Row[] = []
  if (key === null || key.first) for (const part of parts) first.push(...(await select(part, key, limit)))
  first.sort(compare)
  if (first.length >= limit) return first.slice(0, limit)
  const isRest = sql<boolean>`(${sql.join(parts, sql` or `)}) is not true`
  return [...first, ...(await select(isRest, restAfter, limit - first.length))]
}
