import type { Kysely } from 'kysely'
import type { Tables } from '../../../db/tables.ts'
import type { Tx } from '../../platform/transaction.ts'
import type { LadderClock, LadderStep, Rung, StepKind } from './ladder.contract.ts'

/** Every step that holds, held or will hold, in the order of their ids. */
export async function readSteps(db: Kysely<Tables>): Promise<LadderStep[]> {
  const rows = await db.selectFrom('ladder_steps').selectAll().orderBy('id').execute()
  return rows.map((row) => ({
    id: row.id,
    matter: row.matter,
    clock: row.clock as LadderClock,
    moment:
      row.left_percent === null
        ? { of: 'over', minutes: row.over_minutes! }
        : { of: 'left', percent: row.left_percent },
    audience: row.audience as Rung,
    kind: row.kind as StepKind,
    fromDay: row.from_day,
    untilDay: row.until_day,
  }))
}

/** A new step; ids are never used twice, since stories name them. */
export async function insertStep(tx: Tx, { moment, ...step }: LadderStep): Promise<void> {
  await tx.db
    .insertInto('ladder_steps')
    .values({
      id: step.id,
      matter: step.matter,
      clock: step.clock,
      left_percent: moment.of === 'left' ? moment.percent : null,
      over_minutes: moment.of === 'over' ? moment.minutes : null,
      audience: step.audience,
      kind: step.kind,
      from_day: step.fromDay,
      until_day: step.untilDay,
    })
    .execute()
}

/** Ends a step on a day: it holds for clocks that start before it. */
export async function endStep(tx: Tx, id: string, untilDay: string): Promise<void> {
  await tx.db.updateTable('ladder_steps').set({ until_day: untilDay }).where('id', '=', id).execute()
}
