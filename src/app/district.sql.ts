import type { District } from '../platform/ctx.ts'

type Of = Pick<District, 'pools'>

/** How many lines the journal holds. */
export async function countLines({ pools }: Of): Promise<number> {
  const { rows } = await pools.reader.query<{ lines: number }>('select count(*) as lines from journal')
  return rows[0]!.lines
}

/** Whether nothing was ever recorded here. */
export async function isUntouched({ pools }: Of): Promise<boolean> {
  const { rowCount } = await pools.reader.query('select 1 from journal limit 1')
  return rowCount === 0
}

/** Whether anything was recorded before a moment. */
export async function isRecordedBefore({ pools }: Of, at: Temporal.Instant): Promise<boolean> {
  const { rowCount } = await pools.reader.query('select 1 from journal where recorded_at < $1 limit 1', [
    at.toString(),
  ])
  return rowCount !== 0
}

/** Whether the first administrator is still to come. */
export async function isToSetUp({ pools }: Of): Promise<boolean> {
  const { rowCount } = await pools.reader.query(`select 1 from accounts where kind = 'staff' limit 1`)
  return rowCount === 0
}

/** The last migration of the district's schema, as in `0006-revisions.sql`. */
export async function lastMigration({ pools }: Of): Promise<string> {
  const { rows } = await pools.reader.query<{ name: string }>('select max(name) as name from migrations')
  return rows[0]!.name
}

/** The last local day that was sealed, YYYY-MM-DD. */
export async function lastSealedDay({ pools }: Of): Promise<string | null> {
  const { rows } = await pools.reader.query<{ day: string | null }>('select max(day) as day from seals')
  return rows[0]!.day
}

/** How many rows a table has, and a sum over all of them that no order changes. */
export async function fingerprint({ pools }: Of, table: string): Promise<string> {
  const { rows } = await pools.reader.query<{ print: string }>(
    `select count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)::numeric), 0) as print from ${table} t`,
  )
  return rows[0]!.print
}
