import { sql } from 'kysely'
import type { Tx } from '../../platform/transaction.ts'
import type { Case } from '../case.sql.ts'
import { endedStages } from '../stage.rule.ts'
import type { GiveInstruction, Giver } from './press.contract.ts'

/** An instruction as use cases see it. */
export interface InstructionRow {
  readonly id: string
  readonly caseId: string
  readonly unitId: string
  readonly giver: Giver
  readonly givenAt: Temporal.Instant
  readonly textId: string
  readonly amount: number
  readonly countedIn: GiveInstruction['countedIn']
  readonly dueAt: Temporal.Instant
  readonly answerId: string | null
  readonly endedAt: Temporal.Instant | null
  readonly withdrawn: boolean
}

const columns = [
  'id',
  'case_id as caseId',
  'unit_id as unitId',
  'giver',
  'given_at as givenAt',
  'text_id as textId',
  'amount',
  'counted_in as countedIn',
  'due_at as dueAt',
  'answer_id as answerId',
  'ended_at as endedAt',
  'withdrawn',
] as const

const toRow = <Row extends { giver: string; countedIn: string }>(row: Row) => ({
  ...row,
  giver: row.giver as Giver,
  countedIn: row.countedIn as GiveInstruction['countedIn'],
})

/** Instructions of a case, newest first. */
export async function selectInstructions(tx: Tx, caseId: string): Promise<InstructionRow[]> {
  const rows = await tx.db
    .selectFrom('instructions')
    .select(columns)
    .where('case_id', '=', caseId)
    .orderBy('id', 'desc')
    .execute()
  return rows.map(toRow)
}

/** Open ones of these units in open cases, the one that is due first standing first, with the number of its case. */
export async function selectOpenOf(
  tx: Tx,
  unitIds: readonly string[],
  limit: number,
): Promise<(InstructionRow & { caseNumber: string })[]> {
  if (unitIds.length === 0) return []
  const rows = await tx.db
    .selectFrom('instructions')
    .innerJoin('cases', 'cases.id', 'instructions.case_id')
    .select(columns.map((column) => `instructions.${column}` as const))
    .select('cases.number as caseNumber')
    .where('instructions.unit_id', 'in', [...unitIds])
    .where('instructions.ended_at', 'is', null)
    .where('cases.stage', 'not in', [...endedStages])
    .orderBy('instructions.due_at')
    .orderBy('instructions.id')
    .limit(limit)
    .execute()
  return rows.map(toRow)
}

export async function insertInstruction(
  tx: Tx,
  before: Case,
  given: Omit<InstructionRow, 'caseId' | 'answerId' | 'endedAt' | 'withdrawn'> & { readonly givenBy: string },
): Promise<void> {
  await tx.db
    .insertInto('instructions')
    .values({
      id: given.id,
      case_id: before.id,
      unit_id: given.unitId,
      giver: given.giver,
      given_by: given.givenBy,
      given_at: given.givenAt.toString(),
      text_id: given.textId,
      amount: given.amount,
      counted_in: given.countedIn,
      due_at: given.dueAt.toString(),
      reach: [...before.reach],
      units: [...before.units],
    })
    .execute()
}

/** Ends an open instruction: answered, or withdrawn. */
export async function endInstruction(
  tx: Tx,
  id: string,
  endedAt: Temporal.Instant,
  answerId: string | null,
): Promise<void> {
  await tx.db
    .updateTable('instructions')
    .set({ ended_at: endedAt.toString(), answer_id: answerId, withdrawn: answerId === null })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .execute()
}

/** Open instructions whose time is out and of which nobody was told, while the unit still owes its part. */
export async function selectOverdue(
  tx: Tx,
  now: Temporal.Instant,
  limit: number,
): Promise<{ id: string; caseId: string }[]> {
  return tx.db
    .selectFrom('instructions as i')
    .innerJoin('cases as c', 'c.id', 'i.case_id')
    .innerJoin('case_parts as p', (join) =>
      join.onRef('p.case_id', '=', 'i.case_id').onRef('p.unit_id', '=', 'i.unit_id'),
    )
    .select(['i.id', 'i.case_id as caseId'])
    .where('i.due_at', '<', sql<Temporal.Instant>`${now.toString()}::timestamptz`)
    .where('i.ended_at', 'is', null)
    .where('i.overdue_at', 'is', null)
    .where('c.stage', 'not in', [...endedStages])
    .where('p.stage', 'not in', ['resolved', 'returned'])
    .orderBy('i.due_at')
    .limit(limit)
    .execute()
}

/** Marks it as told of; false where it was meanwhile, or has ended. */
export async function markOverdue(tx: Tx, id: string, at: Temporal.Instant): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable('instructions')
    .set({ overdue_at: at.toString() })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .where('overdue_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
