import type { MapArea, MapAreas } from '../../areas/map.contract.ts'
import { useRead, withQuery } from '../api/use-read.ts'
import { nameIn } from '../shared/names.ts'
import type { Language } from '../words/language.ts'
import type { DrawnArea } from './drawn.ts'

/** What lies in an area; the district's where `under` is left out. */
export const useMapAreas = (under?: string | undefined, level?: 'street' | 'community' | 'grid') =>
  useRead<MapAreas>(withQuery('/api/map/areas', { under, level }), { keepLast: true, staleMs: 300_000 })

/** Areas as a map draws them, with their names in the reader's language. */
export const drawnAreas = (areas: readonly MapArea[], language: Language): DrawnArea[] =>
  areas.map((area) => ({ id: area.id, name: nameIn(language, area), shape: area.shape, at: area.at }))
