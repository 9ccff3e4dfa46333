import { readFile } from 'node:fs/promises'
import { Refusal } from '../../../kernel/refusal.ts'
import { iso } from '../../clock.ts'
import type { Ctx } from '../../ctx.ts'
import type { SheetJob, SheetJobs } from './contract.ts'
import { keptHours, stateOf } from './job.rule.ts'
import { endJob, findJob, type JobRow, noteTaken, selectJobs } from './job.sql.ts'
import { jobFile } from './job-files.ts'

const mostShown = 20

const shown = (row: JobRow, now: Temporal.Instant): SheetJob => ({
  id: row.id,
  title: row.title,
  fileName: row.file_name,
  state: stateOf(row, now),
  rows: row.rows,
  expected: row.expected,
  cut: row.cut,
  askedAt: iso(row.asked_at),
  keptUntil: row.state === 'done' ? iso(row.asked_at.add({ hours: keptHours })) : null,
  taken: row.taken_at !== null,
})

/** The asker's own lists of the last day. */
export async function ownJobs(ctx: Ctx): Promise<SheetJobs> {
  const now = ctx.clock.now()
  const since = now.subtract({ hours: keptHours })
  return ctx.read(async (tx) => {
    const rows = await selectJobs(tx, ctx.who.actor, since, mostShown)
    return { jobs: rows.map((row) => shown(row, now)) }
  })
}

/** One of the asker's own. Refuses `not_found`. */
export const ownJob = async (ctx: Ctx, id: string): Promise<SheetJob> =>
  shown(await kept(ctx, id), ctx.clock.now())

/** Stops one that runs; what has ended stays as it is. */
export async function stopJob(ctx: Ctx, id: string): Promise<SheetJob> {
  await kept(ctx, id)
  await ctx.transaction((tx) => endJob(tx, id, { state: 'stopped' }, ctx.clock.now()))
  return ownJob(ctx, id)
}

/** The file of a job that is done, for whoever may still have the list. Refuses `not_found` where it is not, or not any more. */
export async function takeJob(
  ctx: Ctx,
  id: string,
): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const job = await kept(ctx, id)
  ctx.must(job.act)
  if (job.state !== 'done') throw new Refusal('not_found', { kind: 'list' })
  const bytes = await wholeFile(jobFile(ctx.district, id))
  await ctx.transaction((tx) => noteTaken(tx, id, ctx.clock.now()))
  return { name: job.file_name, bytes }
}

/** Refuses `not_found` where a restored district has the job and not its file. */
async function wholeFile(path: string): Promise<Buffer> {
  try {
    return await readFile(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new Refusal('not_found', { kind: 'list' })
    throw error
  }
}

async function kept(ctx: Ctx, id: string): Promise<JobRow> {
  const job = await ctx.read((tx) => findJob(tx, id))
  const since = ctx.clock.now().subtract({ hours: keptHours })
  if (!job || Temporal.Instant.compare(job.asked_at, since) < 0)
    throw new Refusal('not_found', { kind: 'list' })
  return job
}
