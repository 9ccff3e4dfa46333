import type { Area } from '../areas/contract.ts'
import { type Atlas, atlasOf } from '../areas/door.ts'
import { Refusal } from '../kernel/refusal.ts'
import { heldBack } from '../kernel/small-numbers.ts'
import { dayOf } from '../platform/clock.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { Tx } from '../platform/transaction.ts'
import type { CountVisits, VisitCounts } from './contract.ts'
import { countContacts } from './plan.sql.ts'
import { computePlan, inTurn, stateOf } from './plan.ts'
import { sharesOf } from './share.rule.ts'

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
    const parts =
      area.kind === 'community'
        ? gridsOf(atlas, area)
        : atlas.partsOf(areaId).filter(({ kind }) => kind === 'community')
    const communities = area.kind === 'community' ? [area] : parts
    const by = area.kind === 'community' ? 'grid_id' : 'community_id'
    const contacts = await countContacts(
      tx,
      by,
      communities.map(({ id }) => id),
      daysOf(named),
    )
    const states = await statesOf(ctx, tx, communities, today)
    const ofMonth = parts.map(({ id }) => contacts.find((one) => one.areaId === id) ?? none)
    const shares = sharesOf(ofMonth)
    const visited = heldBack(ofMonth.map((one) => one.visited))
    const now = parts.map(({ id }) => states(id))
    const declined = heldBack(now.map((one) => one.declined))
    const counted = parts.map(({ id, kind, nameZh, nameEn }, at) => {
      const { homes, due, overdue } = now[at]!
      return {
        area: { id, kind, nameZh, nameEn },
        state: { homes, due, overdue, declined: declined.parts[at]! },
        visited: visited.parts[at]!,
        share: shares.parts[at]!,
      }
    })
    return {
      month: named,
      // Of a community what lies in no grid is said where there is something.
      parts: counted.filter(
        ({ area: { id }, state, share }) => id !== areaId || state.homes > 0 || share.contacts !== 0,
      ),
      whole: shares.whole,
    }
  })
}

const none = { contacts: 0, inPerson: 0, atDoor: 0, visited: 0 }

/** Its grids, and last itself: for homes that lie in none. */
const gridsOf = (atlas: Atlas, community: Area): Area[] => [
  ...atlas.partsOf(community.id).filter(({ kind }) => kind === 'grid'),
  community,
]

/** The first day of a month and of the next. */
export function daysOf(month: string): { readonly from: string; readonly until: string } {
  const first = Temporal.PlainYearMonth.from(month)
  const on = (of: Temporal.PlainYearMonth): string => of.toPlainDate({ day: 1 }).toString()
  return { from: on(first), until: on(first.add({ months: 1 })) }
}

async function statesOf(ctx: Ctx, tx: Tx, communities: readonly Area[], today: string) {
  const plans = await inTurn(communities, async ({ id }) => ({
    id,
    plan: await computePlan(ctx, tx, { kind: 'community', id }),
  }))
  const isAlone = communities.length === 1
  return (areaId: string) => {
    const whole = plans.find(({ id }) => id === areaId)
    // Of one community its own row stands for the homes that lie in no grid.
    if (whole && !isAlone) return stateOf(whole.plan, today, () => true)
    return stateOf(plans[0]!.plan, today, ({ gridId }) => gridId === (whole ? null : areaId))
  }
}
