import { randomBytes } from 'node:crypto'
import type { WorkCalendar } from '../../kernel/calendar.ts'
import { newCaseNumber, newId } from '../../kernel/ids.ts'
import { dayOf, iso } from '../../platform/clock.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { commitsOf, type Guard, insertTexts, type SealedText, seal } from '../../platform/sealed-text.ts'
import type { Tx } from '../../platform/transaction.ts'
import { responseMoments } from '../clocks.ts'
import { line } from '../events.ts'
import type { PastCase, PastHistory, PastText } from './past-case.rule.ts'
import type { Destination, PastCaseRow, StandingCase } from './past-case.sql.ts'
import { endPastCases, insertPastCases, standingCases } from './past-case.sql.ts'

/** How many cases of a batch came in, were here, and (of these) were told their end by this file. */
export interface Entered {
  readonly added: number
  readonly known: number
  readonly answered: number
}

/**
 * Brings a batch of cases in, in one transaction and a few statements. A case whose source's number is here already
 * is not entered again; if it still waits unscreened and the file now has its end, it gets that.
 */
export async function enterPastCases(
  ctx: Ctx,
  into: Destination,
  calendar: WorkCalendar,
  cases: readonly PastCase[],
): Promise<Entered> {
  const numbers = cases.map((past) => past.sourceNumber)
  return ctx.transaction(async (tx) => {
    const standing = await standingCases(tx, into.system, numbers)
    const fresh = cases.filter((past) => !standing.has(past.sourceNumber))
    const added = await enterFresh(ctx, tx, into, calendar, fresh)
    const answered = await answerStanding(ctx, tx, into, cases, standing)
    return { added, known: cases.length - added, answered }
  })
}

interface SealedCase {
  readonly row: PastCaseRow
  readonly texts: readonly SealedText[]
  readonly history: { readonly told: PastHistory; readonly texts: readonly SealedText[] } | null
}

async function enterFresh(
  ctx: Ctx,
  tx: Tx,
  into: Destination,
  calendar: WorkCalendar,
  fresh: readonly PastCase[],
): Promise<number> {
  const entered: SealedCase[] = []
  let waiting = fresh.map((past) => sealCase(ctx, calendar, past))
  while (waiting.length > 0) {
    const ids = await insertPastCases(
      tx,
      into,
      waiting.map(({ row }) => row),
    )
    entered.push(...waiting.filter(({ row }) => ids.has(row.id)))
    const left = waiting.filter(({ row }) => !ids.has(row.id))
    if (left.length === 0) break
    // Either another import was quicker with the source's number, or our own number was drawn before: drawn again.
    const taken = await standingCases(
      tx,
      into.system,
      left.map(({ row }) => row.sourceNumber),
    )
    waiting = left
      .filter(({ row }) => !taken.has(row.sourceNumber))
      .map((sealed) => ({ ...sealed, row: { ...sealed.row, number: numberFor(ctx, sealed.row.occurredAt) } }))
  }
  await insertTexts(
    tx,
    entered.flatMap(({ texts, history }) => [...texts, ...(history?.texts ?? [])]),
    guardOf(into),
  )
  for (const sealed of entered) record(tx, into, sealed)
  return entered.length
}

/** Numbered by the day on which it was written, as its source would file it. */
const numberFor = (ctx: Ctx, occurredAt: Temporal.Instant): string =>
  newCaseNumber(dayOf(occurredAt, ctx.district.timeZone))

/** The district's centre screens what a file brings. Nobody holds a receipt code: reporters are the source's own. */
const guardOf = ({ path }: Destination): Guard => ({
  reach: path,
  units: [],
  accountId: null,
  receiptHash: null,
})

function sealCase(ctx: Ctx, calendar: WorkCalendar, past: PastCase): SealedCase {
  const { occurredAt, history } = past
  // Of the moment when it happened: lists by id then run in the order of time.
  const id = newId(occurredAt.epochMilliseconds)
  return {
    row: {
      id,
      number: numberFor(ctx, occurredAt),
      sourceNumber: past.sourceNumber,
      stage: history?.closedAt ? 'closed' : 'accepted',
      confidential: past.confidential,
      receiptHash: randomBytes(32),
      occurredAt,
      responseDueAt: responseMoments(occurredAt, null, calendar).responseDueAt,
      dueAt: history?.targetAt ?? null,
      ...endOf(history),
      seq: history ? 2 : 1,
    },
    texts: sealTexts(ctx, id, past.texts),
    history: history && { told: history, texts: sealTexts(ctx, id, history.texts) },
  }
}

/** A reply closes a message without anybody having said that it was resolved; a close of a request says it. */
const endOf = (history: PastHistory | null) => ({
  respondedAt: history?.repliedAt ?? history?.closedAt ?? null,
  resolvedAt: history && history.repliedAt === null ? history.closedAt : null,
  repliedAt: history?.repliedAt ?? null,
  closedAt: history?.closedAt ?? null,
})

const sealTexts = (ctx: Ctx, subject: string, texts: readonly PastText[]): SealedText[] =>
  texts.map((text) => seal(ctx, { ...text, subject }))

function record(tx: Tx, into: Destination, { row, texts, history }: SealedCase): void {
  tx.record(
    line('case.accepted', {
      chain: into.areaId,
      subject: row.id,
      seq: 1,
      occurredAt: row.occurredAt,
      data: {
        number: row.number,
        kind: 'appeal',
        source: 'file',
        areaId: into.areaId,
        communityId: null,
        responseDueAt: iso(row.responseDueAt),
        photos: 0,
        confidential: row.confidential,
        commits: commitsOf(texts),
      },
    }),
  )
  if (history) recordHistory(tx, into, row.id, 2, history.told, history.texts)
}

function recordHistory(
  tx: Tx,
  into: Destination,
  subject: string,
  seq: number,
  { at, repliedAt, targetAt, closedAt, onTime }: PastHistory,
  texts: readonly SealedText[],
): void {
  const when = (moment: Temporal.Instant | null) => moment && iso(moment)
  const data = { repliedAt: when(repliedAt), targetAt: when(targetAt), closedAt: when(closedAt), onTime }
  tx.record(
    line('case.history', {
      chain: into.areaId,
      subject,
      seq,
      occurredAt: at,
      data: { ...data, commits: commitsOf(texts) },
    }),
  )
}

/** Brings what became of cases that an earlier file left open and that nobody here has taken up. */
async function answerStanding(
  ctx: Ctx,
  tx: Tx,
  into: Destination,
  cases: readonly PastCase[],
  standing: ReadonlyMap<string, StandingCase>,
): Promise<number> {
  const news = cases.flatMap(({ sourceNumber, history }) => {
    const before = standing.get(sourceNumber)
    if (before?.stage !== 'accepted' || !history?.closedAt) return []
    return [{ before, history, end: { ...before, ...endOf(history), closedAt: history.closedAt } }]
  })
  if (news.length === 0) return 0
  const ended = await endPastCases(
    tx,
    news.map(({ end }) => end),
  )
  const told = news
    .filter(({ before }) => ended.has(before.id))
    .map((one) => ({ ...one, texts: sealTexts(ctx, one.before.id, one.history.texts) }))
  await insertTexts(
    tx,
    told.flatMap(({ texts }) => texts),
    guardOf(into),
  )
  for (const { before, history, texts } of told)
    recordHistory(tx, into, before.id, before.seq + 1, history, texts)
  return told.length
}
