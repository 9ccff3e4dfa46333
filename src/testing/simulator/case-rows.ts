import { type Clocks, isoOf, isoOfMs } from './second-opinion/account.ts'
import type { Told } from './second-opinion/story.ts'

interface PartRow {
  readonly unitId: string
  readonly role: string
  readonly stage: string
  readonly dueAt: string
  readonly yellowAt: string
}

export interface CaseRows {
  readonly id: string
  readonly says: object
  readonly parts: readonly PartRow[]
}

/** Moments that never come: a pause without an end. */
const never = '9999-12-31T00:00:00.000Z'
const moment = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

/** Rows of cases with their parts, as the second opinion says them. */
export const rowsSql = `select c.id, jsonb_build_object('stage', c.stage, 'lead', c.lead_unit_id, 'confidential', c.confidential,
    'reopened', c.reopened, 'solved', c.solved, 'rating', c.rating, 'joinedInto', c.joined_into, 'seq', c.seq,
    'resolvedAt', ${moment('c.resolved_at')}, 'responseDueAt', ${moment('c.response_due_at')},
    'respondedAt', ${moment('c.responded_at')}, 'dueAt', ${moment('c.due_at')}, 'yellowAt', ${moment('c.yellow_at')}) as says,
  (select coalesce(jsonb_agg(jsonb_build_object('unitId', p.unit_id, 'role', p.role, 'stage', p.stage,
    'dueAt', ${moment('p.due_at')}, 'yellowAt', ${moment('p.yellow_at')})), '[]') from case_parts p where p.case_id = c.id) as parts
  from cases c where c.id = any($1::uuid[])`

/** What a case's row must say. */
export function rowOf(told: Told, { answered, response, units }: Clocks) {
  const lead = told.lead === null ? undefined : units.get(told.lead)
  const clock = lead ?? response
  return {
    stage: told.stage,
    lead: told.lead,
    confidential: told.confidential,
    reopened: told.reopened,
    solved: told.solved,
    rating: told.rating,
    joinedInto: told.joinedInto,
    seq: told.seq,
    resolvedAt: told.resolved === null ? null : isoOf(told.resolved),
    responseDueAt: response.account.dueAt,
    respondedAt: answered === null ? null : isoOf(answered),
    dueAt: lead ? (lead.account.dueAt ?? never) : null,
    yellowAt: clock.walked.yellowMs === null ? never : isoOfMs(clock.walked.yellowMs),
  }
}

/** What its parts must say, by unit. */
export const partsOf = (told: Told, { units }: Clocks) =>
  Object.fromEntries(
    told.parts.map(({ unitId, role, stage }) => {
      const { account } = units.get(unitId)!
      return [unitId, { role, stage, dueAt: account.dueAt ?? never, yellowAt: account.yellowAt ?? never }]
    }),
  )
