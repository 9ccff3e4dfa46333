import { type Kysely, sql } from 'kysely'
import type { Tables } from '../../../db/tables.ts'
import type { KeptCounts } from '../../platform/kept-counts.ts'
import type { Stage } from '../contract.ts'
import { countJoined } from '../joined-cases.sql.ts'
import { endedStages } from '../stage.rule.ts'
import { type LightNow, lightNow, type OpenLight } from './light-now.rule.ts'
import type { OpenCase, OpenCell } from './open-cells.rule.ts'

export const openCounts: KeptCounts<Exclude<keyof OpenCell, 'by'>> = {
  table: 'open_counts',
  key: {
    areaId: ['area_id', 'uuid'],
    byWhat: ['by_what', 'text'],
    what: ['what', 'text'],
    light: ['light', 'text'],
  },
}

/** An open case as it is kept. */
export interface KeptOpen extends OpenCase, LightNow {
  readonly id: string
  readonly reports: number
  readonly named: boolean
}

/** Cases whose light has turned by that moment, the earliest first. */
export async function selectTurned(
  db: Kysely<Tables>,
  now: Temporal.Instant,
  limit: number,
): Promise<string[]> {
  const rows = await db
    .selectFrom('open_cases')
    .select('case_id')
    .where(sql<boolean>`turns_at <= ${now.toString()}::timestamptz`)
    .orderBy('turns_at')
    .limit(limit)
    .execute()
  return rows.map((row) => row.case_id)
}

/** Of these cases those that a wall counts: open, no practice, not confidential. */
export async function readOpen(
  db: Kysely<Tables>,
  caseIds: readonly string[],
  now: Temporal.Instant,
): Promise<KeptOpen[]> {
  const rows = await db
    .selectFrom('cases as c')
    .leftJoin('case_parts as p', (on) =>
      on.onRef('p.case_id', '=', 'c.id').onRef('p.unit_id', '=', 'c.lead_unit_id'),
    )
    .selectAll('c')
    .select(['p.stage as lead_stage'])
    .select(({ exists, selectFrom }) =>
      exists(selectFrom('mediations').whereRef('case_id', '=', 'c.id').select('mediations.id')).as(
        'mediated',
      ),
    )
    .where('c.id', 'in', [...caseIds])
    .where('c.stage', 'not in', [...endedStages])
    .where('c.confidential', '=', false)
    .where('c.drill_id', 'is', null)
    .execute()
  const joined = await countJoined(
    db,
    rows.map((row) => row.id),
  )
  return rows.map((row) => {
    const stage = row.stage as Stage
    const lit = lightNow(
      {
        stage,
        leadUnitId: row.lead_unit_id,
        dueAt: row.due_at,
        responseDueAt: row.response_due_at,
        yellowAt: row.yellow_at,
        respondedAt: row.responded_at,
        clockStopped: row.clock_stopped,
        leadIsDone: row.lead_stage === 'resolved',
      },
      now,
    )
    return {
      id: row.id,
      reach: row.reach,
      unitId: row.lead_unit_id,
      matter: row.matter ?? '',
      stage,
      ...lit,
      reports: 1 + (joined.get(row.id) ?? 0),
      // Whoever lives beside a quarrel knows whose it is.
      named: row.public && row.mediated !== true,
    }
  })
}

/** Keeps what was found of these cases in place of what was kept of them; returns what that was. */
export async function replaceOpen(
  db: Kysely<Tables>,
  caseIds: readonly string[],
  found: readonly KeptOpen[],
): Promise<OpenCase[]> {
  const gone = await db
    .deleteFrom('open_cases')
    .where('case_id', 'in', [...caseIds])
    .returning(['reach', 'unit_id', 'matter', 'stage', 'light'])
    .execute()
  if (found.length > 0)
    await db
      .insertInto('open_cases')
      .values(
        found.map(({ id, reach, unitId, turnsAt, redAt, ...row }) => ({
          ...row,
          case_id: id,
          reach: [...reach],
          unit_id: unitId,
          turns_at: turnsAt?.toString() ?? null,
          red_at: redAt?.toString() ?? null,
        })),
      )
      .execute()
  return gone.map(({ unit_id, light, ...row }) => ({ ...row, unitId: unit_id, light: light as OpenLight }))
}
