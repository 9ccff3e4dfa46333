import { readAreaGeoJson } from './area-geojson.rule.ts'
import { readAreaList } from './area-list.rule.ts'
import type { AreaFile } from './area-rows.rule.ts'
import type { AreaKind } from './contract.ts'
import type { CoordinateSystem } from './map.contract.ts'

/**
 * Reads a file of areas, told by its form: a GeoJSON FeatureCollection, or an official list of a district.
 * `file` is parsed JSON. Refuses with `import_file_unreadable` what is neither.
 */
export function readAreaFile(
  file: unknown,
  { system = 'wgs84', known = new Map() }: ReadAreaFileOptions = {},
): AreaFile {
  const isGeoJson = typeof file === 'object' && file !== null && 'type' in file
  return isGeoJson ? readAreaGeoJson(file, system, known) : readAreaList(file)
}

export interface ReadAreaFileOptions {
  /** What a GeoJSON file's positions are in. */
  readonly system?: CoordinateSystem
  /** Kinds, by code, of areas that are there already and may be parents. */
  readonly known?: ReadonlyMap<string, AreaKind>
}
