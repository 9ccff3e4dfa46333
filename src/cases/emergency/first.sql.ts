import { type RawBuilder, sql } from 'kysely'
import type { Key } from '../../kernel/keyset.ts'
import type { Mode } from './mode.rule.ts'

/** Whether a case `c` goes first by these, in the words of `firstBy`. */
function firstSql(on: readonly Mode[]): RawBuilder<boolean> {
  const real = on.filter(({ drill }) => !drill)
  const drills = on.flatMap(({ id, drill }) => (drill ? [id] : []))
  // Named once more for all: an index finds cases by matter, whatever their place.
  const named = [...new Set(real.flatMap(({ matters }) => matters))]
  const one = ({ matters, areaId }: Mode) =>
    sql<boolean>`(c.matter is null or c.matter = any (${[...matters]}::text[])) and c.path && array[${areaId}]::uuid[]`
  const ofReal =
    real.length === 0
      ? sql<boolean>`false`
      : sql<boolean>`c.drill_id is null and (c.matter is null or c.matter = any (${named}::text[])) and (${sql.join(real.map(one), sql` or `)})`
  const realAreas = real.map(({ areaId }) => areaId)
  const ofDrills = sql<boolean>`c.drill_id = any (${drills}::uuid[]) and not c.path && ${realAreas}::uuid[]`
  return drills.length === 0 ? ofReal : sql<boolean>`(${ofReal} or (${ofDrills}))`
}

/** Reads rows of a list that is ordered by key: those that this condition chooses, behind the key. */
type Select<Row> = (
  chosen: RawBuilder<boolean> | null,
  after: Key | null,
  limit: number,
) => Promise<readonly Row[]>

/**
 * One page of a list in which what an emergency puts first stands above the rest, each part in the list's own order. With
 * none it is the list's own query and nothing else. These are what `modesOf` says of the key: those by which the list was
 * begun.
 */
export async function firstThenRest<Row>(
  on: readonly Mode[],
  key: Key | null,
  limit: number,
  select: Select<Row>,
): Promise<Row[]> {
  const restAfter = key?.first ? null : key
  if (on.length === 0) return [...(await select(null, restAfter, limit))]
  const isFirst = firstSql(on)
  const first = key !== null && !key.first ? [] : await select(isFirst, key, limit)
  if (first.length >= limit) return [...first]
  const rest = await select(sql<boolean>`(${isFirst}) is not true`, restAfter, limit - first.length)
  return [...first, ...rest]
}
