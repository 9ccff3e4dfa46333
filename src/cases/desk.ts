import type { WorkCalendar } from '../kernel/calendar.ts'
import { readKey } from '../kernel/keyset.ts'
import { calendarOf } from '../matters/door.ts'
import { areasFor } from '../people/door.ts'
import { iso } from '../platform/clock.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { Tx } from '../platform/transaction.ts'
import type { Case } from './case.sql.ts'
import { type ClockRules, clockRulesOf } from './clock-rules.ts'
import { responseAccount, unitAccount } from './clocks.ts'
import {
  countBound,
  countQueues,
  dueKey,
  findByNumber,
  selectOwn,
  selectPending,
  selectQueue,
} from './desk.sql.ts'
import { firstNamed } from './emergency/first-named.ts'
import type { Mode } from './emergency/mode.rule.ts'
import { modesOf } from './emergency/modes-now.ts'
import { countDue } from './listing/listings.ts'
import { may } from './may.ts'
import { namesFor } from './names.ts'
import type { CaseRow, DeskCounts, DeskPage, DeskQuery } from './story.contract.ts'
import { loadStories } from './story.sql.ts'
import { selectTextsOf } from './text.sql.ts'

/** One page of a desk's queue, with each case's light and time account. */
export async function deskPage(
  ctx: Ctx,
  query: DeskQuery & { readonly confidential?: false },
): Promise<DeskPage> {
  ctx.must('case.see')
  return ctx.read(async (tx) => {
    await tx.narrow(areasFor(ctx.who, 'case.see'))
    const on = await modesOf(ctx, query.after === undefined ? null : readKey(query.after))
    const narrowed = { ...query, arbitrates: arbitrates(ctx) }
    const found = await selectQueue(tx, ctx.who, narrowed, ctx.clock.now(), on)
    return page(ctx, tx, found, query.limit, on)
  })
}

/** Cases of the asker's own account. */
export async function ownPage(ctx: Ctx, after: string | undefined, limit: number): Promise<DeskPage> {
  const { accountId } = ctx.who
  if (!accountId) return { rows: [], next: null }
  return ctx.read(async (tx) => page(ctx, tx, await selectOwn(tx, accountId, after, limit), limit))
}

/** The case with this number, as a row. */
export async function findCase(ctx: Ctx, number: string): Promise<DeskPage> {
  ctx.must('case.see')
  return ctx.read(async (tx) => {
    await tx.narrow(areasFor(ctx.who, 'case.see'))
    return page(ctx, tx, [await findByNumber(tx, number)], 1)
  })
}

const arbitrates = (ctx: Ctx): boolean => may(ctx, 'case.arbitrate', {})

const queues = {
  screen: { queue: 'screen' },
  dispatch: { queue: 'dispatch' },
  work: { queue: 'work' },
  decide: { queue: 'decide' },
  reply: { queue: 'reply' },
  check: { queue: 'check' },
  open: { queue: 'open' },
} as const
const lights = {
  green: { queue: 'open', light: 'green' },
  yellow: { queue: 'open', light: 'yellow' },
  red: { queue: 'open', light: 'red' },
} as const

/** How many wait in each queue, and the lights of all open cases whose clock runs. */
export async function deskCounts(ctx: Ctx): Promise<DeskCounts> {
  ctx.must('case.see')
  return ctx.read(async (tx) => {
    await tx.narrow(areasFor(ctx.who, 'case.see'))
    const decide = { ...queues.decide, arbitrates: arbitrates(ctx) }
    const counted = await countQueues(tx, ctx.who, { ...queues, decide, ...lights }, ctx.clock.now())
    const { green, yellow, red, ...inQueues } = counted
    const review = may(ctx, 'case.decide', {}) ? await countDue(tx, ctx, countBound) : 0
    return { queues: inQueues, reviewsDue: review, lights: { green, yellow, red }, bound: countBound }
  })
}

/** How many cases a list has that may go out, up to a bound: neither confidential ones nor practice. */
export const countShareable = (
  ctx: Ctx,
  query: Omit<DeskQuery, 'after' | 'limit'>,
  most: number,
): Promise<number> =>
  ctx.read(async (tx) => {
    await tx.narrow(areasFor(ctx.who, 'case.see'))
    const list = { ...query, arbitrates: arbitrates(ctx), confidential: false, drill: false } as const
    return (await countQueues(tx, ctx.who, { list }, ctx.clock.now(), most)).list
  })

async function page(
  ctx: Ctx,
  tx: Tx,
  found: readonly Case[],
  limit: number,
  on: readonly Mode[] = [],
): Promise<DeskPage> {
  const shown = found.slice(0, limit)
  const rows = await rowsOf(ctx, tx, shown)
  const last = found.length > limit ? shown.at(-1) : undefined
  return { rows, next: last ? dueKey(last, on) : null }
}

/** These cases as rows, with their stories read. */
export async function rowsOf(ctx: Ctx, tx: Tx, shown: readonly Case[]): Promise<CaseRow[]> {
  const stories = await loadStories(
    tx,
    shown.map((row) => row.id),
  )
  return toRows(ctx, tx, shown, stories)
}

/** Everything a page of rows shows, in one query each for summaries, requests and names. */
export async function toRows(
  ctx: Ctx,
  tx: Tx,
  found: readonly Case[],
  stories: ReadonlyMap<string, Story>,
): Promise<CaseRow[]> {
  const ids = found.map((row) => row.id)
  const texts = Map.groupBy(await selectTextsOf(tx, ids, ['summary', 'words']), (text) => text.subject)
  const pending = await selectPending(tx, ids)
  const names = await namesFor(
    ctx,
    tx,
    found.map((row) => row.leadUnitId),
  )
  const first = await firstNamed(ctx)
  const account = accountOf(await clockRulesOf(ctx), await calendarOf(ctx), ctx.clock.now())
  return found.map((row) => {
    const own = texts.get(row.id) ?? []
    const summary =
      own.findLast((text) => text.kind === 'summary') ?? own.find((text) => text.kind === 'words')
    const drawn = account(row, stories.get(row.id) ?? [])
    return {
      id: row.id,
      number: row.number,
      stage: row.stage,
      kind: row.kind,
      matter: names.matter(row.matter),
      summary: summary?.body?.slice(0, 60) ?? null,
      place: names.place(row.areaId),
      unit: names.unit(row.leadUnitId),
      acceptedAt: iso(row.acceptedAt),
      dueAt: drawn.dueAt,
      light: drawn.light,
      account: drawn,
      reopened: row.reopened,
      pendingRequest: pending.get(row.id) ?? null,
      practice: row.drillId !== null,
      first: first(row),
    }
  })
}

type Story = Parameters<typeof responseAccount>[0]

/** The clock that counts now: the lead unit's once there is one, else the response clock. */
function accountOf(rules: ClockRules, calendar: WorkCalendar, now: Temporal.Instant) {
  return (row: Case, story: Story) => {
    const own = row.leadUnitId && rules.unit(story, row.leadUnitId, row.matter)
    return row.leadUnitId && own
      ? unitAccount(story, row.leadUnitId, own, calendar, now)
      : responseAccount(story, rules.response(story), calendar, now)
  }
}
