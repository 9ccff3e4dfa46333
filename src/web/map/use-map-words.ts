import { usePreferences } from '../preferences.tsx'
import { type MapWords, mapWords } from '../words/map.ts'

/** The words of maps, which come with the maps and burden no first page. */
export const useMapWords = (): MapWords => mapWords[usePreferences().language]
