import { atlasOf } from '../../areas/door.ts'
import { newId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { emergencyFor } from '../../matters/door.ts'
import { findUnit } from '../../organisations/door.ts'
import { dayOf } from '../../platform/clock.ts'
import type { Ctx, WhoPost } from '../../platform/ctx.ts'
import { actOnce } from '../../platform/once.ts'
import type { SealedText } from '../../platform/sealed-text.ts'
import { commitsOf, insertTexts, seal } from '../../platform/sealed-text.ts'
import type { Tx } from '../../platform/transaction.ts'
import { loadCase } from '../case.sql.ts'
import { isEmergencyIn } from '../emergency/mode.rule.ts'
import { modesNow } from '../emergency/modes-now.ts'
import { type Call, insertCalls } from './call.sql.ts'
import type { BlownWhistle, BlowWhistle, WhistleRules } from './contract.ts'
import { whistleLine } from './events.ts'
import { howCalled, minutesFor, reviewOf, rulesOn } from './limits.rule.ts'
import { selectRules } from './rules.sql.ts'
import { callAll, soundedLine, unitsOfCalls } from './sounding.ts'
import { guardOf, hadOne, insertWhistle, type StandingWhistle } from './whistle.sql.ts'

/**
 * Blows a whistle (吹哨): names the units, the spot and the time to be there. It sounds at once, but for a community's
 * first of a kind, which its street looks at before; in an emergency afterwards, and not at all while one is declared there.
 */
export async function blowWhistle(ctx: Ctx, input: BlowWhistle): Promise<BlownWhistle> {
  ctx.must('whistle.blow')
  if (new Set(input.unitIds).size < input.unitIds.length)
    throw new Refusal('case_units_repeat', { field: 'unitIds' })
  return actOnce(ctx, input, async (tx) => {
    const now = ctx.clock.now()
    const rules = rulesOn(dayOf(now, ctx.district.timeZone), await selectRules(tx))
    const minutes = minutesFor(input.situation, input.reportMinutes, rules)
    const place = await placeOf(ctx, tx, input)
    const blower = await inNameOf(tx, blowerOf(ctx, rules, place.reach), input.inNameOf)
    const before = { hadOne: await hadOne(tx, blower.areaId, input.situation) }
    const isOn = isEmergencyIn(await modesNow(ctx), place.path)
    // While an emergency is on there, nobody waits for a review of it; nor where it is practised.
    const isFree = input.situation === 'emergency' && (isOn || place.drillId !== null)
    const review = isFree ? 'none' : reviewOf(blower.kind, input.situation, rules, before)
    const id = newId(now.epochMilliseconds)
    const named = await nameUnits(ctx, tx, id, input.unitIds)
    const sounds = review !== 'before'
    const texts = textsOf(ctx, id, input)
    const whistle: StandingWhistle = {
      id,
      situation: input.situation,
      stage: sounds ? 'sounding' : 'waiting',
      ...place,
      units: sounds ? await unitsOfCalls(tx, named) : [],
      caseId: input.caseId ?? null,
      blowerKind: blower.kind,
      blowerAreaId: blower.areaId,
      blowerUnitId: blower.unitId,
      wordsId: texts[0]!.id,
      pointId: texts[1]?.id ?? null,
      spotMetres: rules.spotMetres,
      ...minutes,
      review,
      reviewedAt: null,
      warranted: null,
      blownAt: now,
      soundedAt: sounds ? now : null,
      endedAt: null,
      resultId: null,
      seq: sounds ? 2 : 1,
    }
    await enter(tx, whistle, sounds ? callAll(named, minutes, now) : named, texts)
    const lines = [...(emergencyFor(input.words)?.lines ?? [])]
    return { whistleId: id, stage: whistle.stage, lines }
  })
}

/** Where it is blown: at a case that was looked at, or in an area. It must lie in a street, which coordinates it. */
async function placeOf(ctx: Ctx, tx: Tx, { caseId, areaId }: BlowWhistle) {
  const atlas = await atlasOf(ctx)
  const found = caseId === undefined ? null : await loadCase(tx, caseId)
  if (found && (found.matter === null || found.confidential)) throw new Refusal('whistle_case_unfit')
  const area = atlas.known(found?.areaId ?? areaId ?? '')
  if (area.ended) throw new Refusal('area_unknown')
  const reach = found?.reach ?? area.path
  ctx.must('whistle.blow', { path: reach })
  if (reach.length < 2) throw new Refusal('whistle_place_too_wide')
  const chain = found?.chain ?? atlas.chainOf(area)
  return { areaId: area.id, path: area.path, reach, chain, drillId: found?.drillId ?? null }
}

/** The post that blows: by the rules in force, where several may, the widest. */
function blowerOf(ctx: Ctx, { blowers }: WhistleRules, reach: readonly string[]) {
  const may = (post: WhoPost): boolean =>
    (blowers as readonly string[]).includes(post.kind) &&
    post.grants['whistle.blow'] !== undefined &&
    reach.includes(post.areaId)
  const [post] = ctx.who.posts
    .filter(may)
    .sort((one, other) => reach.indexOf(one.areaId) - reach.indexOf(other.areaId))
  if (!post) throw new Refusal('whistle_not_yours_to_blow')
  return { kind: post.kind as StandingWhistle['blowerKind'], areaId: post.areaId, unitId: post.unitId }
}

/** Blown in the name of the Party organisation (党组织) of the desk's own area. Refuses any other body. */
async function inNameOf(
  tx: Tx,
  blower: ReturnType<typeof blowerOf>,
  bodyId: string | undefined,
): Promise<ReturnType<typeof blowerOf>> {
  if (bodyId === undefined) return blower
  const body = await findUnit(tx, bodyId)
  if (!body) throw new Refusal('unit_unknown')
  if (!partyKinds.has(body.kind) || body.areaId !== blower.areaId)
    throw new Refusal('whistle_not_yours_to_blow', { field: 'inNameOf' })
  return { ...blower, unitId: body.id }
}

const partyKinds: ReadonlySet<string> = new Set(['party_committee', 'party_branch', 'party_group'])

/** The units as they will be called, each as its kind is. Refuses what is no unit, or none to be called. */
export async function nameUnits(
  ctx: Ctx,
  tx: Tx,
  whistleId: string,
  unitIds: readonly string[],
): Promise<readonly Call[]> {
  const calls: Call[] = []
  for (const unitId of unitIds) {
    const unit = await findUnit(tx, unitId)
    if (!unit) throw new Refusal('unit_unknown')
    const how = howCalled(unit.kind)
    if (how === null) throw new Refusal('whistle_unit_unfit', { unit: unit.nameZh, unitEn: unit.nameEn })
    calls.push({ ...unanswered, id: newId(ctx.clock.now().epochMilliseconds), whistleId, unitId, how })
  }
  return calls
}

const unanswered = {
  stage: 'named',
  signDueAt: null,
  contactDueAt: null,
  reportDueAt: null,
  signedAt: null,
  contactedAt: null,
  elsewhereAt: null,
  metres: null,
  arrivedAt: null,
  confirmedAt: null,
  actedAt: null,
  refusedAt: null,
  absentAt: null,
  releasedAt: null,
  promptness: null,
  result: null,
  attitude: null,
  ratedAt: null,
} as const

const textsOf = (ctx: Ctx, subject: string, { words, point }: BlowWhistle): SealedText[] => [
  seal(ctx, { subject, kind: 'whistle_words', body: words }),
  ...(point ? [seal(ctx, { subject, kind: 'whistle_point', body: `${point.lon},${point.lat}` })] : []),
]

async function enter(
  tx: Tx,
  whistle: StandingWhistle,
  calls: readonly Call[],
  texts: readonly SealedText[],
): Promise<void> {
  const place = { chain: whistle.chain, subject: whistle.id, occurredAt: whistle.blownAt }
  await insertTexts(tx, texts, guardOf(whistle, whistle.units))
  await insertWhistle(tx, whistle)
  await insertCalls(tx, calls, whistle)
  tx.record(
    whistleLine('whistle.blown', {
      ...place,
      seq: 1,
      data: {
        situation: whistle.situation,
        areaId: whistle.areaId,
        caseId: whistle.caseId,
        blowerKind: whistle.blowerKind,
        blowerAreaId: whistle.blowerAreaId,
        blowerUnitId: whistle.blowerUnitId,
        drillId: whistle.drillId,
        review: whistle.review,
        signMinutes: whistle.signMinutes,
        contactMinutes: whistle.contactMinutes,
        reportMinutes: whistle.reportMinutes,
        spotMetres: whistle.spotMetres,
        calls: calls.map(({ id: callId, unitId, how }) => ({ callId, unitId, how })),
        commits: commitsOf(texts),
      },
    }),
  )
  if (whistle.stage === 'sounding') tx.record(soundedLine({ ...place, seq: 2 }, calls))
}
