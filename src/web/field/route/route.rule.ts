import type { LonLatPair } from '../../../areas/map.contract.ts'
import { type Compass, compassFrom, metresBetween } from '../../../kernel/metres.ts'

/** Somewhere to go today, whatever it is for: a case, a visit, a round. */
export interface Stop {
  readonly id: string
  readonly kind: string
  /** WGS-84; null where nobody knows it, or may draw it. */
  readonly point: LonLatPair | null
  /** By when, ISO; null where nothing hurries. */
  readonly dueAt: string | null
  readonly title: string
  /** The page that it opens, within the face. */
  readonly to: string
}

/** The way to a stop from the one before it, or from where somebody stands. */
export interface Leg {
  /** In a straight line: the program knows no roads. */
  readonly metres: number
  readonly towards: Compass
}

/** A stop in its place; `leg` is null at the first of the points, and where there is no point. */
export interface RouteStop<One extends Stop = Stop> {
  readonly stop: One
  readonly presses: boolean
  readonly leg: Leg | null
}

/** Half a day's walk: whatever falls due within it might be late if it stood at the walk's end. Source: own. */
export const pressesHours = 4

const spot = ([lon, lat]: LonLatPair) => ({ lon, lat })
/** Old phones have no `findLast`. */
const lastOf = <One>(all: readonly One[]): One | undefined => all[all.length - 1]
const apart = (a: LonLatPair, b: LonLatPair): number => metresBetween(spot(a), spot(b))

/** Metres along these points in a straight line from each to the next. */
export const metresAlong = (points: readonly LonLatPair[]): number =>
  points.slice(1).reduce((sum, point, at) => sum + apart(points[at]!, point), 0)

type Placed<One extends Stop> = One & { readonly point: LonLatPair }
const isPlaced = <One extends Stop>(stop: One): stop is Placed<One> => stop.point !== null

/** By deadline, what has none last; alike ones by id, so that the same day is always the same walk. */
export const byDeadline = (a: Stop, b: Stop): number => {
  const [first, second] = [a, b].map(({ dueAt }) => (dueAt === null ? Infinity : Date.parse(dueAt)))
  return first! < second! ? -1 : first! > second! ? 1 : a.id < b.id ? -1 : Number(a.id > b.id)
}

/**
 * The day's stops in the order in which to walk them. What falls due within `pressesHours`, or is late, comes first and by
 * its deadline, and with it whatever else is at the very same place. The rest goes the nearest way on from there, and is never
 * longer than it would be by deadline alone. What has no point cannot be near: it stands last, by deadline. `start` is where
 * the walk begins; null where nobody knows.
 */
export function walkOf<One extends Stop>(
  stops: readonly One[],
  start: LonLatPair | null,
  nowMs: number,
): RouteStop<One>[] {
  const presses = ({ dueAt }: Stop) => dueAt !== null && Date.parse(dueAt) - nowMs < pressesHours * 3_600_000
  const sorted = [...stops].sort(byDeadline)
  const pressing = sorted.filter(presses)
  const first = withSamePlace(
    pressing,
    sorted.filter((stop) => !presses(stop)),
  )
  const rest = sorted.filter((stop) => !first.includes(stop))
  const from = lastOf(first.filter(isPlaced))?.point ?? start
  const order = [
    ...first,
    ...shortest(rest.filter(isPlaced), from),
    ...rest.filter((stop) => !isPlaced(stop)),
  ]
  let last = start
  return order.map((stop) => {
    const leg = legOf(last, stop.point)
    last = stop.point ?? last
    return { stop, presses: presses(stop), leg }
  })
}

/** These, each followed at its last stop there by what else is at its place: nobody comes to one door twice. */
function withSamePlace<One extends Stop>(pressing: readonly One[], others: readonly One[]): One[] {
  const left = new Set(others)
  const placeOf = ({ point, id }: Stop): string => point?.join() ?? id
  return pressing.flatMap((stop, at) => {
    if (pressing.slice(at + 1).some((later) => placeOf(later) === placeOf(stop))) return [stop]
    const here = [...left].filter((other) => placeOf(other) === placeOf(stop))
    for (const one of here) left.delete(one)
    return [stop, ...here]
  })
}

function legOf(from: LonLatPair | null, to: LonLatPair | null): Leg | null {
  if (from === null || to === null) return null
  return { metres: apart(from, to), towards: compassFrom(spot(from), spot(to)) }
}

const length = (stops: readonly Placed<Stop>[], from: LonLatPair | null): number =>
  metresAlong([...(from ? [from] : []), ...stops.map(({ point }) => point)])

/** The shorter of two walks that are both straightened: the nearest next, and by deadline. */
function shortest<One extends Stop>(stops: readonly Placed<One>[], from: LonLatPair | null): Placed<One>[] {
  const byNearest = straightened(nearestNext(stops, from), from)
  const asDue = straightened(stops, from)
  return length(byNearest, from) < length(asDue, from) ? byNearest : asDue
}

/** Always on to the nearest; begun at the first where nobody knows the start. */
function nearestNext<One extends Stop>(
  stops: readonly Placed<One>[],
  from: LonLatPair | null,
): Placed<One>[] {
  const left = [...stops]
  const walk: Placed<One>[] = []
  while (left.length > 0) {
    const here = lastOf(walk)?.point ?? from ?? left[0]!.point
    const far = left.map(({ point }) => apart(here, point))
    walk.push(...left.splice(far.indexOf(Math.min(...far)), 1))
  }
  return walk
}

/** Whatever is less than this is no gain, but the rounding of a sum. */
const gainMetres = 0.01
/** Each round only shortens; a day's stops are straight long before. */
const mostRounds = 30

/** Turns pieces of a walk around as long as that shortens it (2-opt): where legs cross, they are uncrossed. */
function straightened<One extends Stop>(
  walk: readonly Placed<One>[],
  from: LonLatPair | null,
): Placed<One>[] {
  let best = [...walk]
  for (let round = 0; round < mostRounds; round += 1) {
    const before = best
    for (let begin = 0; begin < best.length - 1; begin += 1)
      for (let end = begin + 1; end < best.length; end += 1)
        if (gainOf(best, from, begin, end) > gainMetres) best = turned(best, begin, end)
    if (best === before) break
  }
  return best
}

const turned = <One>(walk: readonly One[], begin: number, end: number): One[] => [
  ...walk.slice(0, begin),
  ...walk.slice(begin, end + 1).reverse(),
  ...walk.slice(end + 1),
]

/** How many metres shorter it is with the piece from `begin` to `end` walked the other way. */
function gainOf(walk: readonly Placed<Stop>[], from: LonLatPair | null, begin: number, end: number): number {
  const [first, last] = [walk[begin]!.point, walk[end]!.point]
  const before = begin === 0 ? from : walk[begin - 1]!.point
  const after = walk[end + 1]?.point ?? null
  const edge = (a: LonLatPair | null, b: LonLatPair | null) => (a === null || b === null ? 0 : apart(a, b))
  return edge(before, first) + edge(last, after) - edge(before, last) - edge(first, after)
}
