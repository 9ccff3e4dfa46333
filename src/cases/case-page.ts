import { calendarOf } from '../matters/door.ts'
import { iso } from '../platform/clock.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { Tx } from '../platform/transaction.ts'
import { ownCase } from './act.ts'
import { offers, ownOffers, partsAllow, waitingAllows } from './acts.rule.ts'
import type { Case } from './case.sql.ts'
import { loadCase } from './case.sql.ts'
import { selectJoined, selectPhotos, selectRequests } from './case-page.sql.ts'
import { clockRulesOf } from './clock-rules.ts'
import { responseAccount, unitAccount } from './clocks.ts'
import { findAsk } from './closing/ask.sql.ts'
import { maskName, maskPhone } from './mask.rule.ts'
import { may } from './may.ts'
import { type Name, type Names, namesFor } from './names.ts'
import { actingUnits } from './own-part.ts'
import { roomOf } from './own-room.ts'
import { loadParts } from './part.sql.ts'
import type { CaseStory, FollowedCase } from './story.contract.ts'
import { loadStory, type StoryRow } from './story.sql.ts'
import { type CaseText, selectTexts } from './text.sql.ts'
import { timeline, unitsIn } from './timeline.rule.ts'

/** The whole story of a case on one page, as a post may see it. */
export async function casePage(ctx: Ctx, caseId: string): Promise<CaseStory> {
  ctx.must('case.see')
  return ctx.read(async (tx) => {
    const found = await loadCase(tx, caseId)
    ctx.must('case.see', { path: found.reach, units: found.units })
    const told = await tell(ctx, tx, found, 'staff')
    const requests = await selectRequests(tx, caseId)
    const { words, address } = told
    const at = { path: found.reach, units: found.units }
    const acting = actingUnits(ctx, found)
    const own = told.parts.filter((part) => acting.includes(part.unit.id))
    const ownStages = own.map((part) => part.stage)
    const stages = told.parts.map((part) => part.stage)
    return {
      ...headOf(found),
      matter: told.names.matter(found.matter),
      place: told.names.place(found.areaId),
      words,
      address,
      summary: last(told.texts, 'summary'),
      reporter: reporterOf(told.texts),
      response: told.response,
      parts: told.parts,
      requests: requests.map(({ unitId, ...request }) => ({ ...request, unit: told.names.unit(unitId)! })),
      room: may(ctx, 'case.request', at) ? await roomOf(ctx, told.story, found, own) : null,
      photos: await selectPhotos(tx, caseId),
      ...(await selectJoined(tx, caseId, found.joinedInto)),
      timeline: told.lines,
      can: offers[found.stage]
        .filter(({ act }) => waitingAllows(act, requests, stages))
        .filter(({ act }) => act !== 'publish' || !found.confidential)
        .filter(({ act }) => partsAllow(act, ownStages))
        .filter(({ needs }) => may(ctx, needs, at))
        .map(({ act }) => act),
    }
  })
}

/** What the reporter sees of an own case: by receipt code, or by id from an own account. */
export async function followedCase(ctx: Ctx, caseId: string | null): Promise<FollowedCase> {
  return ctx.read(async (tx) => {
    const found = await ownCase(ctx, tx, caseId)
    const told = await tell(ctx, tx, found, 'reporter')
    const ask = await findAsk(tx, found)
    const lead = told.parts.find((part) => part.role === 'lead')
    return {
      number: found.number,
      caseId: found.id,
      stage: found.stage,
      matter: told.names.matter(found.matter),
      words: told.words,
      place: told.names.place(found.areaId),
      acceptedAt: iso(found.acceptedAt),
      responseDueAt: iso(found.responseDueAt),
      dueAt: lead?.account.dueAt ?? null,
      desk: deskOf(told.names, found),
      unit: told.names.unit(found.leadUnitId),
      answer: told.answer,
      account: lead?.account ?? told.response,
      timeline: told.lines,
      photos: await selectPhotos(tx, found.id),
      solved: found.solved,
      rating: found.rating,
      // What was asked for once more the centre decides; it is not asked twice.
      can: ownOffers[found.stage].filter((act) => act !== 'rate' || ask === null),
    }
  })
}

