import type { disputeFiguresZh } from '../zh/dispute-figures.ts'

export const disputeFiguresEn: typeof disputeFiguresZh = {
  title: 'Where disputes gather, and why',
  lead: 'Numbers alone, and nobody’s story. Fewer than 5 are held back, with what would tell them, so that nobody can be guessed; that is why only quarters that are over are told.',
  quarter: 'Which quarter',
  quarterOf: (year, n) => `Quarter ${n} of ${year}`,
  none: 'No mediation ended in this quarter.',
  noneNext: 'They are counted once they have ended, a cause was chosen and the quarter is over.',
  sheet: 'Take out as a sheet',
  community: 'Community',
  total: 'In all',
  agreed: 'Agreed',
  kept: 'Kept',
  few: 'held back',
  percent: (share) => `${share}%`,
  quarterShort: 'Quarter',
  opened: 'Began',
  ended: 'Ended',
  byPlace: 'Causes by community',
  byQuarter: 'By quarter',
  note: 'Where a sum is left out, it would tell a small number that is held back.',
}
