import type { Kysely } from 'kysely'
import type { Tables } from '../../../db/tables.ts'
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
