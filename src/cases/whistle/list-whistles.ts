import { iso } from '../../platform/clock.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { type Names, namesFor } from '../names.ts'
import { selectTextsOf } from '../text.sql.ts'
import { readRules } from './announce-rules.ts'
import { type Call, loadCalls } from './call.sql.ts'
import type {
  WaitingWhistles,
  WhistlePage,
  WhistleQuery,
  WhistleRate,
  WhistleRates,
  WhistleRules,
} from './contract.ts'
import { timelinessOf } from './lateness.rule.ts'
import { sightOf, turnOf } from './sight.ts'
import { countBlown, type StandingWhistle } from './whistle.sql.ts'
import { countWaiting, selectWhistles } from './whistle-list.sql.ts'

/** Whistles in the asker's areas, and those that call the asker's units, the newest first. */
export async function listWhistles(ctx: Ctx, query: WhistleQuery): Promise<WhistlePage> {
  ctx.must('whistle.see')
  return ctx.read(async (tx) => {
    const found = await selectWhistles(tx, sightOf(ctx), turnOf(ctx), { ...query, limit: query.limit + 1 })
    const shown = found.slice(0, query.limit)
    const ids = shown.map(({ id }) => id)
    const calls = await loadCalls(tx, ids)
    const names = await namesFor(
      ctx,
      tx,
      calls.map(({ unitId }) => unitId),
    )
    const texts = await selectTextsOf(tx, ids, ['whistle_words'])
    const words = new Map(texts.map((text) => [text.subject, text.body]))
    const callsOf = Map.groupBy(calls, (call) => call.whistleId)
    const rows = shown.map((whistle) => ({
      ...headOf(whistle, words.get(whistle.id) ?? null, names),
      calls: (callsOf.get(whistle.id) ?? []).map((call: Call) => ({
        id: call.id,
        unit: names.unit(call.unitId)!,
        how: call.how,
        stage: call.stage,
        timeliness: timelinessOf(call, ctx.clock.now()),
      })),
    }))
    return { rows, next: found.length > query.limit ? shown.at(-1)!.id : null }
  })
}

const BOUND = 100

/** How many whistles wait for the asker: to answer, to review, to confirm, to release or to end. */
export async function countWhistles(ctx: Ctx): Promise<WaitingWhistles> {
  ctx.must('whistle.see')
  return ctx.read(async (tx) => ({ waiting: await countWaiting(tx, turnOf(ctx), BOUND), bound: BOUND }))
}

/** What a row and the page of a whistle both say. */
export const headOf = (whistle: StandingWhistle, words: string | null, names: Names) => ({
  id: whistle.id,
  situation: whistle.situation,
  stage: whistle.stage,
  place: names.place(whistle.areaId),
  words,
  blownAt: iso(whistle.blownAt),
  soundedAt: whistle.soundedAt && iso(whistle.soundedAt),
  endedAt: whistle.endedAt && iso(whistle.endedAt),
  practice: whistle.drillId !== null,
})

/** How often desks in sight have blown of late, so that a whistle stays serious: one that is blown daily is heard no more. */
export async function listRates(ctx: Ctx): Promise<WhistleRates> {
  ctx.must('whistle.see')
  const { inForce } = await readRules(ctx)
  return ctx.read(async (tx) => {
    await tx.narrow(sightOf(ctx).areaIds)
    const names = await namesFor(ctx, tx, [])
    const counted = await countBlown(tx, since(ctx, inForce), null)
    return { rates: counted.map((count) => rateOf(count, inForce, names)) }
  })
}

export const since = (ctx: Pick<Ctx, 'clock'>, { rateDays }: WhistleRules): Temporal.Instant =>
  ctx.clock.now().subtract({ hours: rateDays * 24 })

export const rateOf = (
  { blowerKind, blowerAreaId, ...counts }: Awaited<ReturnType<typeof countBlown>>[number],
  { rateDays }: WhistleRules,
  names: Names,
): WhistleRate => ({
  blower: { kind: blowerKind, place: names.place(blowerAreaId) },
  days: rateDays,
  ...counts,
})
