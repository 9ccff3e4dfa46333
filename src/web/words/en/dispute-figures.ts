import { disputeWordsEn } from '../../../cases/mediation/dispute-words.contract.ts'
import type { disputeFiguresZh } from '../zh/dispute-figures.ts'

export const disputeFiguresEn: typeof disputeFiguresZh = {
  ...disputeWordsEn,
  lead: 'Numbers alone, and nobody’s story. Fewer than 5 are held back, with what would tell them, so that nobody can be guessed; that is why only quarters that are over are told.',
  quarter: 'Which quarter',
  none: 'No mediation ended in this quarter.',
  noneNext: 'They are counted once they have ended, a cause was chosen and the quarter is over.',
  sheet: 'Take out as a sheet',
  percent: (share) => `${share}%`,
  quarterShort: disputeWordsEn.quarter,
  note: 'Where a sum is left out, it would tell a small number that is held back.',
}
