import type { Tx } from '../platform/transaction.ts'
import type { Case } from './case.sql.ts'
import { toCase } from './case.sql.ts'
import { endedStages } from './stage.rule.ts'

export interface CountedCase extends Case {
  readonly provisional: boolean
}

export interface CountedPart {
  readonly caseId: string
  readonly unitId: string
  readonly dueAt: Temporal.Instant
  readonly yellowAt: Temporal.Instant
}

/** Open cases of which a clock may run into the time from `from` on, or is provisional; in order of id. */
export async function selectCounted(
  tx: Tx,
  from: Temporal.Instant,
  after: string | null,
  limit: number,
): Promise<CountedCase[]> {
  const rows = await tx.db
    .selectFrom('cases as c')
    .selectAll('c')
    .where('c.stage', 'not in', [...endedStages])
    .where((eb) =>
      eb.or([
        eb('c.provisional', '=', true),
        eb('c.response_due_at', '>=', from),
        eb('c.due_at', '>=', from),
        eb.exists(
          eb
            .selectFrom('case_parts as p')
            .select('p.case_id')
            .whereRef('p.case_id', '=', 'c.id')
            .where('p.due_at', '>=', from),
        ),
      ]),
    )
    .$if(after !== null, (q) => q.where('c.id', '>', after!))
    .orderBy('c.id')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ ...toCase(row), provisional: row.provisional }))
}

export async function selectCountedParts(tx: Tx, caseIds: readonly string[]): Promise<CountedPart[]> {
  if (caseIds.length === 0) return []
  const rows = await tx.db
    .selectFrom('case_parts')
    .select(['case_id', 'unit_id', 'due_at', 'yellow_at'])
    .where('case_id', 'in', [...caseIds])
    .execute()
  return rows.map((row) => ({
    caseId: row.case_id,
    unitId: row.unit_id,
    dueAt: row.due_at,
    yellowAt: row.yellow_at,
  }))
}

export interface Recounted {
  readonly id: string
  /** The line of the story that was read. */
  readonly seq: number
  readonly responseDueAt: Temporal.Instant
  readonly dueAt: Temporal.Instant | null
  readonly yellowAt: Temporal.Instant | null
  readonly provisional: boolean
}

/** Writes recounted cases, each over the version that was read; returns those that nobody changed meanwhile. */
export async function saveRecounted(tx: Tx, cases: readonly Recounted[]): Promise<Set<string>> {
  const rows = await tx.query<{ id: string }>(
    'save_recounted',
    `update cases c set response_due_at = r."responseDueAt", due_at = r."dueAt", yellow_at = r."yellowAt",
       provisional = r.provisional, seq = r.seq + 1
     from jsonb_to_recordset($1::jsonb) as r (id uuid, seq integer, "responseDueAt" timestamptz,
       "dueAt" timestamptz, "yellowAt" timestamptz, provisional boolean)
     where c.id = r.id and c.seq = r.seq returning c.id`,
    [JSON.stringify(cases)],
  )
  return new Set(rows.map((row) => row.id))
}

export async function saveRecountedParts(tx: Tx, parts: readonly CountedPart[]): Promise<void> {
  await tx.query(
    'save_recounted_parts',
    `update case_parts p set due_at = r."dueAt", yellow_at = r."yellowAt"
     from jsonb_to_recordset($1::jsonb) as r ("caseId" uuid, "unitId" uuid, "dueAt" timestamptz, "yellowAt" timestamptz)
     where p.case_id = r."caseId" and p.unit_id = r."unitId"`,
    [JSON.stringify(parts)],
  )
}
