import type { Polygon } from 'geojson'
import type { NewArea } from '../../areas/contract.ts'
import { type Random, randomFrom } from '../../kernel/random.ts'
import { type EstatePlan, layEstate } from './estates.ts'
import { layMesh, planHeightMetres, planWidthMetres, type Spot } from './mesh.ts'
import {
  chineseNumber,
  communityNames,
  districtName,
  type Name,
  streetNames,
  townNames,
  villageNames,
} from './names.ts'
import { drawOutlines, type Ring } from './outlines.ts'
import { type PlannedCommunity, type PlannedStreet, planDistrict } from './plan.ts'

/** An area of the demonstration district: as a file would give it, with nothing missing. */
export interface DemoArea extends NewArea {
  readonly kind: 'district' | 'street' | 'community' | 'grid' | 'estate' | 'building'
  readonly nameEn: string
  readonly shape: Polygon
}

/** The seed of the district that `linli demo` lays out: the same on every machine. */
export const demoSeed = 7

/** Codes of six digits that begin with 99 are given to no real county. */
const districtCode = '990104'
/** The plan's middle, WGS-84 degrees, and metres per degree there. */
const middle = { lon: 112.5, lat: 29 }
const metresPerDegree = { lon: 97_439, lat: 110_850 }

/**
 * The invented district 望江区（演示） on its river: 15 streets and 2 towns, 168 communities and villages, 582 grids,
 * estates and buildings. Each area comes after the one that holds it. The areas under one parent, down to the grids,
 * tile it without gap or overlap: their borders are equal to the last digit. A seed gives the same on every machine.
 */
export function demoDistrict(seed: number): DemoArea[] {
  const random = randomFrom(seed)
  const mesh = layMesh(random)
  const streets = planDistrict(mesh, random)
  const outline = drawOutlines(mesh, belongingOf(streets, mesh.cells.length))
  const shapeOf = (cells: readonly number[]): Polygon => polygon(outline(cells))
  const code = `${districtCode}000000`
  const areas: DemoArea[] = [
    {
      code,
      kind: 'district',
      nameZh: districtName.zh,
      nameEn: districtName.en,
      parentCode: null,
      shape: shapeOf(mesh.cells.map((_, cell) => cell)),
    },
  ]
  const words = { urban: random.shuffled(communityNames), rural: random.shuffled(villageNames) }
  const numbers = { street: 0, town: 100 }
  const estateNames = new Set<string>()
  for (const street of streets) {
    numbers[street.kind] += 1
    const prefix = districtCode + String(numbers[street.kind]).padStart(3, '0')
    const streetCode = `${prefix}000`
    const name = (street.kind === 'town' ? townNames : streetNames)[(numbers[street.kind] % 100) - 1]!
    areas.push({
      code: streetCode,
      kind: 'street',
      nameZh: name.zh + (street.kind === 'town' ? '镇' : '街道'),
      nameEn: `${name.en} ${street.kind === 'town' ? 'Town' : 'Street'}`,
      parentCode: code,
      shape: shapeOf(street.cells),
    })
    for (const { community, code: communityCode, nameZh, nameEn } of named(street, prefix, name, words)) {
      areas.push({
        code: communityCode,
        kind: 'community',
        nameZh,
        nameEn,
        parentCode: streetCode,
        shape: shapeOf(community.cells),
      })
      areas.push(...gridsOf(community, communityCode, street.kind, outline, random, estateNames))
    }
  }
  return areas
}

/** Residents' communities are numbered from 001 and villages from 201, as in the official code of statistics. */
function* named(
  street: PlannedStreet,
  prefix: string,
  streetName: Name,
  words: { urban: Name[]; rural: Name[] },
): Generator<{ community: PlannedCommunity; code: string; nameZh: string; nameEn: string }> {
  const numbers = { community: 0, village: 200 }
  for (const community of street.communities) {
    numbers[community.kind] += 1
    const pool = community.kind === 'village' ? words.rural : words.urban
    // The community in the street's middle bears the street's name.
    const name = community === street.communities[0] ? streetName : pool.pop()
    if (name === undefined) throw new Error(`there are too few names for a ${community.kind}`)
    yield {
      community,
      code: prefix + String(numbers[community.kind]).padStart(3, '0'),
      nameZh: name.zh + (community.kind === 'village' ? '村' : '社区'),
      nameEn: `${name.en} ${community.kind === 'village' ? 'Village' : 'Community'}`,
    }
  }
}

/** The grids of a community, each with its code of 15 digits, and what is built in them. */
function gridsOf(
  community: PlannedCommunity,
  communityCode: string,
  streetKind: PlannedStreet['kind'],
  outline: (cells: readonly number[]) => Ring[],
  random: Random,
  estateNames: Set<string>,
): DemoArea[] {
  const count = community.kind === 'village' ? 1 : 1 + random.below(3)
  const built = new Set(random.shuffled(community.grids).slice(0, count))
  return community.grids.flatMap((cells, at) => {
    const rings = outline(cells)
    const code = communityCode + String(at + 1).padStart(3, '0')
    const grid: DemoArea = {
      code,
      kind: 'grid',
      nameZh: `第${chineseNumber(at + 1)}网格`,
      nameEn: `Grid ${at + 1}`,
      parentCode: communityCode,
      shape: polygon(rings),
    }
    if (!built.has(cells)) return [grid]
    const estate = layEstate(rings, streetKind === 'town' ? 'town' : 'city', random, estateNames)
    return [grid, ...estateAreas(estate, code)]
  })
}

function estateAreas({ name, kind, ring, buildings }: EstatePlan, gridCode: string): DemoArea[] {
  const code = `${gridCode}-01`
  return [
    {
      code,
      kind: 'estate',
      nameZh: name.zh,
      nameEn: name.en,
      parentCode: gridCode,
      shape: polygon([ring]),
      estateKind: kind,
    },
    ...buildings.map((building, at): DemoArea => {
      const number = at + 1
      return {
        code: `${code}-${String(number).padStart(2, '0')}`,
        kind: 'building',
        nameZh: `${number}栋`,
        nameEn: `Building ${number}`,
        parentCode: code,
        shape: polygon([building]),
      }
    }),
  ]
}

function belongingOf(streets: readonly PlannedStreet[], cellCount: number): [number, number, number][] {
  const belonging = new Array<[number, number, number]>(cellCount)
  let [communityNumber, gridNumber] = [0, 0]
  for (const [streetNumber, { communities }] of streets.entries()) {
    for (const { grids } of communities) {
      communityNumber += 1
      for (const grid of grids) {
        gridNumber += 1
        for (const cell of grid) belonging[cell] = [streetNumber, communityNumber, gridNumber]
      }
    }
  }
  return belonging
}

function polygon(rings: readonly Ring[]): Polygon {
  return { type: 'Polygon', coordinates: rings.map((ring) => [...ring, ring[0]!].map(position)) }
}

/** Six decimals are a decimetre; a spot that areas share is rounded alike in each of them. */
function position({ x, y }: Spot): [lon: number, lat: number] {
  const round = (degrees: number) => Math.round(degrees * 1e6) / 1e6
  return [
    round(middle.lon + (x - planWidthMetres / 2) / metresPerDegree.lon),
    round(middle.lat + (y - planHeightMetres / 2) / metresPerDegree.lat),
  ]
}
