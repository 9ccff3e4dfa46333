import type { Shape } from './contract.ts'
import { boxOf, polygonsOf, type Rings } from './shape.rule.ts'

/**
 * A point well inside a shape, where its name can be written: the middle of the widest stretch of ground on one of
 * nine lines across its largest polygon. Longitude and latitude in degrees; null for a shape without ground.
 */
export function labelPoint(shape: Shape): [lon: number, lat: number] | null {
  let best: { readonly width: number; readonly point: [number, number] } | null = null
  for (const rings of polygonsOf(shape)) {
    const [, south, , north] = boxOf([rings])
    for (let line = 1; line <= 9; line++) {
      const lat = south + ((north - south) * line) / 10
      // The middle is preferred: a name at the edge reads as the neighbour's.
      const weight = 1 - Math.abs(line - 5) / 10
      const crossings = crossingsAt(rings, lat)
      for (let at = 0; at + 1 < crossings.length; at += 2) {
        const [west, east] = [crossings[at]!, crossings[at + 1]!]
        const width = (east - west) * weight
        if (width > (best?.width ?? 0)) best = { width, point: [tidy((west + east) / 2), tidy(lat)] }
      }
    }
  }
  return best?.point ?? null
}

const tidy = (degrees: number): number => Math.round(degrees * 100_000) / 100_000

/** Where a parallel crosses the rings, from west to east; ground lies between each first and second. */
function crossingsAt(rings: Rings, lat: number): number[] {
  return rings
    .flatMap((ring) =>
      ring.slice(1).flatMap((to, at) => {
        const from = ring[at]!
        if (from[1]! > lat === to[1]! > lat) return []
        return [from[0]! + ((lat - from[1]!) / (to[1]! - from[1]!)) * (to[0]! - from[0]!)]
      }),
    )
    .sort((a, b) => a - b)
}
