import { Refusal } from '../kernel/refusal.ts'
import type { EmergencyLine } from '../matters/doors.contract.ts'
import { iso } from '../platform/clock.ts'
import type { Tx } from '../platform/transaction.ts'

export interface NewAlert {
  readonly id: string
  readonly areaId: string
  readonly reach: readonly string[]
  readonly lines: readonly string[]
  readonly textId: string
  readonly raisedAt: Temporal.Instant
}

export async function insertAlert(tx: Tx, alert: NewAlert): Promise<void> {
  await tx.db
    .insertInto('alerts')
    .values({
      id: alert.id,
      area_id: alert.areaId,
      reach: [...alert.reach],
      units: [],
      lines: [...alert.lines],
      text_id: alert.textId,
      raised_at: alert.raisedAt.toString(),
    })
    .execute()
}

/** At most fifty: an alert that nobody took stands on top of everything until somebody does. */
export async function selectAlerts(tx: Tx) {
  const rows = await tx.db
    .selectFrom('alerts as a')
    .innerJoin('sealed_texts as t', 't.id', 'a.text_id')
    .select(['a.id', 'a.area_id as areaId', 'a.lines', 'a.raised_at', 't.body as words'])
    .where('a.seen_at', 'is', null)
    .orderBy('a.id', 'desc')
    .limit(50)
    .execute()
  return rows.map(({ raised_at, lines, ...row }) => ({
    ...row,
    lines: lines as EmergencyLine[],
    raisedAt: iso(raised_at),
  }))
}

/** What taking an alert needs to know of it. */
export interface StandingAlert {
  readonly areaId: string
  readonly reach: readonly string[]
  readonly seenBy: string | null
}

/** The alert. Refuses `not_found` where the asker does not see it. */
export async function loadAlert(tx: Tx, id: string): Promise<StandingAlert> {
  const row = await tx.db
    .selectFrom('alerts')
    .select(['area_id as areaId', 'reach', 'seen_by as seenBy'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw new Refusal('not_found', { kind: 'alert' })
  return row
}

/** Of two at once the second finds it taken. */
export async function seeAlert(tx: Tx, id: string, by: string, at: Temporal.Instant): Promise<void> {
  const { numUpdatedRows } = await tx.db
    .updateTable('alerts')
    .set({ seen_by: by, seen_at: at.toString() })
    .where('id', '=', id)
    .where('seen_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new Refusal('alert_taken')
}
