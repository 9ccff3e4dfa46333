import { ownChain } from '../../areas/door.ts'
import { newId } from '../../kernel/ids.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { LongList } from '../../platform/sheet/jobs/write-beside.ts'
import { countShareable, deskPage } from '../desk.ts'
import { line } from '../events.ts'
import type { DeskExportQuery, DeskQuery } from '../story.contract.ts'
import { caseList } from './case-list.ts'
import { sheetWords } from './desk-words.rule.ts'

/** More rows than an office reads; few enough that a request can wait for them. */
export const exportedAtOnce = 5000
/** As many as are written beside the requests; a spreadsheet takes about a million. */
export const exportedAtMost = 100_000
const pageSize = 200

/**
 * A desk's list as it goes out: what the asker may see and no more, and no confidential case. At most `most` rows. That it
 * was taken out is on the record.
 */
export async function deskList(ctx: Ctx, asked: DeskExportQuery, most: number): Promise<LongList> {
  ctx.must('case.see')
  const { language, ...query } = asked
  const { queue, ...narrowed } = query
  return caseList(ctx, {
    ...{ language, most, narrowed },
    fileName: `cases-${queue}`,
    title: sheetWords[language].queues[queue],
    expected: () => countShareable(ctx, query, most),
    mostPages: Number.POSITIVE_INFINITY,
    // Each page's key says by which emergencies the list was begun: one declared meanwhile moves nothing.
    page: (key) => deskPage(ctx, { ...query, ...key, confidential: false, limit: pageSize }),
    // What was looked for is on record too.
    chain: null,
    record: (rows, cut) => record(ctx, query, rows, cut),
  })
}

/** Who took out which list, when, and how much of it: in the chain of the place that the asker works for. */
async function record(
  ctx: Ctx,
  { queue, ...narrowing }: Omit<DeskQuery, 'after' | 'limit'>,
  rows: number,
  cut: boolean,
): Promise<void> {
  const chain = await ownChain(ctx)
  const narrowed = Object.entries(narrowing).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, String(value)]],
  )
  const data = { queue, narrowedBy: Object.fromEntries(narrowed), rows, cut }
  const subject = newId(ctx.clock.now().epochMilliseconds)
  await ctx.transaction(async (tx) => tx.record(line('desk.exported', { chain, subject, data })))
}
