import type { Selectable } from 'kysely'
import { sql } from 'kysely'
import type { Tables } from '../../../db/tables.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Guard } from '../../platform/sealed-text.ts'
import type { Tx } from '../../platform/transaction.ts'
import type { Situation, WhistleStage } from './contract.ts'

/** A whistle as use cases see it. */
export interface StandingWhistle {
  readonly id: string
  readonly situation: Situation
  readonly stage: WhistleStage
  readonly areaId: string
  readonly path: readonly string[]
  readonly reach: readonly string[]
  /** The units called and those above them; empty until it has sounded. */
  readonly units: readonly string[]
  readonly chain: string
  readonly caseId: string | null
  readonly blowerKind: 'street_desk' | 'community_desk'
  readonly blowerAreaId: string
  readonly blowerUnitId: string | null
  /** The drill whose practice it is: counted nowhere. */
  readonly drillId: string | null
  readonly wordsId: string
  readonly pointId: string | null
  readonly spotMetres: number
  readonly signMinutes: number
  readonly contactMinutes: number
  readonly reportMinutes: number
  readonly review: 'none' | 'before' | 'after'
  readonly reviewedAt: Temporal.Instant | null
  readonly warranted: boolean | null
  readonly blownAt: Temporal.Instant
  readonly soundedAt: Temporal.Instant | null
  readonly endedAt: Temporal.Instant | null
  readonly resultId: string | null
  /** Lines of its story so far. */
  readonly seq: number
}

export const toWhistle = (row: Selectable<Tables['whistles']>): StandingWhistle => ({
  id: row.id,
  situation: row.situation as Situation,
  stage: row.stage as WhistleStage,
  areaId: row.area_id,
  path: row.path,
  reach: row.reach,
  units: row.units,
  chain: row.chain,
  caseId: row.case_id,
  blowerKind: row.blower_kind as StandingWhistle['blowerKind'],
  blowerAreaId: row.blower_area_id,
  blowerUnitId: row.blower_unit_id,
  drillId: row.drill_id,
  wordsId: row.words_id,
  pointId: row.point_id,
  spotMetres: row.spot_metres,
  signMinutes: row.sign_minutes,
  contactMinutes: row.contact_minutes,
  reportMinutes: row.report_minutes,
  review: row.review as StandingWhistle['review'],
  reviewedAt: row.reviewed_at,
  warranted: row.warranted,
  blownAt: row.blown_at,
  soundedAt: row.sounded_at,
  endedAt: row.ended_at,
  resultId: row.result_id,
  seq: row.seq,
})

const moment = (at: Temporal.Instant | null): string | null => at?.toString() ?? null

export async function insertWhistle(tx: Tx, whistle: StandingWhistle): Promise<void> {
  await tx.db
    .insertInto('whistles')
    .values({
      id: whistle.id,
      situation: whistle.situation,
      area_id: whistle.areaId,
      path: [...whistle.path],
      reach: [...whistle.reach],
      chain: whistle.chain,
      case_id: whistle.caseId,
      blower_kind: whistle.blowerKind,
      blower_area_id: whistle.blowerAreaId,
      blower_unit_id: whistle.blowerUnitId,
      drill_id: whistle.drillId,
      words_id: whistle.wordsId,
      point_id: whistle.pointId,
      spot_metres: whistle.spotMetres,
      sign_minutes: whistle.signMinutes,
      contact_minutes: whistle.contactMinutes,
      report_minutes: whistle.reportMinutes,
      review: whistle.review,
      blown_at: whistle.blownAt.toString(),
      ...changing(whistle),
    })
    .execute()
}

/** The columns that acts change. */
const changing = (whistle: StandingWhistle) => ({
  stage: whistle.stage,
  units: [...whistle.units],
  reviewed_at: moment(whistle.reviewedAt),
  warranted: whistle.warranted,
  sounded_at: moment(whistle.soundedAt),
  ended_at: moment(whistle.endedAt),
  result_id: whistle.resultId,
  seq: whistle.seq,
})

