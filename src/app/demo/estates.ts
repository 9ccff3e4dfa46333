import type { EstateKind } from '../../areas/contract.ts'
import type { Random } from '../../kernel/random.ts'
import type { Spot } from './mesh.ts'
import {
  laneNames,
  type Name,
  newEstateForms,
  newEstateNames,
  worksForms,
  worksNames,
  worksNumbers,
} from './names.ts'
import type { Ring } from './outlines.ts'

/** An estate on the plan, with its buildings. */
export interface EstatePlan {
  readonly name: Name
  readonly kind: EstateKind
  readonly ring: Ring
  readonly buildings: readonly Ring[]
}

/** Ground and houses by kind, in metres: towers in gardens, long slabs in rows, small houses around a yard. */
const forms = {
  new: { width: 330, depth: 250, columns: 4, rows: 2, house: { width: 38, depth: 22 } },
  old: { width: 220, depth: 170, columns: 2, rows: 3, house: { width: 64, depth: 14 } },
  unmanaged: { width: 120, depth: 100, columns: 2, rows: 2, house: { width: 32, depth: 12 } },
} as const

/** Lays an estate in the widest place of a grid, turned as it likes and no larger than the place allows. */
export function layEstate(
  grid: readonly Ring[],
  setting: 'city' | 'town',
  random: Random,
  namesInUse: Set<string>,
): EstatePlan {
  const kind = kindIn(setting, random.next())
  const { centre, reachMetres } = widestPlace(grid, random)
  const form = forms[kind]
  const halfDiagonal = Math.sqrt(form.width ** 2 + form.depth ** 2) / 2
  const scale = Math.min(random.between(0.85, 1.15), (0.9 * reachMetres) / halfDiagonal)
  const [width, depth] = [form.width * scale, form.depth * scale]
  // Mostly square to the sun, as houses in the south of China are.
  const slope = random.between(-0.35, 0.35)
  const place = placer(centre, slope)
  const cut = () => random.between(0.9, 1)
  const ring = [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ].map(([east, north]) => place((east! * width * cut()) / 2, (north! * depth * cut()) / 2))
  const [plotWidth, plotDepth] = [(0.84 * width) / form.columns, (0.84 * depth) / form.rows]
  const houseWidth = Math.min(form.house.width, 0.8 * plotWidth) / 2
  const houseDepth = Math.min(form.house.depth, 0.55 * plotDepth) / 2
  const buildings: Ring[] = []
  for (let row = form.rows - 1; row >= 0; row--) {
    for (let column = 0; column < form.columns; column++) {
      const east = (column - (form.columns - 1) / 2) * plotWidth
      const north = (row - (form.rows - 1) / 2) * plotDepth
      buildings.push(
        [
          [-1, -1],
          [1, -1],
          [1, 1],
          [-1, 1],
        ].map(([x, y]) => place(east + x! * houseWidth, north + y! * houseDepth)),
      )
    }
  }
  return { name: unusedName(kind, random, namesInUse), kind, ring, buildings }
}

function kindIn(setting: 'city' | 'town', chance: number): EstateKind {
  const [asNew, asOld] = setting === 'city' ? [0.42, 0.78] : [0.15, 0.45]
  return chance < asNew ? 'new' : chance < asOld ? 'old' : 'unmanaged'
}

/** Turns metres east and north of a centre into spots, the whole turned by a slope (rise over run). */
function placer(centre: Spot, slope: number): (east: number, north: number) => Spot {
  const cos = 1 / Math.sqrt(1 + slope * slope)
  const sin = slope * cos
  return (east, north) => ({ x: centre.x + east * cos - north * sin, y: centre.y + east * sin + north * cos })
}

/** Of many spots tried the one farthest from every border. */
function widestPlace(grid: readonly Ring[], random: Random): { centre: Spot; reachMetres: number } {
  const outer = grid[0]!
  const [east, north] = [outer.map(({ x }) => x), outer.map(({ y }) => y)]
  const [west, right, south, top] = [
    Math.min(...east),
    Math.max(...east),
    Math.min(...north),
    Math.max(...north),
  ]
  let best = { centre: outer[0]!, reachMetres: 0 }
  for (let tried = 0; tried < 80; tried++) {
    const centre = { x: random.between(west, right), y: random.between(south, top) }
    const reachMetres = isInside(centre, grid)
      ? Math.min(...grid.map((ring) => metresToRing(centre, ring)))
      : 0
    if (reachMetres > best.reachMetres) best = { centre, reachMetres }
  }
  if (best.reachMetres === 0)
    throw new Error('a grid of the demonstration district has no room for an estate')
  return best
}

function isInside({ x, y }: Spot, rings: readonly Ring[]): boolean {
  let inside = false
  for (const ring of rings) {
    for (const [at, to] of ring.entries()) {
      const from = ring.at(at - 1)!
      if (from.y > y !== to.y > y && x < from.x + ((y - from.y) / (to.y - from.y)) * (to.x - from.x))
        inside = !inside
    }
  }
  return inside
}

function metresToRing(spot: Spot, ring: Ring): number {
  let nearest = Infinity
  for (const [at, to] of ring.entries()) {
    const from = ring.at(at - 1)!
    const [dx, dy] = [to.x - from.x, to.y - from.y]
    const along = ((spot.x - from.x) * dx + (spot.y - from.y) * dy) / (dx * dx + dy * dy)
    const part = Math.min(1, Math.max(0, along))
    const [offX, offY] = [spot.x - from.x - part * dx, spot.y - from.y - part * dy]
    nearest = Math.min(nearest, offX * offX + offY * offY)
  }
  return Math.sqrt(nearest)
}

function unusedName(kind: EstateKind, random: Random, inUse: Set<string>): Name {
  for (;;) {
    const name = estateName(kind, random)
    if (inUse.has(name.zh) || inUse.has(name.en)) continue
    inUse.add(name.zh).add(name.en)
    return name
  }
}

function estateName(kind: EstateKind, random: Random): Name {
  if (kind === 'new') {
    const [word, form] = [random.pick(newEstateNames), random.pick(newEstateForms)]
    return { zh: word.zh + form.zh, en: `${word.en} ${form.en}` }
  }
  if (kind === 'old') {
    const [number, works, form] = [
      random.pick(worksNumbers),
      random.pick(worksNames),
      random.pick(worksForms),
    ]
    return { zh: number.zh + works.zh + form.zh, en: `${number.en} ${works.en} ${form.en}` }
  }
  const [lane, number] = [random.pick(laneNames), 1 + random.below(60)]
  return { zh: `${lane.zh}巷${number}号院`, en: `No. ${number} Yard, ${lane.en} Lane` }
}
