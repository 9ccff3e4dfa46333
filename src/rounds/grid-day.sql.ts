import { Refusal } from '../kernel/refusal.ts'
import { violated } from '../platform/database.ts'
import type { Tx } from '../platform/transaction.ts'
import type { GridDayRule } from './grid-day.contract.ts'

/** What was announced, in order of the month from which each counts. */
export async function selectDayRules(tx: Tx): Promise<GridDayRule[]> {
  const rows = await tx.db.selectFrom('grid_day_rules').selectAll().orderBy('valid_from').execute()
  return rows.map((row) => ({
    validFrom: row.valid_from.slice(0, 7),
    dayOfMonth: row.day_of_month,
    nextWorkingDay: row.next_working_day,
  }))
}

/** Refuses `grid_day_rule_announced` where one counts from that month already. */
export async function insertDayRule(tx: Tx, id: string, rule: GridDayRule): Promise<void> {
  try {
    await tx.db
      .insertInto('grid_day_rules')
      .values({
        id,
        valid_from: `${rule.validFrom}-01`,
        day_of_month: rule.dayOfMonth,
        next_working_day: rule.nextWorkingDay,
      })
      .execute()
  } catch (error) {
    if (violated(error) === 'grid_day_rules_valid_from_key')
      throw new Refusal('grid_day_rule_announced', { field: 'validFrom' })
    throw error
  }
}

/** Somebody who came: an account, a person linked by name, or a unit. */
export interface StoredCheckIn {
  readonly id: string
  readonly gridDayId: string
  readonly gridId: string
  readonly day: string
  readonly accountId: string | null
  readonly holderId: string | null
  readonly unitId: string | null
  readonly cameAt: Temporal.Instant
  readonly metres: number | null
  readonly enteredBy: string
  /** The grid's community on that day. */
  readonly chain: string
}

/** Refuses `checked_in_already` where they came already. */
export async function insertCheckIn(tx: Tx, one: StoredCheckIn, reach: readonly string[]): Promise<void> {
  try {
    await tx.db
      .insertInto('grid_check_ins')
      .values({
        id: one.id,
        grid_day_id: one.gridDayId,
        grid_id: one.gridId,
        day: one.day,
        account_id: one.accountId,
        holder_id: one.holderId,
        unit_id: one.unitId,
        came_at: one.cameAt.toString(),
        metres: one.metres,
        entered_by: one.enteredBy,
        taken_back_at: null,
        chain: one.chain,
        reach: [...reach],
      })
      .execute()
  } catch (error) {
    if (violated(error)?.startsWith('grid_check_ins_')) throw new Refusal('checked_in_already')
    throw error
  }
}

/** Who came on these days and was not taken back. */
export async function selectCheckIns(tx: Tx, gridDayIds: readonly string[]): Promise<StoredCheckIn[]> {
  if (gridDayIds.length === 0) return []
  const rows = await tx.db
    .selectFrom('grid_check_ins')
    .selectAll()
    .where('grid_day_id', 'in', [...gridDayIds])
    .where('taken_back_at', 'is', null)
    .orderBy('came_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    gridDayId: row.grid_day_id,
    gridId: row.grid_id,
    day: row.day,
    accountId: row.account_id,
    holderId: row.holder_id,
    unitId: row.unit_id,
    cameAt: row.came_at,
    metres: row.metres,
    enteredBy: row.entered_by,
    chain: row.chain,
  }))
}

/** Takes one back that this account entered, and returns its day and chain; refuses `not_found` otherwise. */
export async function takeBackRow(
  tx: Tx,
  id: string,
  enteredBy: string,
  at: Temporal.Instant,
): Promise<{ readonly gridDayId: string; readonly chain: string; readonly day: string }> {
  const row = await tx.db
    .updateTable('grid_check_ins')
    .set({ taken_back_at: at.toString() })
    .where('id', '=', id)
    .where('entered_by', '=', enteredBy)
    .where('taken_back_at', 'is', null)
    .returning(['grid_day_id as gridDayId', 'chain', 'day'])
    .executeTakeFirst()
  if (!row) throw new Refusal('not_found', { kind: 'check_in' })
  return row
}
