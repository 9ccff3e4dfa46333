import { atlasOf } from '../../areas/door.ts'
import { newId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Matter } from '../../matters/contract.ts'
import { calendarOf, matterOf } from '../../matters/door.ts'
import { mustTakeCases } from '../../organisations/door.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Tx } from '../../platform/transaction.ts'
import { actOnCase, type Deed, type Scene } from '../act.ts'
import type { ActReceipt, ArbitrateCase } from '../acts.contract.ts'
import type { Case } from '../case.sql.ts'
import { handOver, mustBeDistrictUnits } from '../dispatch-case.ts'
import { line } from '../events.ts'
import { loadParts, savePart } from '../part.sql.ts'
import { decide, loadRequest, type UnitRequest } from '../request.sql.ts'
import { mustBeOpenTo } from '../request-time.ts'
import { move } from '../stage.rule.ts'
import { catalogueAnswers } from '../who-answers.ts'
import { keptUnder } from '../worker-complaint.rule.ts'
import { remember } from './precedent.sql.ts'

/**
 * 争议裁定: a unit wants to give back what was given back before, and the centre names the unit that answers. Its own
 * clock runs on where it is the same unit, so that a dispute gains no time; another's starts now. The word binds in this
 * case, and is proposed first for the same matter in the same place from now on; where it is practised, in this case alone.
 */
export const arbitrateCase = (
  ctx: Ctx,
  caseId: string,
  requestId: string,
  input: ArbitrateCase,
): Promise<ActReceipt> =>
  actOnCase(ctx, 'case.arbitrate', caseId, input, async (before, scene) => {
    const { tx, keep, next } = scene
    const request = await loadRequest(tx, caseId, requestId)
    if (!request.arbitration) throw new Refusal('case_not_for_arbitration')
    if (request.askedBy === ctx.who.accountId) throw new Refusal('not_permitted', { act: 'case.arbitrate' })
    const part = (await loadParts(tx, caseId)).find(({ unitId }) => unitId === request.unitId)!
    mustBeOpenTo('return', part)
    await mustTakeCases(tx, [input.unitId])
    if (before.confidential) await mustBeDistrictUnits(tx, [input.unitId])
    const moves = input.unitId !== request.unitId
    await decide(tx, requestId, moves, ctx.who.accountId!, ctx.clock.now())
    const kept = await keep([{ kind: 'reason', body: input.reason }])
    const matter = await matterOf(ctx, before.matter!)
    const precedentId =
      before.drillId === null
        ? await setPrecedent(ctx, tx, before, matter, input.unitId, kept.texts[0]!.id)
        : null
    const data = {
      requestId,
      fromUnitId: request.unitId,
      unitId: input.unitId,
      matter: matter.code,
      precedentId,
    }
    const said = line('case.arbitrated', { ...next(), data: { ...data, commits: kept.commits } })
    const decided = line('case.request_decided', {
      ...next(),
      data: { ...nothingGranted, requestId, unitId: request.unitId, kind: 'return', granted: moves },
    })
    if (!moves) return { change: {}, lines: [said, decided] }
    const handed = await handToNamed(ctx, scene, before, {
      matter,
      request,
      unitId: input.unitId,
      precedentId,
    })
    return { change: handed.change, lines: [said, decided, ...handed.lines] }
  })

const nothingGranted = { minutes: null, until: null, dueAt: null, commits: {} } as const

interface Named {
  readonly matter: Matter
  readonly request: UnitRequest
  readonly unitId: string
  /** None in practice. */
  readonly precedentId: string | null
}

/** The one is out of the case, the other leads it, with a clock of its own from now. */
async function handToNamed(
  ctx: Ctx,
  { tx, next }: Scene,
  before: Case,
  { matter, request, unitId, precedentId }: Named,
): Promise<Deed> {
  const overridden = unitId !== (await catalogueAnswers(ctx, tx, before, matter))
  await savePart(tx, before.id, request.unitId, { stage: 'returned' })
  const calendar = await calendarOf(ctx)
  const { change, told } = await handOver(ctx, tx, before, matter, calendar, [{ unitId, role: 'lead' }])
  const data = { matter: matter.code, matterId: matter.id, overridden, precedentId, units: told, commits: {} }
  return {
    change: { stage: move(move(before.stage, 'returned'), 'dispatched'), ...change },
    lines: [line('case.dispatched', { ...next(), data })],
  }
}

/** Areas from the district to the community: no place of a precedent is narrower, and none of its readers. */
const communityDepth = 3

async function setPrecedent(
  ctx: Ctx,
  tx: Tx,
  before: Case,
  matter: Matter,
  unitId: string,
  reasonId: string,
): Promise<string> {
  const areas = (await atlasOf(ctx)).known(before.areaId).path
  const decidedAt = ctx.clock.now()
  const id = newId(decidedAt.epochMilliseconds)
  await remember(tx, {
    id,
    matter: matter.code,
    areaId: areas.slice(0, communityDepth).at(-1)!,
    unitId,
    caseId: before.id,
    // Who dispatches there reads it; what is kept from a street or a community stays so (Care 2, 3).
    reach: keptUnder(areas, before).slice(0, communityDepth),
    reasonId,
    decidedBy: ctx.who.accountId!,
    decidedAt,
  })
  return id
}
