import { calendarOf } from '../../matters/door.ts'
import { areasFor } from '../../people/door.ts'
import { dayOf, iso } from '../../platform/clock.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Tx } from '../../platform/transaction.ts'
import { clockRulesOf } from '../clock-rules.ts'
import { unitAccount } from '../clocks.ts'
import { latestReview } from '../limits.rule.ts'
import { may } from '../may.ts'
import { namesFor } from '../names.ts'
import { loadStories, type StoryRow } from '../story.sql.ts'
import { selectTextsOf } from '../text.sql.ts'
import { countListed, type Listed, selectListed, writeKey } from './listing.sql.ts'
import type { ListedPart, ListingPage, ListingsQuery } from './listings.contract.ts'

const todayOf = (ctx: Ctx): string => dayOf(ctx.clock.now(), ctx.district.timeZone)

/** What is listed where the asker decides: what is to be looked at today or before, or all of it. */
export async function listingsFor(ctx: Ctx, { all, after, limit }: ListingsQuery): Promise<ListingPage> {
  ctx.must('case.decide')
  const today = todayOf(ctx)
  return ctx.read(async (tx) => {
    const areaIds = areasFor(ctx.who, 'case.decide')
    await tx.narrow(areaIds)
    const listed = await selectListed(tx, areaIds, { by: all ? null : today, after, limit })
    const page = listed.slice(0, limit)
    const mine = page.filter(({ found }) =>
      may(ctx, 'case.decide', { path: found.reach, units: found.units }),
    )
    const last = listed.length > limit ? page.at(-1) : undefined
    return { rows: await rowsOf(ctx, tx, mine, today), next: last ? writeKey(last) : null }
  })
}

async function rowsOf(ctx: Ctx, tx: Tx, listed: readonly Listed[], today: string): Promise<ListedPart[]> {
  const ids = [...new Set(listed.map(({ found }) => found.id))]
  const stories = await loadStories(tx, ids)
  const texts = await selectTextsOf(tx, ids, ['summary'])
  const summaries = new Map(texts.map((text) => [text.subject, text.body]))
  const names = await namesFor(
    ctx,
    tx,
    listed.map(({ unitId }) => unitId),
  )
  const rules = await clockRulesOf(ctx)
  const calendar = await calendarOf(ctx)
  return listed.flatMap(({ unitId, reviewOn, condition, found }) => {
    const story = stories.get(found.id) ?? []
    const rule = rules.unit(story, unitId, found.matter)
    const unit = names.unit(unitId)
    if (!rule || !unit) return []
    return [
      {
        caseId: found.id,
        number: found.number,
        unit,
        matter: names.matter(found.matter),
        place: names.place(found.areaId),
        summary: summaries.get(found.id) ?? null,
        condition,
        listedAt: listedAt(story, unitId),
        reviewOn,
        due: reviewOn <= today,
        latestReviewOn: latestReview(rule.limits, today),
        account: unitAccount(story, unitId, rule, calendar, ctx.clock.now()),
        canReview: !ctx.who.units.includes(unitId),
      },
    ]
  })
}

/** When the unit's listing was granted, by the story. */
function listedAt(story: readonly StoryRow[], unitId: string): string | null {
  const granted = story.findLast(
    ({ kind, data }) =>
      kind === 'case.request_decided' &&
      data.kind === 'listing' &&
      data.granted === true &&
      data.unitId === unitId,
  )
  return granted ? iso(granted.occurredAt) : null
}

/** How many listings wait to be looked at where the asker decides, counted up to a bound. */
export const countDue = (tx: Tx, ctx: Ctx, bound: number): Promise<number> =>
  countListed(tx, areasFor(ctx.who, 'case.decide'), todayOf(ctx), bound)
