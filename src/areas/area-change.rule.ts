import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { difference, type Geom } from 'polyclip-ts'
import type { ChangedShape } from './change.contract.ts'
import type { AreaKind, Shape } from './contract.ts'
import type { ImportPlan } from './import-plan.rule.ts'
import { buildLocator, type Locate } from './locate.rule.ts'
import { boxesMeet, boxOf, polygonSquareMetres, polygonsOf, shapeSquareMetres } from './shape.rule.ts'

/** What a plan is compared with: the areas that stand, by code. */
export interface OutlinedArea {
  readonly id: string
  readonly kind: AreaKind
  readonly nameZh: string
  readonly nameEn: string
  readonly path: readonly string[]
  readonly shape: Shape | null
  readonly ended: boolean
}
export type Standing = ReadonlyMap<string, OutlinedArea>

const sizeOf = (shape: Shape | null): number | null => shape && Math.round(shapeSquareMetres(shape))

/** Outlines that a plan would change or bring, the wider areas last: the small ones are what one looks for. */
export function changedShapes(plan: ImportPlan, standing: Standing): ChangedShape[] {
  const shape = (
    area: Pick<ChangedShape, 'code' | 'kind' | 'nameZh' | 'nameEn'>,
    before: Shape | null,
    after: Shape | null,
  ): ChangedShape => ({
    ...area,
    before,
    after,
    beforeSquareMetres: sizeOf(before),
    afterSquareMetres: sizeOf(after),
  })
  const changed = plan.change.flatMap((change) => {
    const known = standing.get(change.code)!
    if (canonicalize(known.shape) === canonicalize(change.shape)) return []
    const { code, nameZh, nameEn } = change
    return [shape({ code, kind: known.kind, nameZh, nameEn }, known.shape, change.shape)]
  })
  const added = plan.add.flatMap(({ code, kind, nameZh, nameEn = nameZh, shape: after }) =>
    after ? [shape({ code, kind, nameZh, nameEn }, null, after)] : [],
  )
  return [...changed, ...added].reverse()
}

/** The areas that a plan hangs elsewhere, with all that they hold now. */
export function movingAreas(plan: ImportPlan, standing: Standing): OutlinedArea[] {
  const roots = new Set(plan.move.map(({ code }) => standing.get(code)!.id))
  return [...standing.values()].filter(({ path, ended }) => !ended && path.some((id) => roots.has(id)))
}

const geomOf = (shape: Shape): Geom =>
  polygonsOf(shape).map((rings) =>
    rings.map((ring) => ring.map(([lon, lat]): [number, number] => [lon!, lat!])),
  )

/** Kinds that divide the ground among them, narrowest first: the narrowest that changes says how much it is. */
const dividing: readonly AreaKind[] = ['grid', 'community', 'street']

/** How much ground another area of the same kind would claim, in square metres. */
export function groundChanging(shapes: readonly ChangedShape[]): number {
  const kind = dividing.find((each) =>
    shapes.some((shape) => shape.kind === each && shape.before && shape.after),
  )
  const gained = shapes
    .filter((shape) => shape.kind === kind)
    .flatMap(({ before, after }) => {
      if (!before || !after) return []
      const apart = !boxesMeet(boxOf(polygonsOf(before)), boxOf(polygonsOf(after)))
      return apart ? polygonsOf(after) : difference(geomOf(after), geomOf(before))
    })
  return Math.round(gained.reduce((sum, rings) => sum + polygonSquareMetres(rings), 0))
}

/** Whether a point would lie in another grid (or where there is none, community, street) than now. */
export function changesHands(
  shapes: readonly ChangedShape[],
  standing: Standing,
): (point: { readonly lon: number; readonly lat: number }) => boolean {
  const after = new Map(shapes.map((shape) => [shape.code, shape]))
  const locators = dividing.map((kind) => {
    const now = [...standing].filter(([, area]) => area.kind === kind && !area.ended)
    const coming = new Map(now.map(([code, { shape }]) => [code, after.get(code)?.after ?? shape]))
    for (const shape of shapes) if (shape.kind === kind) coming.set(shape.code, shape.after)
    return {
      before: locatorOf(now.map(([code, { shape }]) => [code, shape])),
      after: locatorOf([...coming]),
    }
  })
  const narrowest = (point: Parameters<Locate>[0], when: 'before' | 'after'): string | null =>
    locators.reduce<string | null>((found, locate) => found ?? locate[when](point), null)
  return (point) => narrowest(point, 'before') !== narrowest(point, 'after')
}

const locatorOf = (shapes: readonly (readonly [string, Shape | null])[]): Locate =>
  buildLocator(shapes.flatMap(([id, geometry]) => (geometry ? [{ id, geometry }] : [])))

/** By this a plan is known again: the same changes from the same day. */
export const markOf = (plan: ImportPlan, fromDay: string): string =>
  createHash('sha256')
    .update(canonicalize({ ...plan, fromDay })!)
    .digest('base64url')
