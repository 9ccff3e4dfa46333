import { roundsEn } from './en/rounds.ts'
import type { Language } from './language.ts'
import { type RoundsWords, roundsZh } from './zh/rounds.ts'

/** They come with the pages of rounds and of the day in the grid, and with no other. */
export const roundsWords: Record<Language, RoundsWords> = { zh: roundsZh, en: roundsEn }
