import { voiceEn } from './en/voice.ts'
import type { Language } from './language.ts'
import { type VoiceWords, voiceZh } from './zh/voice.ts'

/** Apart from the words of every face: they come with the button, where the browser can listen. */
export const voiceWords: Record<Language, VoiceWords> = { zh: voiceZh, en: voiceEn }
