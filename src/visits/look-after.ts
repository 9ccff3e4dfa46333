import { homePlace } from '../people/door.ts'
import { iso } from '../platform/clock.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { LookAfter } from './contract.ts'
import { selectSpoken } from './plan.sql.ts'
import { computePlan, inTurn, ownGrids } from './plan.ts'

/** More than anybody sees to in a day; how many there are in all is said. */
const mostHomes = 200

/**
 * The homes of the asker's own grids to look after first when something happens: those that a need has come to often. Who
 * wants no visits is left in peace. The list says an address and no need, as the day's plan does.
 */
export async function homesToLookAfter(ctx: Ctx): Promise<LookAfter> {
  ctx.must('grid.see')
  ctx.must('register.see')
  const grids = await ownGrids(ctx)
  for (const { path } of grids) ctx.must('register.see', { path })
  return ctx.read(async (tx) => {
    const plans = await inTurn(grids, ({ id }) => computePlan(ctx, tx, { kind: 'grid', id }))
    const needed = plans.flatMap(({ planned }) => planned.filter(({ why }) => why === 'often'))
    const shown = needed.slice(0, mostHomes)
    const spoken = await selectSpoken(
      tx,
      shown.map(({ homeId }) => homeId),
    )
    return {
      all: needed.length,
      homes: await inTurn(shown, async (home) => {
        const spokenAt = spoken.get(home.homeId)
        return {
          homeId: home.homeId,
          place: await homePlace(ctx, home),
          spokenAt: spokenAt ? iso(spokenAt) : null,
        }
      }),
    }
  })
}
