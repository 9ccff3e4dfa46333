import { Refusal } from '../kernel/refusal.ts'
import { violated } from '../platform/database.ts'
import type { Tx } from '../platform/transaction.ts'
import type { FormulaRules } from './contract.ts'
import type { Formula } from './formula.rule.ts'

/** What the district announced, in order of the month from which each counts. */
export async function selectFormulas(tx: Pick<Tx, 'db'>): Promise<Formula[]> {
  const rows = await tx.db.selectFrom('assessment_formulas').selectAll().orderBy('from_month').execute()
  const weights = await tx.db.selectFrom('assessment_weights').selectAll().execute()
  const ofFormula = Map.groupBy(weights, ({ formula_id }) => formula_id)
  return rows.map((row) => ({
    fromMonth: row.from_month,
    objectionDays: row.objection_days,
    leastWorkers: row.least_workers,
    consultations: row.consultations,
    weights: (ofFormula.get(row.id) ?? []).map(({ measure, weight, least }) => ({
      measure: measure as Formula['weights'][number]['measure'],
      weight,
      least,
    })),
  }))
}

/** Refuses `assessment_formula_announced` where one counts from that month already. */
export async function insertFormula(
  tx: Tx,
  id: string,
  fromMonth: string,
  rules: FormulaRules,
): Promise<void> {
  try {
    await tx.db
      .insertInto('assessment_formulas')
      .values({
        id,
        from_month: fromMonth,
        objection_days: rules.objectionDays,
        least_workers: rules.leastWorkers,
        consultations: [...rules.consultations],
      })
      .execute()
  } catch (error) {
    if (violated(error) === 'assessment_formulas_from_month_key')
      throw new Refusal('assessment_formula_announced', { field: 'fromMonth' })
    throw error
  }
  await tx.db
    .insertInto('assessment_weights')
    .values(rules.weights.map((row) => ({ ...row, formula_id: id })))
    .execute()
}
