import { mkdir, rm } from 'node:fs/promises'
import { newId } from '../../../kernel/ids.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { dayOf } from '../../clock.ts'
import type { Ctx } from '../../ctx.ts'
import { actOnce } from '../../once.ts'
import { turns } from '../../turns.ts'
import { recordList, type SentList, writeList } from '../send-sheet.ts'
import type { TextRow } from '../write-sheet.ts'
import { stateOf } from './job.rule.ts'
import { endJob, insertJob, noteProgress, selectJobs } from './job.sql.ts'
import { jobFile, jobFolder } from './job-files.ts'

/** A list that may be long. */
export interface LongList extends SentList {
  readonly rows: AsyncIterable<TextRow>
  /** The act that whoever takes it must be allowed. */
  readonly act: string
  /** How many rows it will have; null where that is not known ahead. */
  readonly expected: () => Promise<number | null>
  /** Whether there are more rows than were written; known when they are. */
  readonly cut: () => boolean
}

/** Lists are written two at a time: the pages that people wait for come between. */
const inTurn = turns(2)
/** So many of one asker's may be under way; whoever wants a third wants something narrower. */
const mostRunning = 2
/** After so many rows it is said how far it is. */
const rowsBetween = 500
const aliveEveryMs = 20_000

/**
 * Begins to write a list beside the requests and answers with its job's id at once; asked again with the same request id,
 * it is the same. Refuses `sheets_running` while two of the asker's are under way. Whoever calls has seen that the asker may
 * have the list.
 */
export async function writeBeside(
  ctx: Ctx,
  asked: { readonly requestId: string },
  list: LongList,
): Promise<{ readonly id: string }> {
  const now = ctx.clock.now()
  let begun: string | null = null
  const receipt = await actOnce(ctx, asked, async (tx) => {
    const own = await selectJobs(tx, ctx.who.actor, now.subtract({ hours: 1 }), 20)
    const running = own.filter((job) => stateOf(job, now) === 'running').length
    if (running >= mostRunning) throw new Refusal('sheets_running', { running })
    const id = newId(now.epochMilliseconds)
    const file_name = `${list.fileName}-${dayOf(now, ctx.district.timeZone)}.xlsx`
    await insertJob(tx, { id, asked_by: ctx.who.actor, act: list.act, title: list.title, file_name }, now)
    begun = id
    return { id }
  })
  // Of one that was begun already nothing stays of what was begun here.
  if (begun === receipt.id) void run(ctx, receipt.id, list)
  return receipt
}

/** Thrown where the asker stopped it. */
class Stopped extends Error {}

/** Never throws: what went wrong is the job's state, and in the log. */
async function run(ctx: Ctx, id: string, list: LongList): Promise<void> {
  const progress = { rows: 0, expected: null as number | null }
  const say = () => ctx.transaction((tx) => noteProgress(tx, id, progress, ctx.clock.now()))
  const timer = setInterval(() => void say().catch(ctx.log.error.bind(ctx.log)), aliveEveryMs).unref()
  const end = (how: Parameters<typeof endJob>[2]) =>
    ctx.transaction((tx) => endJob(tx, id, how, ctx.clock.now()))
  try {
    await inTurn(async () => {
      progress.expected = await list.expected()
      const path = jobFile(ctx.district, id)
      await mkdir(jobFolder(ctx.district), { recursive: true, mode: 0o700 })
      const rows = await writeList(ctx, path, { ...list, rows: watched(list.rows, progress, say) })
      // No record, no file.
      if (!(await say())) throw new Stopped()
      await recordList(ctx, list, rows)
      await end({ state: 'done', rows, cut: list.cut() })
    })
  } catch (error) {
    await rm(jobFile(ctx.district, id), { force: true })
    if (error instanceof Stopped) return
    ctx.log.error(error, 'list not written')
    // Where this fails too, it says nothing more and counts as lost.
    await end({ state: 'failed' }).catch((unsaid: unknown) => ctx.log.error(unsaid, 'job not ended'))
  } finally {
    clearInterval(timer)
  }
}

/** The rows as they pass, told now and then; throws once it was stopped. */
async function* watched(
  rows: AsyncIterable<TextRow>,
  progress: { rows: number },
  say: () => Promise<boolean>,
): AsyncGenerator<TextRow> {
  if (!(await say())) throw new Stopped()
  for await (const row of rows) {
    yield row
    progress.rows += 1
    if (progress.rows % rowsBetween === 0 && !(await say())) throw new Stopped()
  }
}
