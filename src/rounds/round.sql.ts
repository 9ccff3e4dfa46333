import { sql } from 'kysely'
import type { EstateKind } from '../areas/contract.ts'
import { Refusal } from '../kernel/refusal.ts'
import { iso } from '../platform/clock.ts'
import { violated } from '../platform/database.ts'
import type { Tx } from '../platform/transaction.ts'
import type { ItemKind, ItemState, RoundRow } from './contract.ts'

/** One thing as a round found it. */
export interface Result {
  readonly item: string
  readonly kind: ItemKind
  readonly state: ItemState
  readonly findingId: string | null
}

export interface NewRound {
  readonly id: string
  readonly areaId: string
  readonly estateKind: EstateKind
  readonly checklistId: string | null
  readonly reach: readonly string[]
  readonly chain: string
  readonly results: readonly Result[]
  readonly startedAt: Temporal.Instant
  readonly endedAt: Temporal.Instant
}

export const countOf = (results: readonly Pick<Result, 'state'>[], state: ItemState): number =>
  results.filter((result) => result.state === state).length

/** Refuses `request_id_reused` where the round stands already. */
export async function insertRound(tx: Tx, round: NewRound): Promise<void> {
  try {
    await tx.db
      .insertInto('rounds')
      .values({
        id: round.id,
        area_id: round.areaId,
        estate_kind: round.estateKind,
        checklist_id: round.checklistId,
        reach: [...round.reach],
        chain: round.chain,
        results: JSON.stringify(round.results),
        fine: countOf(round.results, 'fine'),
        found: countOf(round.results, 'found'),
        absent: countOf(round.results, 'absent'),
        started_at: round.startedAt.toString(),
        ended_at: round.endedAt.toString(),
      })
      .execute()
  } catch (error) {
    if (violated(error) === 'rounds_pkey') throw new Refusal('request_id_reused')
    throw error
  }
}

/** Things as this round found them, unless a later round looked at them already: phones send late. */
export async function saveItems(tx: Tx, round: NewRound): Promise<void> {
  const { results } = round
  await tx.query(
    'save_round_items',
    `insert into round_items as i
       (area_id, item, kind, state, finding_id, checklist_id, round_id, checked_at, reach)
     select $1, t.item, t.kind, t.state, t.finding_id, $6, $7, $8, $9
     from unnest($2::text[], $3::text[], $4::text[], $5::uuid[]) as t (item, kind, state, finding_id)
     on conflict (area_id, item) do update set kind = excluded.kind, state = excluded.state,
       finding_id = excluded.finding_id, checklist_id = excluded.checklist_id, round_id = excluded.round_id,
       checked_at = excluded.checked_at, reach = excluded.reach
     where (i.checked_at, i.round_id) < (excluded.checked_at, excluded.round_id)`,
    [
      round.areaId,
      results.map(({ item }) => item),
      results.map(({ kind }) => kind),
      results.map(({ state }) => state),
      results.map(({ findingId }) => findingId),
      round.checklistId,
      round.id,
      round.endedAt.toString(),
      [...round.reach],
    ],
  )
}

/** When each of these places was walked last. */
export async function selectLastRounds(
  tx: Tx,
  areaIds: readonly string[],
): Promise<Map<string, Temporal.Instant>> {
  if (areaIds.length === 0) return new Map()
  const rows = await tx.db
    .selectFrom('rounds')
    .select(['area_id', sql<Temporal.Instant>`max(ended_at)`.as('ended_at')])
    .where(sql<boolean>`area_id = any (${[...areaIds]}::uuid[])`)
    .groupBy('area_id')
    .execute()
  return new Map(rows.map((row) => [row.area_id, row.ended_at]))
}

/** Chains on which rounds of each of these places stand: more than one where it came to another community. */
export async function selectChains(tx: Tx, areaIds: readonly string[]): Promise<Map<string, string[]>> {
  if (areaIds.length === 0) return new Map()
  const rows = await tx.db
    .selectFrom('rounds')
    .select(['area_id', 'chain'])
    .distinct()
    .where(sql<boolean>`area_id = any (${[...areaIds]}::uuid[])`)
    .execute()
  const found = Map.groupBy(rows, (row) => row.area_id)
  return new Map([...found].map(([id, chains]) => [id, chains.map(({ chain }) => chain)]))
}

/** The last rounds of a place, the latest first. */
export async function selectRoundsAt(tx: Tx, areaId: string, limit: number): Promise<RoundRow[]> {
  const rows = await tx.db
    .selectFrom('rounds')
    .select(['id', 'fine', 'found', 'absent', 'started_at', 'ended_at'])
    .where('area_id', '=', areaId)
    .orderBy('ended_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ id, started_at, ended_at, ...counts }) => ({
    ...counts,
    roundId: id,
    startedAt: iso(started_at),
    endedAt: iso(ended_at),
  }))
}

/** A thing of an estate as its row has it. */
export interface ItemRow {
  readonly areaId: string
  readonly item: string
  readonly kind: ItemKind
  readonly state: ItemState
  readonly findingId: string | null
  readonly checklistId: string | null
  readonly checkedAt: Temporal.Instant
}

/** Which things are asked for, and after which one of the last page. */
export interface ItemFilter {
  readonly areaIds: readonly string[]
  readonly kind?: ItemKind | undefined
  readonly state?: ItemState | undefined
  readonly after?: { readonly areaId: string; readonly item: string } | undefined
  readonly limit?: number
}

/** Things of these places, in order of place and code. */
export async function selectItems(
  tx: Tx,
  { areaIds, kind, state, after, limit = 100_000 }: ItemFilter,
): Promise<ItemRow[]> {
  if (areaIds.length === 0) return []
  const rows = await tx.db
    .selectFrom('round_items')
    .select(['area_id', 'item', 'kind', 'state', 'finding_id', 'checklist_id', 'checked_at'])
    .where(sql<boolean>`area_id = any (${[...areaIds]}::uuid[])`)
    .$if(kind !== undefined, (q) => q.where('kind', '=', kind!))
    .$if(state !== undefined, (q) => q.where('state', '=', state!))
    .$if(after !== undefined, (q) =>
      q.where(sql<boolean>`(area_id, item) > (${after?.areaId}::uuid, ${after?.item})`),
    )
    .orderBy('area_id')
    .orderBy('item')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    areaId: row.area_id,
    item: row.item,
    kind: row.kind as ItemKind,
    state: row.state as ItemState,
    findingId: row.finding_id,
    checklistId: row.checklist_id,
    checkedAt: row.checked_at,
  }))
}
