import { consoleCommunityEn } from './en/console-community.ts'
import type { Language } from './language.ts'
import { type ConsoleCommunityWords, consoleCommunityZh } from './zh/console-community.ts'

// They come with the page of announcements and questions, and with no other.
export const consoleCommunityWords: Record<Language, ConsoleCommunityWords> = {
  zh: consoleCommunityZh,
  en: consoleCommunityEn,
}
