import type { Kysely } from 'kysely'
import type { Tables } from '../../db/tables.ts'
import type { Light } from './contract.ts'

/** What a message outside the house may say of a case, and whether it may. */
export interface CaseInMessage {
  readonly id: string
  readonly number: string
  readonly confidential: boolean
  /** Code of the matter, or null while nobody has named it. */
  readonly matter: string | null
  /** The place at acceptance, from the district down. */
  readonly path: readonly string[]
  /** The areas whose posts may see it now. */
  readonly reach: readonly string[]
  /** As the queues sort by it: `none` where the clock rests or has stopped. */
  readonly light: Light
}

const counting: ReadonlySet<string> = new Set(['accepted', 'screened', 'dispatched', 'signed', 'handling'])

/** These cases as they are at `now`. For the program itself, which sends messages. */
export async function selectCasesInMessages(
  db: Kysely<Tables>,
  ids: readonly string[],
  now: Temporal.Instant,
): Promise<Map<string, CaseInMessage>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('cases')
    .select([
      'id',
      'number',
      'confidential',
      'matter',
      'path',
      'reach',
      'stage',
      'lead_unit_id',
      'due_at',
      'yellow_at',
    ])
    .select(['response_due_at', 'responded_at', 'clock_stopped'])
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(
    rows.map((row) => {
      const { id, number, confidential, matter, path, reach } = row
      return [id, { id, number, confidential, matter, path, reach, light: lightOf(row, now) }]
    }),
  )
}

interface Moments {
  readonly stage: string
  readonly lead_unit_id: string | null
  readonly due_at: Temporal.Instant | null
  readonly yellow_at: Temporal.Instant | null
  readonly response_due_at: Temporal.Instant
  readonly responded_at: Temporal.Instant | null
  readonly clock_stopped: boolean
}

/** In the words of `desk.sql.ts`: the unit's clock once a unit has the case, before that the response's. */
function lightOf(row: Moments, now: Temporal.Instant): Light {
  const stands = row.lead_unit_id === null ? row.responded_at !== null : row.clock_stopped
  if (stands || !counting.has(row.stage)) return 'none'
  const due = (row.lead_unit_id && row.due_at) || row.response_due_at
  if (Temporal.Instant.compare(due, now) < 0) return 'red'
  return Temporal.Instant.compare(row.yellow_at ?? row.response_due_at, now) <= 0 ? 'yellow' : 'green'
}
