import { Refusal } from '../../kernel/refusal.ts'
import { violated } from '../../platform/database.ts'
import type { Tx } from '../../platform/transaction.ts'
import type { WhistleRules } from './contract.ts'

/** What the district announced, in order of the day from which each counts. */
export async function selectRules(tx: Tx): Promise<WhistleRules[]> {
  const rows = await tx.db.selectFrom('whistle_rules').selectAll().orderBy('valid_from').execute()
  return rows.map((row) => ({
    validFrom: row.valid_from,
    blowers: row.blowers as WhistleRules['blowers'],
    firstReviewed: row.first_reviewed,
    signMinutes: row.sign_minutes,
    emergencySignMinutes: row.emergency_sign_minutes,
    contactMinutes: row.contact_minutes,
    emergencyContactMinutes: row.emergency_contact_minutes,
    reportLeastMinutes: row.report_least_minutes,
    reportMostMinutes: row.report_most_minutes,
    spotMetres: row.spot_metres,
    rateDays: row.rate_days,
  }))
}

/** Refuses `whistle_rules_announced` where some count from that day already. */
export async function insertRules(tx: Tx, id: string, rules: WhistleRules): Promise<void> {
  try {
    await tx.db
      .insertInto('whistle_rules')
      .values({
        id,
        valid_from: rules.validFrom!,
        blowers: [...rules.blowers],
        first_reviewed: rules.firstReviewed,
        sign_minutes: rules.signMinutes,
        emergency_sign_minutes: rules.emergencySignMinutes,
        contact_minutes: rules.contactMinutes,
        emergency_contact_minutes: rules.emergencyContactMinutes,
        report_least_minutes: rules.reportLeastMinutes,
        report_most_minutes: rules.reportMostMinutes,
        spot_metres: rules.spotMetres,
        rate_days: rules.rateDays,
      })
      .execute()
  } catch (error) {
    if (violated(error) === 'whistle_rules_valid_from_key')
      throw new Refusal('whistle_rules_announced', { field: 'validFrom' })
    throw error
  }
}
