interface Spot {
  readonly lon: number
  readonly lat: number
}

const earthRadiusMetres = 6_371_008.8
const radians = (degrees: number): number => (degrees * Math.PI) / 180

/** Great-circle distance in metres (haversine, mean Earth radius of IUGG). Points in WGS-84 degrees. */
export function metresBetween(a: Spot, b: Spot): number {
  const half = (angle: number) => Math.sin(angle / 2) ** 2
  const around = Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * half(radians(b.lon - a.lon))
  return 2 * earthRadiusMetres * Math.asin(Math.sqrt(half(radians(b.lat - a.lat)) + around))
}

/** The eight directions in which somebody is sent, clockwise from north. */
export const compass = ['n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw'] as const
export type Compass = (typeof compass)[number]

/** In which direction `b` lies from `a`; for legs that are walked, so on a flat piece of ground. */
export function compassFrom(a: Spot, b: Spot): Compass {
  const east = (b.lon - a.lon) * Math.cos(radians(a.lat))
  const eighth = Math.round(Math.atan2(east, b.lat - a.lat) / (Math.PI / 4))
  return compass[(eighth + compass.length) % compass.length]!
}
