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
  /** It ended with its unit's part. */
  readonly lapsed: boolean
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
  'lapsed',
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
  given: Omit<InstructionRow, 'caseId' | 'answerId' | 'endedAt' | 'withdrawn' | 'lapsed'> & {
    readonly givenBy: string
  },
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

/** Parts that owe nothing any more. */
const doneParts = ['resolved', 'returned']

/** Ends the open instructions of a case whose parts have ended, or all of them; in the order in which they were given. */
export async function lapseInstructions(
  tx: Tx,
  caseId: string,
  at: Temporal.Instant,
  all: boolean,
): Promise<{ id: string; unitId: string }[]> {
  const rows = await tx.db
    .updateTable('instructions as i')
    .from('case_parts as p')
    // An act without signal may have been done before it was given.
    .set({ ended_at: sql<string>`greatest(i.given_at, ${at.toString()}::timestamptz)`, lapsed: true })
    .where('i.case_id', '=', caseId)
    .where('i.ended_at', 'is', null)
    .whereRef('p.case_id', '=', 'i.case_id')
    .whereRef('p.unit_id', '=', 'i.unit_id')
    .$if(!all, (query) => query.where('p.stage', 'in', doneParts))
    .returning(['i.id', 'i.unit_id as unitId'])
    .execute()
  return rows.sort((one, other) => (one.id < other.id ? -1 : 1))
}

/** Cases that have ended, or a unit's part in them, and an instruction of it has not. */
export async function selectLapsing(tx: Tx, limit: number): Promise<string[]> {
  const rows = await tx.db
    .selectFrom('instructions as i')
    .innerJoin('cases as c', 'c.id', 'i.case_id')
    .innerJoin('case_parts as p', (join) =>
      join.onRef('p.case_id', '=', 'i.case_id').onRef('p.unit_id', '=', 'i.unit_id'),
    )
    .select('i.case_id as caseId')
    .distinct()
    .where('i.ended_at', 'is', null)
    .where((eb) => eb.or([eb('c.stage', 'in', [...endedStages]), eb('p.stage', 'in', doneParts)]))
    .limit(limit)
    .execute()
  return rows.map(({ caseId }) => caseId)
}

/** An open instruction whose time is out, and where the next page of them begins. */
export interface DueInstruction {
  readonly id: string
  readonly caseId: string
  readonly dueAt: Temporal.Instant
}

/** Open instructions whose time is out and of which nobody was told, from `after` on. */
export async function selectOverdue(
  tx: Tx,
  now: Temporal.Instant,
  limit: number,
  after: DueInstruction | null,
): Promise<DueInstruction[]> {
  return tx.db
    .selectFrom('instructions')
    .select(['id', 'case_id as caseId', 'due_at as dueAt'])
    .where('due_at', '<', sql<Temporal.Instant>`${now.toString()}::timestamptz`)
    .where('ended_at', 'is', null)
    .where('overdue_at', 'is', null)
    .$if(after !== null, (query) =>
      query.where(sql<boolean>`(due_at, id) > (${after!.dueAt.toString()}::timestamptz, ${after!.id}::uuid)`),
    )
    .orderBy('due_at')
    .orderBy('id')
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