/** Desks read down to the community; what the community must not see is read above it. */
const communityDepth = 3
const deskOf = (names: Names, { reach, path }: Case): Name =>
  names.place(reach.slice(0, communityDepth).at(-1) ?? path[0]!).names.at(-1)!

/** Everything that both readers share: accounts, parts and timeline, from the journal. */
async function tell(ctx: Ctx, tx: Tx, found: Case, reader: 'staff' | 'reporter') {
  const story = await loadStory(tx, found.id)
  const texts = await selectTexts(tx, found.id)
  const names = await namesFor(ctx, tx, [...unitsIn(story), found.leadUnitId])
  const rules = await clockRulesOf(ctx)
  const calendar = await calendarOf(ctx)
  const now = ctx.clock.now()
  const parts = reader === 'staff' ? await loadParts(tx, found.id) : leadOf(found)
  return {
    texts,
    names,
    words: last(texts, 'words'),
    address: last(texts, 'address'),
    answer: last(answersOf(found, story, texts), 'answer'),
    response: responseAccount(story, rules.response(story), calendar, now),
    parts: parts.flatMap((part) => {
      const rule = rules.unit(story, part.unitId, found.matter)
      if (!rule) return []
      const { unitId, role, stage } = part
      const account = unitAccount(story, unitId, rule, calendar, now)
      return [{ unit: names.unit(unitId)!, role, stage, listing: listingOf(part, texts), account }]
    }),
    story,
    lines: timeline(story, texts, names.unit, reader),
  }
}

/** What a listed part waits for, and until when. */
const listingOf = (
  part: { readonly reviewOn: string | null; readonly conditionId: string | null },
  texts: readonly CaseText[],
): CaseStory['parts'][number]['listing'] =>
  part.reviewOn
    ? {
        condition: texts.find(({ id }) => id === part.conditionId)?.body ?? null,
        reviewOn: part.reviewOn,
      }
    : null

/** The answers that count: one that came with another case does no more once it is taken out of that case. */
function answersOf(found: Case, story: readonly StoryRow[], texts: readonly CaseText[]): readonly CaseText[] {
  if (found.joinedInto) return texts
  const given = new Set(
    story.flatMap(({ kind, data }) =>
      kind === 'case.answered_with' ? Object.keys(data.commits as Record<string, string>) : [],
    ),
  )
  return texts.filter((text) => !given.has(text.id))
}

/** A reporter reads the one clock that answers to them: the lead unit's. */
const leadOf = (found: Case) =>
  found.leadUnitId
    ? [
        {
          unitId: found.leadUnitId,
          role: 'lead' as const,
          stage: found.stage,
          reviewOn: null,
          conditionId: null,
        },
      ]
    : []

const headOf = (found: Case) => ({
  id: found.id,
  number: found.number,
  kind: found.kind,
  source: found.source,
  sourceNumber: found.sourceNumber,
  onBehalf: found.onBehalf,
  stage: found.stage,
  confidential: found.confidential,
  public: found.public,
  acceptedAt: iso(found.acceptedAt),
  rating: found.rating,
  solved: found.solved,
  reopened: found.reopened,
  practice: found.drillId !== null,
})

/** Always masked: the full name and number are shown by `seeReporter` alone, for a purpose. */
function reporterOf(texts: readonly CaseText[]): CaseStory['reporter'] {
  const name = last(texts, 'reporter_name')
  const phone = last(texts, 'reporter_phone')
  return name || phone ? { name: name && maskName(name), phone: phone && maskPhone(phone) } : null
}

const last = (texts: readonly CaseText[], kind: string): string | null =>
  texts.findLast((text) => text.kind === kind)?.body ?? null
