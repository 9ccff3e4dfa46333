import type { Position } from 'geojson'
import type { Shape } from './contract.ts'
import { boxOf, polygonsOf } from './shape.rule.ts'

/** A hundred-thousandth of a degree is about a metre. */
const decimals = 100_000
/** Outlines are true to this share of the wider side of what is drawn: half a pixel of a thousand. */
const detail = 2000

const keyOf = ([lon, lat]: Position): string => `${lon},${lat}`
const rounded = (position: Position): Position => [
  Math.round(position[0]! * decimals) / decimals,
  Math.round(position[1]! * decimals) / decimals,
]

/**
 * Outlines with no more vertices than a screen can show. A border that two of them share is simplified once for both,
 * so that no crack opens between neighbours; where more than two borders meet the vertex stays.
 */
export function simplifyTogether(shapes: readonly Shape[]): Shape[] {
  const [west, south, east, north] = boxOf(shapes.flatMap(polygonsOf))
  const tolerance = Math.max(east - west, north - south) / detail
  const drawn = shapes.map((shape) => polygonsOf(shape).map((rings) => rings.map(open)))
  const neighbours = new Map<string, Set<string>>()
  const meet = (a: Position, b: Position) => {
    const there = neighbours.get(keyOf(a))
    if (there) there.add(keyOf(b))
    else neighbours.set(keyOf(a), new Set([keyOf(b)]))
  }
  for (const ring of drawn.flat(2))
    for (const [at, position] of ring.entries()) {
      const next = ring[(at + 1) % ring.length]!
      meet(position, next)
      meet(next, position)
    }
  const isJunction = (position: Position) => (neighbours.get(keyOf(position))?.size ?? 0) > 2
  return shapes.map((shape, index) => {
    const polygons = drawn[index]!.map((rings) =>
      rings.map((ring) => simplerRing(ring, isJunction, tolerance)),
    )
    return shape.type === 'Polygon'
      ? { type: 'Polygon', coordinates: polygons[0] ?? [] }
      : { type: 'MultiPolygon', coordinates: polygons }
  })
}

/** A ring without its closing position, rounded, and without positions that rounding made equal. */
function open(ring: readonly Position[]): Position[] {
  const positions = ring.map(rounded)
  return positions.filter((position, at) => at > 0 && keyOf(position) !== keyOf(positions[at - 1]!))
}

/** Cut at the junctions, or where there is none at its least and its farthest position, so that both sides agree. */
function simplerRing(
  ring: readonly Position[],
  isJunction: (position: Position) => boolean,
  tolerance: number,
): Position[] {
  const cuts = ring.flatMap((position, at) => (isJunction(position) ? [at] : []))
  if (cuts.length < 2) cuts.push(...anchors(ring).filter((at) => !cuts.includes(at)))
  const from = cuts.sort((a, b) => a - b)
  const turned = [...ring.slice(from[0]), ...ring.slice(0, from[0])]
  const ends = [...from.map((at) => at - from[0]!), ring.length]
  const closed = [...turned, turned[0]!]
  const arcs = ends.slice(1).map((end, at) => simplerArc(closed.slice(ends[at], end + 1), tolerance))
  const simpler = arcs.flatMap((arc) => arc.slice(0, -1))
  // What would shrink to a line keeps its own corners.
  const kept = simpler.length < 3 ? ring : simpler
  return [...kept, kept[0]!]
}

function anchors(ring: readonly Position[]): number[] {
  const least = ring.reduce((best, position, at) => (before(position, ring[best]!) ? at : best), 0)
  const far = ring.reduce((best, position, at) => {
    const gain = apart(position, ring[least]!) - apart(ring[best]!, ring[least]!)
    return gain > 0 || (gain === 0 && before(position, ring[best]!)) ? at : best
  }, least)
  return least === far ? [least] : [least, far]
}

const before = (a: Position, b: Position): boolean => a[0]! < b[0]! || (a[0] === b[0] && a[1]! < b[1]!)
const apart = (a: Position, b: Position): number => Math.hypot(a[0]! - b[0]!, a[1]! - b[1]!)

/** Douglas and Peucker (1973), walked in the one direction that both neighbours of a border would choose. */
function simplerArc(arc: readonly Position[], tolerance: number): Position[] {
  const backwards = before(arc.at(-1)!, arc[0]!)
  const line = backwards ? [...arc].reverse() : [...arc]
  const kept = new Set([0, line.length - 1])
  const spans: [number, number][] = [[0, line.length - 1]]
  for (let span = spans.pop(); span !== undefined; span = spans.pop()) {
    const [from, to] = span
    let [farthest, most] = [-1, tolerance]
    for (let at = from + 1; at < to; at++) {
      const away = fromSegment(line[at]!, line[from]!, line[to]!)
      if (away > most) [farthest, most] = [at, away]
    }
    if (farthest < 0) continue
    kept.add(farthest)
    spans.push([from, farthest], [farthest, to])
  }
  const simpler = line.filter((_, at) => kept.has(at))
  return backwards ? simpler.reverse() : simpler
}

function fromSegment(point: Position, a: Position, b: Position): number {
  const [dx, dy] = [b[0]! - a[0]!, b[1]! - a[1]!]
  const square = dx * dx + dy * dy
  const along = square === 0 ? 0 : ((point[0]! - a[0]!) * dx + (point[1]! - a[1]!) * dy) / square
  const at = Math.min(1, Math.max(0, along))
  return apart(point, [a[0]! + at * dx, a[1]! + at * dy])
}
