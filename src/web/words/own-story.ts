import { ownStoryEn } from './en/own-story.ts'
import type { Language } from './language.ts'
import { ownStoryZh } from './zh/own-story.ts'

// They come with the page of an own report: those who work read the story in their own words.
export const ownStoryWords: Record<Language, typeof ownStoryZh> = { zh: ownStoryZh, en: ownStoryEn }
