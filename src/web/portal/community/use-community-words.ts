import { usePreferences } from '../../preferences.tsx'
import { communityWords } from '../../words/community.ts'

/** The words of a community's page, in the reader's language. */
export const useCommunityWords = () => communityWords[usePreferences().language]
