import { type RawBuilder, sql } from 'kysely'
import { allTogether } from '../platform/kept-counts.rule.ts'
import type { Tx } from '../platform/transaction.ts'
import type { Measure } from './contract.ts'
import type { Counted } from './fact.sql.ts'
import { noMatter } from './no-matter.contract.ts'
import type { Tally } from './score.rule.ts'

export interface UnitTally extends Tally {
  readonly unitId: string
}

export interface MatterTally extends Tally {
  /** A matter's code, or `noMatter`. */
  readonly matter: string
}

/** Sums are asked for as they stand at a moment of a district's day. */
export type CountedNow = Counted & { readonly timeZone: string }

/** The sums of what counts, by unit and measure. */
export async function selectTallies(tx: Tx, counted: CountedNow): Promise<UnitTally[]> {
  const { consultations } = counted
  // All matters together, without those that ask only.
  const rows = await sums<{ unit_id: string }>(tx, counted, {
    by: sql`unit_id`,
    matters: sql`matter = any (${[allTogether, ...consultations]}::text[])`,
    sign: sql`case when matter = ${allTogether} then 1 else -1 end`,
  })
  return rows.map(({ unit_id, ...tally }) => ({ ...tally, unitId: unit_id }))
}

/** The sums of what counts in a unit's month, by matter and measure. */
export const selectMatterTallies = (
  tx: Tx,
  counted: CountedNow & { readonly unitId: string },
): Promise<MatterTally[]> =>
  sums<{ matter: string }>(tx, counted, {
    by: sql`matter`,
    matters: sql`matter <> all (${[allTogether, ...counted.consultations]}::text[])`,
    sign: sql`1`,
  })

/**
 * What is kept, and with it what was not done and fell due since today began: those of earlier days are kept, those of today
 * are looked at by the minute.
 */
async function sums<Of>(
  tx: Tx,
  { month, now, timeZone, consultations, unitId }: CountedNow,
  { by, matters, sign }: Readonly<Record<'by' | 'matters' | 'sign', RawBuilder<unknown>>>,
): Promise<(Of & Tally)[]> {
  const today = now.toZonedDateTimeISO(timeZone).startOfDay()
  const ofUnit = unitId === undefined ? sql`true` : sql`unit_id = ${unitId}::uuid`
  const { rows } = await sql<Of & Tally & { measure: Measure }>`
    select ${by}, measure, sum(facts)::integer as facts, sum(points)::integer as points, sum(out_of)::integer as "outOf"
    from (
      select unit_id, matter, measure, ${sign} * value as facts, ${sign} * value * points as points,
        ${sign} * value * out_of as out_of
      from assessment_sums
      where month = ${month} and ${ofUnit} and ${matters} and counts_from < ${today.toPlainDate().toString()}::date
      union all
      select unit_id, coalesce(matter, ${noMatter}) as matter, measure, 1, points, out_of from assessment_facts
      where month = ${month} and ${ofUnit} and pending and not taken_out
        and counts_at >= ${today.toInstant().toString()}::timestamptz and counts_at < ${now.toString()}::timestamptz
        and coalesce(matter, ${noMatter}) <> all (${[...consultations]}::text[])
    ) s
    group by 1, 2 having sum(facts) > 0`.execute(tx.db)
  return rows
}
