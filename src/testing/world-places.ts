import type { NewArea, Shape } from '../areas/contract.ts'
import { atlasOf, importAreas } from '../areas/door.ts'
import type { Ctx } from '../platform/ctx.ts'

/** The small district of tests: its places by the names that tests use. */
export const placeCodes = {
  district: '990101000000',
  street1: '990101001000',
  street2: '990101002000',
  community1: '990101001001',
  community2: '990101001002',
  community3: '990101002001',
  /** In community 1, west. */
  grid1: '990101001001-G01',
  /** In community 1, east. */
  grid2: '990101001001-G02',
  /** All of community 2. */
  grid3: '990101001002-G01',
  /** All of community 3. */
  grid4: '990101002001-G01',
  /** In grid 1, with a property firm. */
  estate1: '990101001001-E01',
  /** In grid 3; nobody manages it. */
  estate2: '990101001002-E01',
  /** In estate 1. */
  building1: '990101001001-B01',
} as const
export type PlaceName = keyof typeof placeCodes

type Row = readonly [
  PlaceName,
  NewArea['kind'],
  string,
  string,
  PlaceName | null,
  Box,
  NewArea['estateKind']?,
]
/** West, south, east, north in hundredths of a degree from 120°E 30°N. */
type Box = readonly [number, number, number, number]

const rows: readonly Row[] = [
  ['district', 'district', '望江区（演示）', 'Wangjiang District (demo)', null, [0, 0, 4, 2]],
  ['street1', 'street', '东渡街道', 'Dongdu Street', 'district', [0, 0, 2, 2]],
  ['street2', 'street', '西塘街道', 'Xitang Street', 'district', [2, 0, 4, 2]],
  ['community1', 'community', '柳巷社区', 'Liuxiang Community', 'street1', [0, 0, 2, 1]],
  ['community2', 'community', '石桥社区', 'Shiqiao Community', 'street1', [0, 1, 2, 2]],
  ['community3', 'community', '荷塘社区', 'Hetang Community', 'street2', [2, 0, 4, 2]],
  ['grid1', 'grid', '柳巷第一网格', 'Liuxiang Grid 1', 'community1', [0, 0, 1, 1]],
  ['grid2', 'grid', '柳巷第二网格', 'Liuxiang Grid 2', 'community1', [1, 0, 2, 1]],
  ['grid3', 'grid', '石桥第一网格', 'Shiqiao Grid 1', 'community2', [0, 1, 2, 2]],
  ['grid4', 'grid', '荷塘第一网格', 'Hetang Grid 1', 'community3', [2, 0, 4, 2]],
  ['estate1', 'estate', '柳岸小区', 'Liu’an Estate', 'grid1', [0.2, 0.2, 0.6, 0.6], 'new'],
  ['estate2', 'estate', '石桥老院', 'Shiqiao Yard', 'grid3', [0.2, 1.2, 0.6, 1.6], 'unmanaged'],
  ['building1', 'building', '柳岸小区3栋', 'Liu’an Estate Building 3', 'estate1', [0.3, 0.3, 0.4, 0.4]],
]

const degrees = (hundredths: number, origin: number): number => Number((origin + hundredths / 100).toFixed(6))

function square([west, south, east, north]: Box): Shape {
  const [w, e] = [degrees(west, 120), degrees(east, 120)]
  const [s, n] = [degrees(south, 30), degrees(north, 30)]
  return {
    type: 'Polygon',
    coordinates: [
      [
        [w, s],
        [e, s],
        [e, n],
        [w, n],
        [w, s],
      ],
    ],
  }
}

export interface WorldPlace {
  readonly id: string
  readonly code: string
  /** Ids from the district down to the place. */
  readonly path: readonly string[]
  readonly placeCode: string
}

/** Lays the small district's map and returns its places. */
export async function layPlaces(ctx: Ctx): Promise<Record<PlaceName, WorldPlace>> {
  await importAreas(
    ctx,
    rows.map(([name, kind, nameZh, nameEn, parent, box, estateKind]) => ({
      code: placeCodes[name],
      kind,
      nameZh,
      nameEn,
      parentCode: parent && placeCodes[parent],
      shape: square(box),
      ...(estateKind ? { estateKind } : {}),
    })),
  )
  const atlas = await atlasOf(ctx)
  const below = (id: string): readonly { id: string; code: string; path: string[]; placeCode: string }[] =>
    atlas.partsOf(id).flatMap((part) => [part, ...below(part.id)])
  const all = new Map([atlas.district, ...below(atlas.district.id)].map((area) => [area.code, area]))
  const place = (code: string): WorldPlace => {
    const { id, path, placeCode } = all.get(code)!
    return { id, code, path, placeCode }
  }
  const names = Object.keys(placeCodes) as PlaceName[]
  return Object.fromEntries(names.map((name) => [name, place(placeCodes[name])])) as Record<
    PlaceName,
    WorldPlace
  >
}
