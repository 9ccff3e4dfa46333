import type { Kysely } from 'kysely'
import type { Tables } from '../../../db/tables.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { violated } from '../../platform/database.ts'
import type { Tx } from '../../platform/transaction.ts'
import { EmergencyKind } from './contract.ts'

/** What the district announced, in order of the day from which each counts. */
export async function readKinds(db: Kysely<Tables>): Promise<EmergencyKind[]> {
  const rows = await db
    .selectFrom('emergency_kinds')
    .selectAll()
    .orderBy('valid_from')
    .orderBy('code')
    .execute()
  return rows.map((row) =>
    EmergencyKind.parse({
      code: row.code,
      validFrom: row.valid_from,
      nameZh: row.name_zh,
      nameEn: row.name_en,
      matters: row.matters,
      told: row.told,
      limitPercent: row.limit_percent,
      adviceZh: row.advice_zh,
      adviceEn: row.advice_en,
      lines: row.lines,
    }),
  )
}

/** Refuses `emergency_kind_announced` where one counts from that day already. */
export async function insertKind(tx: Tx, id: string, kind: EmergencyKind): Promise<void> {
  try {
    await tx.db
      .insertInto('emergency_kinds')
      .values({
        id,
        code: kind.code,
        valid_from: kind.validFrom!,
        name_zh: kind.nameZh,
        name_en: kind.nameEn,
        matters: [...kind.matters],
        told: [...kind.told],
        limit_percent: kind.limitPercent,
        advice_zh: kind.adviceZh,
        advice_en: kind.adviceEn,
        lines: JSON.stringify(kind.lines),
      })
      .execute()
  } catch (error) {
    if (violated(error) === 'emergency_kinds_day')
      throw new Refusal('emergency_kind_announced', { field: 'validFrom' })
    throw error
  }
}
