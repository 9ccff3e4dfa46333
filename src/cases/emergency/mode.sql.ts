import type { Kysely, Selectable } from 'kysely'
import type { Tables } from '../../../db/tables.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Tx } from '../../platform/transaction.ts'
import type { Level } from './contract.ts'
import type { Mode } from './mode.rule.ts'

/** A declaration as use cases see it. */
export interface StandingMode extends Mode {
  readonly chain: string
  /** Departments that are told besides the posts of the area. */
  readonly unitIds: readonly string[]
  readonly basisId: string
  readonly wordsId: string | null
  /** The planned end of which people were told ahead. */
  readonly endToldAt: Temporal.Instant | null
  readonly endedWhy: 'by_hand' | 'time' | 'real' | null
  /** Lines of its story so far. */
  readonly seq: number
}

const toMode = (row: Selectable<Tables['emergency_modes']>): StandingMode => ({
  id: row.id,
  kind: row.kind,
  drill: row.drill,
  level: row.level as Level,
  areaId: row.area_id,
  path: row.path,
  chain: row.chain,
  matters: row.matters,
  limitPercent: row.limit_percent,
  unitIds: row.unit_ids,
  basisId: row.basis_id,
  wordsId: row.words_id,
  fromAt: row.from_at,
  untilAt: row.until_at,
  endToldAt: row.end_told_at,
  endedAt: row.ended_at,
  endedWhy: row.ended_why as StandingMode['endedWhy'],
  seq: row.seq,
})

/** All that was ever declared, the oldest first: few enough to be kept in memory. */
export async function readModes(db: Kysely<Tables>): Promise<StandingMode[]> {
  const rows = await db.selectFrom('emergency_modes').selectAll().orderBy('id').execute()
  return rows.map(toMode)
}

export async function insertMode(tx: Tx, mode: StandingMode): Promise<void> {
  await tx.db
    .insertInto('emergency_modes')
    .values({
      id: mode.id,
      kind: mode.kind,
      drill: mode.drill,
      level: mode.level,
      area_id: mode.areaId,
      path: [...mode.path],
      chain: mode.chain,
      matters: [...mode.matters],
      limit_percent: mode.limitPercent,
      unit_ids: [...mode.unitIds],
      basis_id: mode.basisId,
      words_id: mode.wordsId,
      from_at: mode.fromAt.toString(),
      until_at: mode.untilAt?.toString() ?? null,
      ended_at: mode.endedAt?.toString() ?? null,
      ended_why: mode.endedWhy,
      seq: mode.seq,
    })
    .execute()
}

/** Writes the row as it is after an act. Of two at once the second is refused `emergency_moved_on`. */
export async function saveMode(tx: Tx, before: StandingMode, after: StandingMode): Promise<void> {
  const { numUpdatedRows } = await tx.db
    .updateTable('emergency_modes')
    .set({
      level: after.level,
      words_id: after.wordsId,
      end_told_at: after.endToldAt?.toString() ?? null,
      until_at: after.untilAt?.toString() ?? null,
      ended_at: after.endedAt?.toString() ?? null,
      ended_why: after.endedWhy,
      seq: after.seq,
    })
    .where('id', '=', before.id)
    .where('seq', '=', before.seq)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new Refusal('emergency_moved_on')
}

/** The declaration. Refuses `not_found` where the asker does not see it. */
export async function loadMode(tx: Tx, id: string): Promise<StandingMode> {
  const row = await tx.db.selectFrom('emergency_modes').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw new Refusal('not_found', { kind: 'emergency' })
  return toMode(row)
}
