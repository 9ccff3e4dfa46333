import { mapEn } from './en/map.ts'
import type { Language } from './language.ts'
import { type MapWords, mapZh } from './zh/map.ts'

// Apart from the words of every face: they come with the maps, after the first page.
export const mapWords: Record<Language, MapWords> = { zh: mapZh, en: mapEn }
export type { MapWords }
