import { Refusal } from '../../kernel/refusal.ts'
import { violated } from '../../platform/database.ts'
import type { Tx } from '../../platform/transaction.ts'
import type { PowerQuery } from './power.contract.ts'

export interface StandingPower {
  readonly id: string
  readonly streetId: string
  readonly powerZh: string
  readonly powerEn: string
  readonly law: string
  readonly article: string
  readonly decision: string
  readonly fromUnitId: string
  readonly fromDay: string
  readonly untilDay: string | null
  readonly chain: string
}

/** Refuses `power_stands` where the street has it from that department already. */
export async function insertPower(tx: Tx, power: StandingPower): Promise<void> {
  try {
    await tx.db
      .insertInto('delegated_powers')
      .values({
        id: power.id,
        street_id: power.streetId,
        power_zh: power.powerZh,
        power_en: power.powerEn,
        law: power.law,
        article: power.article,
        decision: power.decision,
        from_unit_id: power.fromUnitId,
        from_day: power.fromDay,
        until_day: power.untilDay,
        chain: power.chain,
      })
      .execute()
  } catch (error) {
    if (violated(error) === 'delegated_powers_standing')
      throw new Refusal('power_stands', { field: 'powerZh' })
    throw error
  }
}

const columns = [
  'id',
  'street_id as streetId',
  'power_zh as powerZh',
  'power_en as powerEn',
  'law',
  'article',
  'decision',
  'from_unit_id as fromUnitId',
  'from_day as fromDay',
  'until_day as untilDay',
  'chain',
] as const

/** Ends it by a day. Refuses `power_ended` where it has an end already, and `not_found`. */
export async function endPowerRow(tx: Tx, id: string, untilDay: string): Promise<StandingPower> {
  const ended = await tx.db
    .updateTable('delegated_powers')
    .set({ until_day: untilDay })
    .where('id', '=', id)
    .where('until_day', 'is', null)
    .where('from_day', '<=', untilDay)
    .returning(columns)
    .executeTakeFirst()
  if (ended) return ended
  const found = await tx.db
    .selectFrom('delegated_powers')
    .select('until_day')
    .where('id', '=', id)
    .executeTakeFirst()
  if (!found) throw new Refusal('not_found', { kind: 'power' })
  if (found.until_day !== null) throw new Refusal('power_ended')
  throw new Refusal('power_day_unfit', { field: 'untilDay' })
}

/** The newest first; `standing` has not ended by that day. */
export async function selectPowers(
  tx: Tx,
  today: string,
  { list, streetId, after, limit }: PowerQuery,
): Promise<StandingPower[]> {
  return tx.db
    .selectFrom('delegated_powers')
    .select(columns)
    .$if(list === 'standing', (query) =>
      query.where((eb) => eb.or([eb('until_day', 'is', null), eb('until_day', '>', today)])),
    )
    .$if(list === 'ended', (query) => query.where('until_day', '<=', today))
    .$if(streetId !== undefined, (query) => query.where('street_id', '=', streetId!))
    .$if(after !== undefined, (query) => query.where('id', '<', after!))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
}