/** Writes the row as it is after an act. Of two at once the second is refused `whistle_moved_on`. */
export async function saveWhistle(tx: Tx, before: StandingWhistle, after: StandingWhistle): Promise<void> {
  const { numUpdatedRows } = await tx.db
    .updateTable('whistles')
    .set(changing(after))
    .where('id', '=', before.id)
    .where('seq', '=', before.seq)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new Refusal('whistle_moved_on')
}

/** The whistle. Refuses `not_found` where the asker does not see it. */
export async function loadWhistle(tx: Tx, id: string): Promise<StandingWhistle> {
  const row = await tx.db.selectFrom('whistles').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw new Refusal('not_found', { kind: 'whistle' })
  return toWhistle(row)
}

/** Whoever sees the whistle reads its words; the units called only once it has sounded. */
export const guardOf = ({ reach }: StandingWhistle, units: readonly string[]): Guard => ({
  reach,
  units,
  accountId: null,
  receiptHash: null,
})

/**
 * Whether this desk has blown a whistle of the kind that sounded and was not found unwarranted. One that nobody looked at
 * because an emergency was on is none: it says nothing of how the desk blows in quiet times.
 */
export async function hadOne(tx: Tx, blowerAreaId: string, situation: Situation): Promise<boolean> {
  const row = await tx.db
    .selectFrom('whistles')
    .select('id')
    .where('blower_area_id', '=', blowerAreaId)
    .where('blower_kind', '=', 'community_desk')
    .where('situation', '=', situation)
    .where('sounded_at', 'is not', null)
    .where('drill_id', 'is', null)
    .where(
      sql<boolean>`(warranted or review = 'none' and not (situation = 'emergency' and exists (
        select from emergency_modes m where not m.drill and m.area_id = any (whistles.path)
        and m.from_at <= blown_at and blown_at < coalesce(m.ended_at, m.until_at, 'infinity'))))`,
    )
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** How often desks have blown since then, by kind and area; of one area where it is given. */
export async function countBlown(tx: Tx, since: Temporal.Instant, blowerAreaId: string | null) {
  const rows = await tx.db
    .selectFrom('whistles')
    .select(['blower_kind', 'blower_area_id'])
    .select((eb) => [
      eb.fn.countAll<string>().as('blown'),
      eb.fn.countAll<string>().filterWhere('stage', '=', 'declined').as('declined'),
      eb.fn
        .countAll<string>()
        .filterWhere('warranted', '=', false)
        .filterWhere('stage', '<>', 'declined')
        .as('unwarranted'),
    ])
    .where('drill_id', 'is', null)
    .where('blown_at', '>=', sql<Temporal.Instant>`${since.toString()}::timestamptz`)
    .$if(blowerAreaId !== null, (query) => query.where('blower_area_id', '=', blowerAreaId!))
    .groupBy(['blower_kind', 'blower_area_id'])
    .orderBy('blower_area_id')
    .orderBy('blower_kind')
    .execute()
  return rows.map((row) => ({
    blowerKind: row.blower_kind as StandingWhistle['blowerKind'],
    blowerAreaId: row.blower_area_id,
    blown: Number(row.blown),
    declined: Number(row.declined),
    unwarranted: Number(row.unwarranted),
  }))
}

/** Whistles with a whistled unit that has let its deadline pass unsigned, and nobody wrote it yet. */
export async function selectUnsigned(tx: Tx, now: Temporal.Instant, limit: number): Promise<string[]> {
  const rows = await tx.db
    .selectFrom('whistle_calls')
    .select('whistle_id')
    .where('stage', '=', 'called')
    .where('how', '=', 'whistled')
    .where('sign_due_at', '<', sql<Temporal.Instant>`${now.toString()}::timestamptz`)
    .groupBy('whistle_id')
    .orderBy('whistle_id')
    .limit(limit)
    .execute()
  return rows.map((row) => row.whistle_id)
}

/** The case that a whistle was blown for, where a policy shows it to the asker. */
export async function selectCaseOf(tx: Tx, caseId: string) {
  const row = await tx.db
    .selectFrom('cases')
    .select(['id', 'number', 'reach', 'units'])
    .where('id', '=', caseId)
    .executeTakeFirst()
  return row ?? null
}
