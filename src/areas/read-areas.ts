import { Refusal } from '../kernel/refusal.ts'
import type { Ctx } from '../platform/ctx.ts'
import { readShapesOf } from './area.sql.ts'
import type { Atlas } from './atlas.rule.ts'
import { territorialKinds } from './atlas.rule.ts'
import { atlasOf } from './atlas.ts'
import type {
  Area,
  AreaCoverage,
  AreaPage,
  AreaPath,
  DistrictCard,
  FindAreas,
  ListAreas,
  LocateArea,
  Place,
  Shape,
} from './contract.ts'
import { findCoverage } from './coverage.rule.ts'
import { whereIs } from './where-is.ts'

// The map is public: whoever stands before a QR code may ask where that is. Only `readCoverage` is for a post.

const withSteps = (atlas: Atlas, area: Area): AreaPath => ({ area, steps: atlas.stepsOf(area) })

function existing(atlas: Atlas, id: string | undefined): Area {
  const area = id === undefined ? atlas.district : atlas.get(id)
  if (!area) throw new Refusal('not_found')
  return area
}

export async function readDistrict(ctx: Ctx): Promise<DistrictCard> {
  const atlas = await atlasOf(ctx)
  const { id, demonstration } = ctx.district
  const area = atlas.isEmpty ? null : atlas.district
  // A district that was set up in the browser has its name from there; the directory's is from before.
  const nameZh = area?.nameZh ?? ctx.district.nameZh
  const nameEn = area?.nameEn ?? ctx.district.nameEn
  return { id, nameZh, nameEn, demonstration, setUp: area !== null, areaId: area?.id ?? null }
}

/** The parts of an area, page by page in order of code. */
export async function listAreas(ctx: Ctx, { parent, after = '', limit }: ListAreas): Promise<AreaPage> {
  const atlas = await atlasOf(ctx)
  const left = atlas.partsOf(existing(atlas, parent).id).filter((area) => area.code > after)
  const areas = left.slice(0, limit)
  return { areas, next: left.length > limit ? areas.at(-1)!.code : null }
}

export async function findAreas(ctx: Ctx, { text, kind, limit }: FindAreas): Promise<AreaPath[]> {
  const atlas = await atlasOf(ctx)
  return atlas.find(text, limit, kind).map((area) => withSteps(atlas, area))
}

export async function readArea(ctx: Ctx, id: string): Promise<AreaPath> {
  const atlas = await atlasOf(ctx)
  return withSteps(atlas, existing(atlas, id))
}

/** Refuses `area_outside_district`. */
export async function locateArea(ctx: Ctx, point: LocateArea): Promise<AreaPath> {
  const { area } = await whereIs(ctx, { point })
  return withSteps(await atlasOf(ctx), area)
}

/** The place that a QR code names; refuses `not_found`, also for a place that ended. */
export async function readPlace(ctx: Ctx, typed: string): Promise<Place> {
  const atlas = await atlasOf(ctx)
  const area = atlas.byPlaceCode(typed)
  if (!area) throw new Refusal('not_found')
  return { ...withSteps(atlas, area), code: area.placeCode }
}

const feature = <Properties>(geometry: Shape, properties: Properties) => ({
  type: 'Feature' as const,
  properties,
  geometry,
})

/** Whether the parts of an area cover it without gap or overlap; each piece of ground that is wrong is a shape. */
export async function readCoverage(ctx: Ctx, id: string): Promise<AreaCoverage> {
  const atlas = await atlasOf(ctx)
  const area = existing(atlas, id)
  ctx.must('area.manage', { path: area.path })
  // Estates and buildings are places within; they need not cover anything.
  const parts = atlas.partsOf(id).filter(({ kind }) => territorialKinds.some((own) => own === kind))
  const ids = parts.map((part) => part.id)
  const shapes = await ctx.read((tx) => readShapesOf(tx, [id, ...ids]))
  const own = shapes.get(id) ?? null
  const drawn = ids.flatMap((part) => {
    const shape = shapes.get(part)
    return shape ? [{ id: part, shape }] : []
  })
  const { gaps, overlaps, beyond } = findCoverage(own, drawn)
  const piece = (
    fault: 'gap' | 'overlap' | 'beyond',
    areaIds: readonly string[],
    { shape, areaSquareMetres }: (typeof gaps)[number],
  ) => feature(shape, { fault, areaIds: [...areaIds], areaSquareMetres })
  return {
    type: 'FeatureCollection',
    features: [
      ...gaps.map((fault) => piece('gap', [], fault)),
      ...overlaps.map((fault) => piece('overlap', fault.ids, fault)),
      ...beyond.map((fault) => piece('beyond', [fault.id], fault)),
    ],
    withShape: drawn.length,
    withoutShape: parts.length - drawn.length,
    gapsKnown: own !== null,
  }
}
