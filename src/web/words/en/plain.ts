import type { plainZh } from '../zh/plain.ts'

export const plainEn = {
  name: 'Linli · plain',
  home: 'Plain pages',
  lead: 'Simple pages without scripts: read the board, report, follow. For photos and your position use the full pages, or go to the community service centre.',
  full: 'Full pages',
  otherLanguage: '中文',
  community: 'In which community',
  communityUnknown: 'I do not know',
  placeKnown: (place) => `Place: ${place}`,
  filter: 'Show these',
  next: 'Further ones',
  first: 'Back to the first',
  forget: 'I have read it; close this receipt',
  forgetWhy: 'On somebody else’s phone or a shared computer, close it when you have read it.',
  followNow: 'See how far it is',
  again: 'Go back and write it anew',
  problem: 'That did not work',
} satisfies typeof plainZh
