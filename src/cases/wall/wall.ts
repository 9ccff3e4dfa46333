import type { Area } from '../../areas/contract.ts'
import { dayOf, iso } from '../../platform/clock.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Tx } from '../../platform/transaction.ts'
import type { Stage } from '../contract.ts'
import { type AreaAsked, areaAsked, named } from '../figures/area-asked.ts'
import { countBehind } from '../figures/behind.sql.ts'
import { countingWaits } from '../figures/counting-waits.ts'
import { countAreas } from '../figures/figures.sql.ts'
import { trendDays } from '../figures/trend.ts'
import { namesFor } from '../names.ts'
import { queueStages } from '../queues.contract.ts'
import type { Wall, WallQuery } from './contract.ts'
import { byPain, type LightsOf, lightsOf, sumOf, totalOf } from './open-lights.rule.ts'
import { selectCounts, selectTurnedIn } from './wall.sql.ts'
import { wallCases } from './wall-cases.ts'

/** So many units and matters are shown; a list opens to the rest. */
const mostRows = 20
/** Days of the trend. */
const trendLength = 28

/**
 * How an area stands now: open cases with their lights by stage, unit, matter and part, what today counted beside what is
 * usual, what turns red next and what many report. Refuses `not_permitted` to whoever sees no cases there.
 */
export async function wallOf(ctx: Ctx, { areaId }: WallQuery): Promise<Wall> {
  const asked = await areaAsked(ctx, areaId)
  const now = ctx.clock.now()
  const today = dayOf(now, ctx.district.timeZone)
  const { area, atlas, steps, seen } = asked
  const parts = atlas.partsOf(area.id).filter(({ kind }) => isTerritory(kind))
  const waiting = await countingWaits(ctx)
  return ctx.read(async (tx) => {
    await tx.narrow(seen)
    const lights = await lightsIn(tx, asked, parts, now)
    const days = await countAreas(
      tx,
      [area.id, ...parts.map(({ id }) => id)],
      [{ span: 'day', from: today, to: today }],
    )
    return {
      at: iso(now),
      waitingSince: waiting && iso(waiting),
      today,
      area: named(area),
      steps: [...steps],
      open: sumOf(lights(area.id, 'stage').values()),
      stages: stagesOf(lights(area.id, 'stage')),
      day: days.get(area.id) ?? {},
      lastWeek: await countLastWeek(ctx, tx, area.id, now),
      parts: parts.map((part) => ({
        area: named(part),
        open: sumOf(lights(part.id, 'stage').values()),
        day: days.get(part.id) ?? {},
      })),
      ...(await mostPressed(ctx, tx, area.id, lights)),
      trend: await trendDays(tx, area.id, { count: 'accepted', to: today, days: trendLength }),
      ...(await wallCases(ctx, tx, asked, now)),
    }
  })
}

/** Parts that are counted: a building is a place, not a part of the map that somebody looks after. */
const isTerritory = (kind: Area['kind']): boolean =>
  kind === 'street' || kind === 'community' || kind === 'grid'

async function lightsIn(
  tx: Tx,
  { area }: AreaAsked,
  parts: readonly Area[],
  now: Temporal.Instant,
): Promise<LightsOf> {
  const own = await selectCounts(tx, [area.id], ['stage', 'unit', 'matter'])
  const ofParts = await selectCounts(
    tx,
    parts.map(({ id }) => id),
    ['stage'],
  )
  return lightsOf([...own, ...ofParts], await selectTurnedIn(tx, area.id, now))
}

const stagesOf = (lights: ReturnType<LightsOf>): Wall['stages'] =>
  [...lights]
    .map(([stage, each]) => ({ stage: stage as Stage, open: totalOf(each) }))
    .filter(({ open }) => open > 0)
    .sort((one, other) => queueStages.open.indexOf(one.stage) - queueStages.open.indexOf(other.stage))

/** Units and matters with the most that hurts. */
async function mostPressed(
  ctx: Ctx,
  tx: Tx,
  areaId: string,
  lights: LightsOf,
): Promise<Pick<Wall, 'units' | 'matters'>> {
  const first = (table: ReturnType<LightsOf>) =>
    [...table]
      .filter(([, each]) => totalOf(each) > 0)
      .sort(([what, one], [than, other]) => byPain(one, other) || (what < than ? -1 : 1))
      .slice(0, mostRows)
  const units = first(lights(areaId, 'unit'))
  const names = await namesFor(
    ctx,
    tx,
    units.map(([id]) => id || null),
  )
  return {
    units: units.flatMap(([id, open]) => {
      const unit = names.unit(id || null)
      return unit ? [{ unit, open }] : []
    }),
    matters: first(lights(areaId, 'matter')).map(([code, open]) => ({
      matter: names.matter(code || null),
      open,
    })),
  }
}

/** How much had been reported until the same moment of the same weekday last week. */
async function countLastWeek(
  ctx: Ctx,
  tx: Tx,
  areaId: string,
  now: Temporal.Instant,
): Promise<Wall['lastWeek']> {
  const then = now.toZonedDateTimeISO(ctx.district.timeZone).subtract({ weeks: 1 })
  const [since, until] = [then.startOfDay().toInstant(), then.toInstant()]
  const accepted = await countBehind(tx, { areaId, count: 'accepted', matter: undefined, since, until })
  return { day: then.toPlainDate().toString(), until: iso(until), accepted }
}
