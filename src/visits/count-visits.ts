import type { Area } from '../areas/contract.ts'
import { type Atlas, atlasOf } from '../areas/door.ts'
import { Refusal } from '../kernel/refusal.ts'
import { dayOf } from '../platform/clock.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { Tx } from '../platform/transaction.ts'
import type { CountVisits, VisitCounts } from './contract.ts'
import { type Count, countIn, gridsOf, shareOf } from './counted.ts'
import { computePlan, inTurn, stateOf } from './plan.ts'
import { type Branch, heldInAll } from './share.rule.ts'

/**
 * How the plan stands, and which share of a month's contacts was in person: of a community by grid, of a street by
 * community. The district's centre counts too, and sees no home. Refuses `area_unknown` for any other area.
 */
export async function countVisits(ctx: Ctx, { areaId, month }: CountVisits): Promise<VisitCounts> {
  ctx.must('register.count')
  const atlas = await atlasOf(ctx)
  const area = atlas.known(areaId)
  ctx.must('register.count', { path: area.path })
  if (area.kind !== 'community' && area.kind !== 'street')
    throw new Refusal('area_unknown', { area: area.nameZh })
  const today = dayOf(ctx.clock.now(), ctx.district.timeZone)
  const named = month ?? today.slice(0, 7)
  return ctx.read(async (tx) => {
    // What follows counts, and shows nothing of a home.
    await tx.widenRegister(areaId)
    const isAlone = area.kind === 'community'
    const communities = isAlone ? [area] : atlas.partsOf(areaId).filter(({ kind }) => kind === 'community')
    const parts = isAlone ? gridsOf(atlas, area) : communities
    const branchOf = await countIn(tx, atlas, communities, named)
    const branches = (count: Count): readonly Branch[] =>
      isAlone ? branchOf(area, count).own : communities.map((one) => branchOf(one, count))
    const contacts = heldInAll(branches('contacts'))
    const inPerson = branches('inPerson').map(({ count }) => count)
    const visited = heldInAll(branches('visited'))
    const states = await statesOf(ctx, tx, atlas, communities, today)
    const declined = heldInAll(isAlone ? states[0]!.own : states)
    const now = isAlone ? states[0]!.own : states
    const counted = parts.map(({ id, kind, nameZh, nameEn }, at) => {
      const { homes, due, overdue } = now[at]!.state
      return {
        area: { id, kind, nameZh, nameEn },
        state: { homes, due, overdue, declined: declined.parts[at]! },
        visited: visited.parts[at]!,
        share: shareOf(contacts.parts[at]!, inPerson[at]!),
      }
    })
    return {
      month: named,
      // Of a community what lies in no grid is said where there is something.
      parts: counted.filter(
        ({ area: { id }, state, share }) => id !== areaId || state.homes > 0 || share.contacts !== 0,
      ),
      whole: shareOf(
        contacts.whole,
        inPerson.reduce((sum, met) => sum + met, 0),
      ),
    }
  })
}

/** How the plan stands in each community and, of it, in each of its grids; `count` is of homes that declined. */
function statesOf(ctx: Ctx, tx: Tx, atlas: Atlas, communities: readonly Area[], today: string) {
  return inTurn(communities, async (community) => {
    const plan = await computePlan(ctx, tx, { kind: 'community', id: community.id })
    const standing = (isIn: Parameters<typeof stateOf>[2]) => {
      const state = stateOf(plan, today, isIn)
      return { state, count: state.declined, own: [] }
    }
    // Its own row stands for the homes that lie in no grid.
    const own = gridsOf(atlas, community).map(({ id }) =>
      standing(({ gridId }) => gridId === (id === community.id ? null : id)),
    )
    return { ...standing(() => true), own }
  })
}
