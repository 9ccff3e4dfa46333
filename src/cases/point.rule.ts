import type { LonLatPair } from '../areas/map.contract.ts'

/** How a point stands in a sealed text: longitude and latitude in degrees with a comma; null where none does. */
export function readPoint(body: string | null): LonLatPair | null {
  const [lon, lat, ...more] = (body ?? '')
    .split(',')
    .map((part) => (part.trim() === '' ? Number.NaN : Number(part)))
  const sound = lon !== undefined && lat !== undefined && more.length === 0
  return sound && Math.abs(lon) <= 180 && Math.abs(lat) <= 90 ? [lon, lat] : null
}
