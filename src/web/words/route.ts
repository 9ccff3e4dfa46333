import { routeEn } from './en/route.ts'
import type { Language } from './language.ts'
import { type RouteWords, routeZh } from './zh/route.ts'

/** Apart from the words of every face: they come with the day's route. */
export const routeWords: Record<Language, RouteWords> = { zh: routeZh, en: routeEn }
