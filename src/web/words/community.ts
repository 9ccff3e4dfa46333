import { communityEn } from './en/community.ts'
import type { Language } from './language.ts'
import { type CommunityWords, communityZh } from './zh/community.ts'

// Apart from the words of every face: they come with a community's page, after the first page.
export const communityWords: Record<Language, CommunityWords> = { zh: communityZh, en: communityEn }
