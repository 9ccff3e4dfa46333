import { atlasOf } from '../areas/atlas.ts'
import type { Area, NewArea, Shape } from '../areas/contract.ts'
import { importAreas } from '../areas/import-areas.ts'
import type { Clock } from '../platform/clock.ts'
import { type BareDistrict, bareDistrict } from './bare-district.ts'

/** A rectangle from west and south, in hundredths of a degree from 113° E, 28° N. */
export const box = (west: number, south: number, width: number, height: number): Shape => {
  const at = (x: number, y: number) => [113 + x / 100, 28 + y / 100]
  const [east, north] = [west + width, south + height]
  return {
    type: 'Polygon',
    coordinates: [[at(west, south), at(east, south), at(east, north), at(west, north), at(west, south)]],
  }
}

/** Two streets side by side; the west has two communities of two grids, the east one without grids. */
export const smallMap: NewArea[] = [
  {
    code: '999101',
    kind: 'district',
    nameZh: '望江区',
    nameEn: 'Wangjiang',
    parentCode: null,
    shape: box(0, 0, 8, 2),
  },
  {
    code: '999101001',
    kind: 'street',
    nameZh: '柳岸街道',
    nameEn: 'Liuan',
    parentCode: '999101',
    shape: box(0, 0, 4, 2),
  },
  {
    code: '999101002',
    kind: 'street',
    nameZh: '东圩街道',
    nameEn: 'Dongwei',
    parentCode: '999101',
    shape: box(4, 0, 4, 2),
  },
  {
    code: '999101001001',
    kind: 'community',
    nameZh: '柳岸社区',
    nameEn: 'Liuan Community',
    parentCode: '999101001',
    shape: box(0, 0, 2, 2),
  },
  {
    code: '999101001002',
    kind: 'community',
    nameZh: '槐荫社区',
    nameEn: 'Huaiyin Community',
    parentCode: '999101001',
    shape: box(2, 0, 2, 2),
  },
  {
    code: '999101002001',
    kind: 'community',
    nameZh: '东圩社区',
    nameEn: 'Dongwei Community',
    parentCode: '999101002',
    shape: box(4, 0, 3, 2),
  },
  {
    code: '999101001001-G01',
    kind: 'grid',
    nameZh: '柳岸一网格',
    parentCode: '999101001001',
    shape: box(0, 0, 1, 2),
  },
  {
    code: '999101001001-G02',
    kind: 'grid',
    nameZh: '柳岸二网格',
    parentCode: '999101001001',
    shape: box(1, 0, 1, 2),
  },
  {
    code: '999101001002-G01',
    kind: 'grid',
    nameZh: '槐荫一网格',
    parentCode: '999101001002',
    shape: box(2, 0, 1, 2),
  },
  {
    code: '999101001002-G02',
    kind: 'grid',
    nameZh: '槐荫二网格',
    parentCode: '999101001002',
    shape: box(2.5, 0, 1, 2),
  },
  {
    code: '999101001001-G01-E1',
    kind: 'estate',
    nameZh: '柳岸花园',
    nameEn: 'Liuan Gardens',
    parentCode: '999101001001-G01',
    estateKind: 'new',
  },
]

export interface MappedDistrict extends BareDistrict {
  /** The area of this code. */
  readonly area: (code: string) => Promise<Area>
  /** The journal's lines in the order of their chain. */
  readonly lines: () => Promise<{ kind: string; data: Record<string, unknown> }[]>
}

/** A district with the small map, valid from the first day of 2026. */
export async function mappedDistrict(clock: Clock): Promise<MappedDistrict> {
  const bare = await bareDistrict(clock)
  await importAreas(bare.ctx(), smallMap, { fromDay: '2026-01-01' })
  return {
    ...bare,
    area: async (code) => {
      const area = (await atlasOf(bare)).find(code, 1)[0]
      if (area?.code !== code) throw new Error(`the small map has no standing area ${code}`)
      return area
    },
    lines: async () => {
      const { rows } = await bare.district.pools.reader.query('select kind, data from journal order by n')
      return rows
    },
  }
}
