import type { Random } from '../../kernel/random.ts'

/** A place on the plan in metres east and north of the plan's south-western corner. */
export interface Spot {
  readonly x: number
  readonly y: number
}

/** One of the small cells that grids are put together from. */
export interface Cell {
  readonly centre: Spot
  /** Where the cell lies when all cells are of one size; nearness is measured here. */
  readonly even: Spot
  /** Six vertices, counter-clockwise. Cells side by side name the same two. */
  readonly corners: readonly number[]
  /** The cell across the edge from corner `i` to corner `i + 1`, or -1 at the district's border. */
  readonly neighbours: readonly number[]
}

/**
 * A honeycomb over the district. Exactly three edges meet at every vertex, so that no two areas, however cells are
 * put together, touch in a single point, and outlines follow from cancelling the edges that two cells share.
 */
export interface Mesh {
  readonly cells: readonly Cell[]
  readonly vertices: readonly Spot[]
}

export const planWidthMetres = 24_000
export const planHeightMetres = 20_000

/** The old town lies on the river, half way up; around it everything is smaller. */
const oldTown: Spot = { x: 21_000, y: 10_400 }
const reachMetres = 22_000
const cellRadiusMetres = 165
/** Axial steps to the neighbour across each edge, in the order of the corners. */
const across = [
  [1, -1],
  [1, 0],
  [0, 1],
  [-1, 1],
  [-1, 0],
  [0, -1],
] as const

/** Lays the honeycomb, with every vertex moved a little, and keeps the cells that lie within the district. */
export function layMesh(random: Random): Mesh {
  const isWithin = districtOutline(random)
  const sway = swayField(random)
  const steps = Math.ceil((1.4 * reachMetres) / cellRadiusMetres)
  const evenAt = (q: number, r: number): Spot => ({
    x: oldTown.x + cellRadiusMetres * Math.sqrt(3) * (q + r / 2),
    y: oldTown.y + cellRadiusMetres * 1.5 * r,
  })
  const found = new Map<string, { q: number; r: number; even: Spot; centre: Spot }>()
  for (let r = -steps; r <= steps; r++) {
    for (let q = -steps; q <= steps; q++) {
      const even = evenAt(q, r)
      const centre = spread(even)
      if (isWithin(centre)) found.set(`${q},${r}`, { q, r, even, centre })
    }
  }
  const keep = [...largestPiece(new Set(found.keys()))].sort(
    (a, b) => found.get(a)!.r - found.get(b)!.r || found.get(a)!.q - found.get(b)!.q,
  )
  const numberOf = new Map(keep.map((key, at) => [key, at]))
  const vertices: Spot[] = []
  const vertexOf = new Map<string, number>()
  /** Each vertex is the southern or northern tip of exactly one cell of the endless honeycomb. */
  const vertex = (q: number, r: number, tip: 'S' | 'N'): number => {
    const key = `${q},${r},${tip}`
    let at = vertexOf.get(key)
    if (at === undefined) {
      const { x, y } = evenAt(q, r)
      const jitter = () => random.between(-0.3, 0.3) * cellRadiusMetres
      const tipY = tip === 'S' ? -cellRadiusMetres : cellRadiusMetres
      at = vertices.push(spread({ x: x + jitter(), y: y + tipY + jitter() })) - 1
      vertexOf.set(key, at)
    }
    return at
  }
  const cells = keep.map((key): Cell => {
    const { q, r, even, centre } = found.get(key)!
    return {
      centre,
      even: sway(even),
      corners: [
        vertex(q, r, 'S'),
        vertex(q + 1, r - 1, 'N'),
        vertex(q, r + 1, 'S'),
        vertex(q, r, 'N'),
        vertex(q - 1, r + 1, 'S'),
        vertex(q, r - 1, 'N'),
      ],
      neighbours: across.map(([dq, dr]) => numberOf.get(`${q + dq},${r + dr}`) ?? -1),
    }
  })
  return { cells, vertices }
}

/** Cells grow from a quarter of their area in the old town to half as much again far off. Whole decimetres. */
function spread(even: Spot): Spot {
  const [dx, dy] = [even.x - oldTown.x, even.y - oldTown.y]
  const stretch = 0.5 + (0.5 * Math.sqrt(dx * dx + dy * dy)) / reachMetres
  const inDecimetres = (metres: number) => Math.round(metres * 10) / 10
  return { x: inDecimetres(oldTown.x + dx * stretch), y: inDecimetres(oldTown.y + dy * stretch) }
}

/** Hills in the west, the winding river in the east. */
function districtOutline(random: Random): (spot: Spot) => boolean {
  const hills = [2, 3, 5, 9].map((turns) => ({
    turns,
    phase: random.between(0, 6.28),
    height: 0.09 / Math.sqrt(turns),
  }))
  const bends = [1.1, 2.3, 4.1].map((turns) => ({
    turns,
    phase: random.between(0, 6.28),
    reach: 1_300 / turns,
  }))
  return ({ x, y }) => {
    const bank = bends.reduce(
      (sum, { turns, phase, reach }) => sum + reach * Math.sin((y / planHeightMetres) * 6.28 * turns + phase),
      planWidthMetres - 1_900,
    )
    if (x > bank) return false
    const [east, north] = [(x - 13_500) / 13_000, (y - planHeightMetres / 2) / (planHeightMetres / 2)]
    const bearing = Math.atan2(north, east)
    const edge = hills.reduce(
      (sum, { turns, phase, height }) => sum + height * Math.sin(turns * bearing + phase),
      0.97,
    )
    return (Math.abs(east) ** 2.6 + Math.abs(north) ** 2.6) ** (1 / 2.6) < edge
  }
}

/** Bends the plane a little, so that borders between areas wind as lanes and ditches do. */
function swayField(random: Random): (spot: Spot) => Spot {
  const waves = [9_000, 4_000, 2_000, 1_100].map((length) => ({
    height: length * 0.045,
    along: random.between(-1, 1) * (6.28 / length),
    up: random.between(-1, 1) * (6.28 / length),
    phase: random.between(0, 6.28),
  }))
  return ({ x, y }) => {
    let [dx, dy] = [0, 0]
    for (const { height, along, up, phase } of waves) {
      dx += height * Math.sin(along * x + up * y + phase)
      dy += height * Math.sin(up * x - along * y + 2 * phase)
    }
    return { x: Math.round(x + dx), y: Math.round(y + dy) }
  }
}

/** Of cells named `q,r` the largest set in which one can walk from each to each. */
function largestPiece(keys: ReadonlySet<string>): ReadonlySet<string> {
  const left = new Set(keys)
  let largest = new Set<string>()
  for (const start of keys) {
    if (!left.delete(start)) continue
    const piece = new Set([start])
    for (const key of piece) {
      const [q, r] = key.split(',').map(Number) as [number, number]
      for (const [dq, dr] of across) {
        const next = `${q + dq},${r + dr}`
        if (left.delete(next)) piece.add(next)
      }
    }
    if (piece.size > largest.size) largest = piece
  }
  return largest
}
