import { Refusal } from '../kernel/refusal.ts'
import { violated } from '../platform/database.ts'
import type { Tx } from '../platform/transaction.ts'
import { type SetVisitRule, VisitNeed } from './contract.ts'

export type Announced = readonly {
  readonly need: VisitNeed
  readonly days: number
  readonly validFrom: string
}[]

/** What the district set, in order of the day from which each counts. */
export async function selectRules(tx: Tx): Promise<Announced> {
  const rows = await tx.db
    .selectFrom('visit_rules')
    .select(['need', 'days', 'valid_from as validFrom'])
    .orderBy('valid_from')
    .orderBy('need')
    .execute()
  return rows.map((row) => ({ ...row, need: VisitNeed.parse(row.need) }))
}

/** Refuses `visit_rule_set` where one counts from that day already. */
export async function insertRule(tx: Tx, id: string, { need, days, validFrom }: SetVisitRule): Promise<void> {
  try {
    await tx.db.insertInto('visit_rules').values({ id, need, days, valid_from: validFrom }).execute()
  } catch (error) {
    if (violated(error) === 'visit_rules_day') throw new Refusal('visit_rule_set', { field: 'validFrom' })
    throw error
  }
}
