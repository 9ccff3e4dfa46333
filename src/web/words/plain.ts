import { ownStoryEn } from './en/own-story.ts'
import { plainEn } from './en/plain.ts'
import { en } from './en.ts'
import type { Language } from './language.ts'
import { ownStoryZh } from './zh/own-story.ts'
import { plainZh } from './zh/plain.ts'
import { type Words, zh } from './zh.ts'

/** Every word, with those of the plain pages, which no phone's script loads: the server writes them. */
export type PlainWords = Words & { readonly plain: typeof plainZh; readonly ownStory: typeof ownStoryZh }

export const plainWords: Readonly<Record<Language, PlainWords>> = {
  zh: { ...zh, plain: plainZh, ownStory: ownStoryZh },
  en: { ...en, plain: plainEn, ownStory: ownStoryEn },
}
