import { usePreferences } from '../../preferences.tsx'
import { consoleCommunityWords } from '../../words/console-community.ts'

/** The words of announcements and questions, in the reader's language. */
export const useSaid = () => consoleCommunityWords[usePreferences().language]

/** The address of a community's public page, as it is passed on. */
export const pageAddress = (communityId: string): string =>
  `${window.location.origin}/community/${communityId}`
