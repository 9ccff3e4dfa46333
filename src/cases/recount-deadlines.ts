import type { WorkCalendar } from '../kernel/calendar.ts'
import { freshCalendarOf } from '../matters/door.ts'
import { iso } from '../platform/clock.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { Tx } from '../platform/transaction.ts'
import { type BatchDone, batchSize, inBatches } from './batches.ts'
import { type ClockRules, clockRulesOf } from './clock-rules.ts'
import { momentsOf, responseAccount, unitAccount } from './clocks.ts'
import { line } from './events.ts'
import {
  type CountedCase,
  type CountedPart,
  type Recounted,
  saveRecounted,
  saveRecountedParts,
  selectCounted,
  selectCountedParts,
} from './recount.sql.ts'
import { loadStories, type StoryRow } from './story.sql.ts'

/**
 * A year's holidays came in, or were corrected: every deadline of an open case that may lie in that year is counted
 * again from the journal, by each clock's own version of the catalogue, as the calendar says now. A notice may also set the last three days of the
 * year before. Run again it changes nothing. Returns how many cases have another deadline, or a firm one.
 */
export async function recountDeadlines(ctx: Ctx, year: number): Promise<number> {
  ctx.must('calendar.manage')
  const calendar = await freshCalendarOf(ctx)
  const from = Temporal.PlainDate.from({ year: year - 1, month: 12, day: 29 })
    .toZonedDateTime(ctx.district.timeZone)
    .toInstant()
  return inBatches(ctx, async (tx, after) => {
    const found = await selectCounted(tx, from, after, batchSize)
    return { ...(await recount(ctx, tx, found, calendar)), last: found.at(-1)?.id ?? null }
  })
}

async function recount(
  ctx: Ctx,
  tx: Tx,
  found: readonly CountedCase[],
  calendar: WorkCalendar,
): Promise<Omit<BatchDone, 'last'>> {
  const ids = found.map((row) => row.id)
  const stories = await loadStories(tx, ids)
  const parts = Map.groupBy(await selectCountedParts(tx, ids), (part) => part.caseId)
  const rules = await clockRulesOf(ctx)
  const counted = found.map((row) => {
    const story = stories.get(row.id) ?? []
    return countAgain(row, story, parts.get(row.id) ?? [], rules, calendar)
  })
  const differing = counted.filter((one) => one.differs)
  if (differing.length === 0) return { changed: 0, missed: 0 }
  const saved = await saveRecounted(
    tx,
    differing.map(({ recounted }) => recounted),
  )
  const done = differing.filter(({ row }) => saved.has(row.id))
  await saveRecountedParts(
    tx,
    done.flatMap((one) => one.parts),
  )
  for (const { row, recounted, dueAt } of done) {
    const data = { dueAt, responseDueAt: iso(recounted.responseDueAt), provisional: recounted.provisional }
    tx.record(line('case.recounted', { chain: row.chain, subject: row.id, seq: row.seq + 1, data }))
  }
  return { changed: done.length, missed: differing.length - done.length }
}

/** What the story amounts to by this calendar. A clock that runs on does not move its deadline: no moment is needed. */
function countAgain(
  row: CountedCase,
  story: readonly StoryRow[],
  before: readonly CountedPart[],
  rules: ClockRules,
  calendar: WorkCalendar,
) {
  const accounts = new Map(
    before.map(({ unitId }) => {
      const rule = rules.unit(story, unitId, row.matter)!
      return [unitId, unitAccount(story, unitId, rule, calendar, row.acceptedAt)]
    }),
  )
  const parts = before.map((part) => ({ ...part, ...momentsOf(accounts.get(part.unitId)!) }))
  const lead = accounts.get(row.leadUnitId ?? '')
  const response = momentsOf(responseAccount(story, rules.response(story), calendar, row.acceptedAt))
  const recounted: Recounted = {
    id: row.id,
    seq: row.seq,
    responseDueAt: response.dueAt,
    ...(lead ? momentsOf(lead) : { dueAt: row.dueAt, yellowAt: response.yellowAt }),
    provisional: lead?.provisional ?? false,
  }
  const differs =
    recounted.provisional !== row.provisional ||
    !same(recounted.responseDueAt, row.responseDueAt) ||
    !same(recounted.dueAt, row.dueAt) ||
    !same(recounted.yellowAt, row.yellowAt) ||
    parts.some(
      (part, at) => !same(part.dueAt, before[at]!.dueAt) || !same(part.yellowAt, before[at]!.yellowAt),
    )
  return { row, recounted, parts, differs, dueAt: lead?.dueAt ?? null }
}

const same = (one: Temporal.Instant | null, other: Temporal.Instant | null): boolean =>
  one === null || other === null ? one === other : one.equals(other)
