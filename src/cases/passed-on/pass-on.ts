import { type atlasOf as AtlasOf, atlasOf } from '../../areas/door.ts'
import { newId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { calendarOf, deadlineFor } from '../../matters/door.ts'
import { findUnit } from '../../organisations/door.ts'
import { dayOf, iso } from '../../platform/clock.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { actOnce } from '../../platform/once.ts'
import { commitsOf, insertTexts, seal } from '../../platform/sealed-text.ts'
import type { Tx } from '../../platform/transaction.ts'
import { loadCase } from '../case.sql.ts'
import { may } from '../may.ts'
import { loadStation } from '../station/station.sql.ts'
import { loadWhistle } from '../whistle/whistle.sql.ts'
import { guardOf } from './act.ts'
import type { PassedReceipt, PassOn } from './contract.ts'
import { passedLine } from './events.ts'
import { receivePeriodOn } from './passed.rule.ts'
import { insertPassed, type Passed } from './passed.sql.ts'

type Atlas = Awaited<ReturnType<typeof AtlasOf>>

interface Origin {
  readonly areaId: string
  readonly reach: readonly string[]
  readonly chain: string
  /** Units that have a part in it; null where it is about a place alone. */
  readonly units: readonly string[] | null
}

/** 移送线索: what was found is passed on to the unit with legal power, in words, by the street or a unit that has a part in it. */
export async function passOn(ctx: Ctx, input: PassOn): Promise<PassedReceipt> {
  ctx.must('action.lead')
  const { caseId = null, whistleId = null, stationId = null, areaId, toUnitId } = input
  const named = [caseId, whistleId, stationId, areaId].filter((one) => typeof one === 'string')
  if (named.length !== 1) throw new Refusal('input_invalid', { field: 'areaId' })
  const atlas = await atlasOf(ctx)
  const calendar = await calendarOf(ctx)
  return actOnce(ctx, input, async (tx) => {
    const now = ctx.clock.now()
    const origin = await originOf(tx, atlas, input)
    const fromUnitId = passingUnit(ctx, origin)
    const to = await findUnit(tx, toUnitId)
    if (!to) throw new Refusal('unit_unknown', { field: 'toUnitId' })
    if ((to.kind !== 'department' && to.kind !== 'street_team') || to.id === fromUnitId)
      throw new Refusal('passed_unit_unfit', { field: 'toUnitId' })
    const id = newId(now.epochMilliseconds)
    const allowance = receivePeriodOn(dayOf(now, ctx.district.timeZone))
    const receiveDueAt = deadlineFor(allowance, now, calendar).dueAt
    const passed: Passed = {
      ...{ id, stage: 'passed', caseId, whistleId, stationId, areaId: origin.areaId, chain: origin.chain },
      reach: streetReach(atlas, origin.areaId).filter((one) => origin.reach.includes(one)),
      units: [...new Set([...to.path, ...(fromUnitId === null ? [] : [fromUnitId])])],
      ...{ fromUnitId, toUnitId, passedAt: now, receiveDueAt, overdueAt: null },
      ...{ receivedAt: null, answeredAt: null, hidden: false, seq: 1 },
    }
    const words = seal(ctx, { subject: id, kind: 'passed_words', body: input.words })
    await insertTexts(tx, [words], guardOf(passed))
    await insertPassed(tx, passed)
    tx.record(
      passedLine('passed_on.passed', {
        ...{ chain: origin.chain, subject: id, seq: 1, occurredAt: now },
        data: {
          ...{ caseId, whistleId, stationId, areaId: origin.areaId, fromUnitId, toUnitId },
          ...{ receiveDueAt: iso(receiveDueAt), commits: commitsOf([words]) },
        },
      }),
    )
    return { id, stage: passed.stage }
  })
}

/** The area's street and what lies above it: below, nobody sees what is passed on. */
export const streetReach = (atlas: Atlas, areaId: string): string[] =>
  atlas
    .stepsOf(atlas.known(areaId))
    .filter(({ kind }) => kind === 'district' || kind === 'street')
    .map(({ id }) => id)

/** The street's desk passes on for the street (null); any other for its unit, which has a part in it. */
function passingUnit(ctx: Ctx, { areaId: _, reach, units }: Origin): string | null {
  if (may(ctx, 'action.lead', { path: reach })) return null
  const post = ctx.who.posts.find(
    ({ unitId, areaId, grants }) =>
      unitId !== null &&
      (grants['action.lead'] ?? []).includes('own_unit') &&
      (units === null ? reach.includes(areaId) : units.includes(unitId)),
  )
  if (!post?.unitId) throw new Refusal('not_permitted', { act: 'action.lead' })
  return post.unitId
}

/** Refuses `passed_origin_unfit`: what is confidential goes its own ways, and what is practised leads nowhere. */
async function originOf(
  tx: Tx,
  atlas: Atlas,
  { caseId, whistleId, stationId, areaId }: PassOn,
): Promise<Origin> {
  if (caseId !== undefined) {
    const found = await loadCase(tx, caseId)
    if (found.confidential || found.drillId !== null) throw new Refusal('passed_origin_unfit')
    return found
  }
  if (whistleId !== undefined) {
    const found = await loadWhistle(tx, whistleId)
    const isHidden = found.reach.length < found.path.length
    if (isHidden || found.drillId !== null) throw new Refusal('passed_origin_unfit')
    return found
  }
  if (stationId !== undefined) {
    const found = await loadStation(tx, stationId)
    return { ...found, units: [found.leadUnitId] }
  }
  const area = atlas.known(areaId!)
  return { areaId: area.id, reach: area.path, chain: atlas.chainOf(area), units: null }
}
