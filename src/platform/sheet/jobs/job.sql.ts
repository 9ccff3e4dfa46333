import type { Selectable } from 'kysely'
import type { Tables } from '../../../../db/tables.ts'
import type { District } from '../../ctx.ts'
import type { Tx } from '../../transaction.ts'

export type JobRow = Selectable<Tables['sheet_jobs']>

type NewJob = Pick<JobRow, 'id' | 'asked_by' | 'act' | 'title' | 'file_name'>

export async function insertJob(tx: Tx, job: NewJob, at: Temporal.Instant): Promise<void> {
  const moment = at.toString()
  await tx.db
    .insertInto('sheet_jobs')
    .values({ ...job, state: 'running', asked_at: moment, alive_at: moment })
    .execute()
}

/** Says that it goes on, and how far it is; false where it was stopped. */
export async function noteProgress(
  tx: Tx,
  id: string,
  { rows, expected }: { readonly rows: number; readonly expected: number | null },
  at: Temporal.Instant,
): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable('sheet_jobs')
    .set({ rows, expected, alive_at: at.toString() })
    .where('id', '=', id)
    .where('state', '=', 'running')
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Ends one that runs; false where it had ended already. */
export async function endJob(
  tx: Tx,
  id: string,
  end: { readonly state: 'done' | 'failed' | 'stopped'; readonly rows?: number; readonly cut?: boolean },
  at: Temporal.Instant,
): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable('sheet_jobs')
    .set({ ...end, ended_at: at.toString() })
    .where('id', '=', id)
    .where('state', '=', 'running')
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function noteTaken(tx: Tx, id: string, at: Temporal.Instant): Promise<void> {
  await tx.db
    .updateTable('sheet_jobs')
    .set({ taken_at: at.toString() })
    .where('id', '=', id)
    .where('taken_at', 'is', null)
    .execute()
}

/** The asker's own, by policy. */
export const findJob = (tx: Tx, id: string): Promise<JobRow | undefined> =>
  tx.db.selectFrom('sheet_jobs').selectAll().where('id', '=', id).executeTakeFirst()

/** The asker's own that were asked for since a moment, the newest first. */
export const selectJobs = (
  tx: Tx,
  askedBy: string,
  since: Temporal.Instant,
  most: number,
): Promise<JobRow[]> =>
  tx.db
    .selectFrom('sheet_jobs')
    .selectAll()
    .where('asked_by', '=', askedBy)
    .where('asked_at', '>=', since)
    .orderBy('asked_at', 'desc')
    .limit(most)
    .execute()

/** Forgets those that were asked for before a moment. */
export async function forgetJobs(
  { pools }: Pick<District, 'pools'>,
  before: Temporal.Instant,
): Promise<void> {
  await pools.reader.query('delete from sheet_jobs where asked_at < $1', [before.toString()])
}

/** Of these files' jobs those that are still known. */
export async function selectKnown(
  { pools }: Pick<District, 'pools'>,
  ids: readonly string[],
): Promise<Set<string>> {
  const { rows } = await pools.reader.query<{ id: string }>(
    'select id from sheet_jobs where id = any ($1::uuid[])',
    [ids],
  )
  return new Set(rows.map(({ id }) => id))
}
