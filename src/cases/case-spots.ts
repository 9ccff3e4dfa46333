import { mapPointsOf } from '../areas/door.ts'
import type { LonLatPair } from '../areas/map.contract.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { Tx } from '../platform/transaction.ts'
import type { Case } from './case.sql.ts'
import { readPoint } from './point.rule.ts'
import { selectTextsOf } from './text.sql.ts'

interface CaseSpot {
  readonly at: LonLatPair
  /** Where it was said to be; otherwise the middle of the narrowest area that is known. */
  readonly exact: boolean
}

/**
 * Where each of these cases is, by its id: at the point that was reported, as far as the policies show it to the asker, or
 * in the middle of the narrowest area that has an outline. Confidential ones stand on no map (Care 3) and are left out.
 */
export async function spotsOf(
  ctx: Ctx,
  tx: Tx,
  cases: readonly Pick<Case, 'id' | 'areaId' | 'confidential'>[],
): Promise<Map<string, CaseSpot>> {
  const shown = cases.filter(({ confidential }) => !confidential)
  const ids = shown.map(({ id }) => id)
  const points = new Map(
    (await selectTextsOf(tx, ids, ['point'])).map(({ subject, body }) => [subject, readPoint(body)]),
  )
  const areaIds = shown.map(({ areaId }) => areaId)
  const middles = await mapPointsOf(ctx, tx, areaIds)
  return new Map(
    shown.flatMap(({ id, areaId }) => {
      const point = points.get(id) ?? null
      const at = point ?? middles.get(areaId)
      return at === undefined ? [] : [[id, { at, exact: point !== null }] as const]
    }),
  )
}
