import type { ChangeAreas } from '../areas/change.contract.ts'
import { previewAreaChange } from '../areas/door.ts'
import { countGridPosts } from '../people/door.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { AreaChangeEffects } from './map.contract.ts'
import { readPoint } from './point.rule.ts'
import { countReaching, selectOpenPoints } from './preview-effects.sql.ts'

/**
 * What a file of areas would change, down to open cases and grid workers; it changes nothing. Refuses `not_permitted`,
 * `import_file_unreadable`, and `area_move_not_allowed` for a day to come.
 */
export async function previewEffects(ctx: Ctx, body: ChangeAreas): Promise<AreaChangeEffects> {
  ctx.must('area.manage')
  return ctx.read(async (tx) => {
    const { plan, movingIds, changesHands } = await previewAreaChange(ctx, tx, body)
    const points = plan.shapes.length === 0 ? [] : await selectOpenPoints(tx)
    const casesOnGround = points.filter((body) => {
      const point = readPoint(body)
      return point !== null && changesHands({ lon: point[0], lat: point[1] })
    }).length
    return {
      ...plan,
      casesMoving: movingIds.length === 0 ? 0 : await countReaching(tx, movingIds),
      casesOnGround,
      workersMoving: await countGridPosts(ctx, tx, movingIds),
    }
  })
}
