import type { disputeFiguresZh } from '../zh/dispute-figures.ts'

export const disputeFiguresEn: typeof disputeFiguresZh = {
  title: 'Where disputes gather, and why',
  lead: 'Numbers alone, and nobody’s story. Fewer than 5 are held back, with what would tell them, so that nobody can be guessed.',
  from: 'From',
  to: 'To',
  none: 'No mediation ended in these months.',
  noneNext: 'They are counted once they have ended and a cause was chosen.',
  community: 'Community',
  total: 'In all',
  agreed: 'Agreed',
  kept: 'Kept',
  few: 'held back',
  percent: (share) => `${share}%`,
  month: 'Month',
  opened: 'Began',
  ended: 'Ended',
  byPlace: 'Causes by community',
  byMonth: 'By month',
  note: 'Where a sum is left out, it would tell a small number that is held back.',
}
