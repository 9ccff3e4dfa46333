import type { Kysely } from 'kysely'
import type { Tables } from '../../db/tables.ts'
import type { OfficeSpan } from '../kernel/calendar.ts'
import type { Tx } from '../platform/transaction.ts'
import type { CalendarDay } from './contract.ts'

/** All rows of the working calendar, each kind in order. */
export interface CalendarRows {
  readonly days: readonly CalendarDay[]
  readonly years: readonly { readonly year: number; readonly source: string }[]
  readonly hours: readonly { readonly validFrom: string; readonly spans: OfficeSpan[] }[]
}

export async function readCalendar(db: Kysely<Tables>): Promise<CalendarRows> {
  const days = await db.selectFrom('calendar_days').selectAll().orderBy('day').execute()
  const years = await db.selectFrom('calendar_years').selectAll().orderBy('year').execute()
  const hours = await db.selectFrom('office_hours').selectAll().orderBy('valid_from').execute()
  return {
    days: days.map(({ day, kind, name }) => ({ day, kind: kind as CalendarDay['kind'], name })),
    years,
    hours: hours.map((row) => ({ validFrom: row.valid_from, spans: row.spans as OfficeSpan[] })),
  }
}

/** Writes days; where one stands already, it says what the later notice says. */
export async function putDays(tx: Tx, days: readonly CalendarDay[]): Promise<void> {
  await tx.query(
    'put_calendar_days',
    `insert into calendar_days (day, kind, name)
     select r.day, r.kind, r.name from jsonb_to_recordset($1::jsonb) as r (day date, kind text, name text)
     on conflict (day) do update set kind = excluded.kind, name = excluded.name`,
    [JSON.stringify(days)],
  )
}

/** Takes out the days from `first` to `last`, both included. */
export async function removeDays(tx: Tx, first: string, last: string): Promise<void> {
  await tx.db.deleteFrom('calendar_days').where('day', '>=', first).where('day', '<=', last).execute()
}

export async function putYears(
  tx: Tx,
  years: readonly { readonly year: number; readonly source: string }[],
): Promise<void> {
  await tx.query(
    'put_calendar_years',
    `insert into calendar_years (year, source)
     select r.year, r.source from jsonb_to_recordset($1::jsonb) as r (year integer, source text)
     on conflict (year) do update set source = excluded.source`,
    [JSON.stringify(years)],
  )
}

export async function putOfficeHours(
  tx: Tx,
  { validFrom, spans }: { readonly validFrom: string; readonly spans: readonly OfficeSpan[] },
): Promise<void> {
  await tx.db
    .insertInto('office_hours')
    .values({ valid_from: validFrom, spans: JSON.stringify(spans) })
    .execute()
}
