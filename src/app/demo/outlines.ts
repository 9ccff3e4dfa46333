import type { Mesh, Spot } from './mesh.ts'
import type { Region } from './regions.ts'

/** For each cell the street, community and grid that it belongs to, by number in the whole district. */
export type Belonging = readonly (readonly [street: number, community: number, grid: number])[]

/** A ring of vertices in metres, not closed, counter-clockwise around a region and clockwise around its holes. */
export type Ring = readonly Spot[]

/** What separates two neighbouring cells; the district's border is the weightiest. */
const [DISTRICT, STREET, COMMUNITY, GRID, NOTHING] = [0, 1, 2, 3, 4]

interface Border {
  readonly to: number
  readonly weight: number
}

/**
 * Smooths the borders between grids and gives a function that outlines any region of whole grids.
 * A vertex is moved, or left out, once for all the areas that meet there: their outlines stay equal to the last digit.
 */
export function drawOutlines(mesh: Mesh, belonging: Belonging): (region: Region) => Ring[] {
  const borders = bordersAt(mesh, belonging)
  const spots = smoothed(mesh, borders)
  const kept = keptVertices(spots, borders)
  return (region) =>
    ringsAround(mesh, region).map((ring) =>
      ring.filter((vertex) => kept.has(vertex)).map((vertex) => spots[vertex]!),
    )
}

/** For each vertex the borders that leave it. */
function bordersAt(mesh: Mesh, belonging: Belonging): Map<number, Border[]> {
  const borders = new Map<number, Border[]>()
  const add = (from: number, to: number, weight: number) => {
    const there = borders.get(from)
    if (there === undefined) borders.set(from, [{ to, weight }])
    else if (!there.some((border) => border.to === to)) there.push({ to, weight })
  }
  for (const [cell, { corners, neighbours }] of mesh.cells.entries()) {
    for (const [side, neighbour] of neighbours.entries()) {
      const weight = neighbour < 0 ? DISTRICT : separation(belonging[cell]!, belonging[neighbour]!)
      if (weight === NOTHING) continue
      const [from, to] = [corners[side]!, corners[(side + 1) % 6]!]
      add(from, to, weight!)
      add(to, from, weight!)
    }
  }
  return borders
}

function separation(a: Belonging[number], b: Belonging[number]): number {
  if (a[0] !== b[0]) return STREET!
  if (a[1] !== b[1]) return COMMUNITY!
  return a[2] !== b[2] ? GRID! : NOTHING!
}

/** Draws each vertex towards its neighbours along the weightiest border through it, so that lesser ones end on it. */
function smoothed(mesh: Mesh, borders: ReadonlyMap<number, readonly Border[]>): Spot[] {
  let spots = [...mesh.vertices]
  for (let round = 0; round < 6; round++) {
    const moved = [...spots]
    for (const [vertex, leaving] of borders) {
      const weightiest = Math.min(...leaving.map(({ weight }) => weight))
      const along = leaving.filter(({ weight }) => weight === weightiest).map(({ to }) => spots[to]!)
      const mean = (axis: 'x' | 'y') => along.reduce((sum, spot) => sum + spot[axis], 0) / along.length
      const { x, y } = spots[vertex]!
      moved[vertex] = { x: (x + mean('x')) / 2, y: (y + mean('y')) / 2 }
    }
    spots = moved
  }
  return spots
}

/** Leaves out vertices that lie almost straight between their neighbours, never two side by side in one round. */
function keptVertices(
  spots: readonly Spot[],
  borders: ReadonlyMap<number, readonly Border[]>,
): ReadonlySet<number> {
  const toleranceMetres = 7
  const links = new Map([...borders].map(([vertex, leaving]) => [vertex, leaving.map(({ to }) => to)]))
  const relink = (at: number, from: number, to: number) =>
    links.set(
      at,
      links.get(at)!.map((vertex) => (vertex === from ? to : vertex)),
    )
  for (let round = 0; round < 3; round++) {
    const rested = new Set<number>()
    for (const [vertex, neighbours] of [...links]) {
      const [before, after] = neighbours as [number, number]
      if (neighbours.length !== 2 || rested.has(vertex) || links.get(before)!.includes(after)) continue
      if (metresOffLine(spots[vertex]!, spots[before]!, spots[after]!) > toleranceMetres) continue
      links.delete(vertex)
      relink(before, vertex, after)
      relink(after, vertex, before)
      rested.add(before).add(after)
    }
  }
  return new Set(links.keys())
}

function metresOffLine(spot: Spot, from: Spot, to: Spot): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  return Math.abs(dx * (spot.y - from.y) - dy * (spot.x - from.x)) / Math.sqrt(dx * dx + dy * dy)
}

/** Edges that two cells of the region share cancel; what is left is its outline, the outer ring first. */
function ringsAround(mesh: Mesh, region: Region): number[][] {
  const within = new Set(region)
  const next = new Map<number, number>()
  for (const cell of region) {
    const { corners, neighbours } = mesh.cells[cell]!
    for (const [side, neighbour] of neighbours.entries()) {
      if (!within.has(neighbour)) next.set(corners[side]!, corners[(side + 1) % 6]!)
    }
  }
  const rings: number[][] = []
  for (const start of [...next.keys()]) {
    if (!next.has(start)) continue
    const ring: number[] = []
    for (let vertex = start; next.has(vertex); ) {
      ring.push(vertex)
      const following = next.get(vertex)!
      next.delete(vertex)
      vertex = following
    }
    rings.push(ring)
  }
  // A connected region has one outer ring, and it is longer than any hole.
  return rings.sort((a, b) => widthOf(mesh, b) - widthOf(mesh, a))
}

function widthOf(mesh: Mesh, ring: readonly number[]): number {
  const east = ring.map((vertex) => mesh.vertices[vertex]!.x)
  return Math.max(...east) - Math.min(...east)
}
