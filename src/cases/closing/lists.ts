import { areasFor } from '../../people/door.ts'
import { iso } from '../../platform/clock.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Tx } from '../../platform/transaction.ts'
import type { Case } from '../case.sql.ts'
import { selectCases } from '../case.sql.ts'
import { may } from '../may.ts'
import { type Names, namesFor } from '../names.ts'
import { loadStories } from '../story.sql.ts'
import { selectTextsOf } from '../text.sql.ts'
import type {
  CallBackPage,
  CallBacksQuery,
  FlagPage,
  FlagsQuery,
  ReopeningPage,
  ReopeningsQuery,
} from './closing.contract.ts'
import { selectFlagPage } from './flag.sql.ts'
import { isOwnWork } from './flags.rule.ts'
import { readKey, selectAsks, selectToCall, writeKey } from './lists.sql.ts'
import { tellFlag } from './tell-flag.ts'
import { outcomesNow } from './tries.rule.ts'

/** Closings that are marked where the asker looks at them, or were looked at. */
export async function flaggedClosings(ctx: Ctx, query: FlagsQuery): Promise<FlagPage> {
  ctx.must('case.press')
  const { state, kind, limit } = query
  return ctx.read(async (tx) => {
    const areaIds = areasFor(ctx.who, 'case.press')
    await tx.narrow(areaIds)
    const read = await selectFlagPage(tx, areaIds, { state, kind, after: readKey(query.after), limit })
    const page = read.slice(0, limit)
    const cases = await selectCases(
      tx,
      page.map(({ caseId }) => caseId),
    )
    const stories = await loadStories(tx, [...cases.keys()])
    const heads = await headsOf(
      ctx,
      tx,
      [...cases.values()],
      page.map(({ unitId }) => unitId),
    )
    const last = read.length > limit ? page.at(-1) : undefined
    return {
      rows: page.flatMap((flag) => {
        const found = cases.get(flag.caseId)
        if (!found || !may(ctx, 'case.press', { path: found.reach, units: found.units })) return []
        const canLook = !isOwnWork(flag, stories.get(flag.caseId) ?? [], ctx.who)
        return [{ ...heads.of(found), flag: tellFlag(flag, heads.names), canLook }]
      }),
      next: last ? writeKey(state === 'open' ? last.flaggedAt : last.lookedAt!, last.id) : null,
    }
  })
}

/** 回访: whom the desk that closes asks next. */
export async function callBacks(ctx: Ctx, query: CallBacksQuery): Promise<CallBackPage> {
  ctx.must('case.check')
  const { state, limit } = query
  return ctx.read(async (tx) => {
    const areaIds = areasFor(ctx.who, 'case.check')
    await tx.narrow(areaIds)
    const asked = { state, now: ctx.clock.now(), after: readKey(query.after), limit }
    const read = await selectToCall(tx, areaIds, asked)
    const page = read.slice(0, limit)
    const cases = page.map(({ found }) => found)
    const heads = await headsOf(ctx, tx, cases)
    const answers = await lastTexts(tx, cases, 'answer')
    const last = read.length > limit ? page.at(-1) : undefined
    return {
      rows: page.map(({ found, repliedAt, tries, lastTriedAt, nextTryAt }) => ({
        ...heads.of(found),
        repliedAt: iso(repliedAt),
        answer: answers.get(found.id) ?? null,
        tries,
        lastTriedAt: lastTriedAt && iso(lastTriedAt),
        nextTryAt: nextTryAt && iso(nextTryAt),
        outcomes: outcomesNow({ tries, isOver: false, nextTryAt }, asked.now),
      })),
      next: last ? writeKey(last.at, last.found.id) : null,
    }
  })
}

/** What reporters ask for who are not satisfied once more, for the centre to decide. */
export async function askedReopenings(ctx: Ctx, query: ReopeningsQuery): Promise<ReopeningPage> {
  ctx.must('case.check')
  const { limit } = query
  return ctx.read(async (tx) => {
    const areaIds = areasFor(ctx.who, 'case.check')
    await tx.narrow(areaIds)
    const read = await selectAsks(tx, areaIds, readKey(query.after), limit)
    const page = read.slice(0, limit)
    const cases = page.map(({ found }) => found)
    const heads = await headsOf(ctx, tx, cases)
    const said = await lastTexts(tx, cases, 'rating_words')
    const last = read.length > limit ? page.at(-1) : undefined
    return {
      rows: page.map(({ found, because, askedAt }) => ({
        ...heads.of(found),
        ask: { because, askedAt: iso(askedAt), granted: null },
        reopened: found.reopened,
        words: said.get(found.id) ?? null,
      })),
      next: last ? writeKey(last.askedAt, last.id) : null,
    }
  })
}

/** What every row says of its case. */
async function headsOf(ctx: Ctx, tx: Tx, cases: readonly Case[], unitIds: readonly (string | null)[] = []) {
  const names: Names = await namesFor(ctx, tx, [...cases.map(({ leadUnitId }) => leadUnitId), ...unitIds])
  const summaries = await lastTexts(tx, cases, 'summary')
  const of = (found: Case) => ({
    caseId: found.id,
    number: found.number,
    stage: found.stage,
    matter: names.matter(found.matter),
    place: names.place(found.areaId),
    unit: names.unit(found.leadUnitId),
    summary: summaries.get(found.id) ?? null,
  })
  return { names, of }
}

async function lastTexts(tx: Tx, cases: readonly Case[], kind: string): Promise<Map<string, string | null>> {
  const ids = cases.map(({ id }) => id)
  const texts = await selectTextsOf(tx, ids, [kind])
  return new Map(texts.map(({ subject, body }) => [subject, body]))
}
