import type { consoleFindZh } from '../zh/console-find.ts'

export const consoleFindEn: typeof consoleFindZh = {
  title: 'Find',
  label: 'Find cases',
  placeholder: 'lamp overdue yesterday',
  ask: 'Find',
  keys: 'Press / for the field, arrows to choose, Enter to open, Esc to begin anew; Ctrl+K leads here from every page.',
  nothingYet: 'Which case are you looking for?',
  tryThis:
    'Write a number, words of the case, initials of pinyin, an estate or street, a unit, or “overdue”, “yesterday”, “2026-09-14”, with spaces between.',
  found: 'Cases that were found',
  count: (n) => `${n} found`,
  many: (bound) => `${bound} or more found`,
  notWhole: 'older ones were not looked at yet',
  word: (word) => `with “${word}”`,
  days: (from, to) => (from === to ? `accepted on ${from}` : `accepted from ${from} to ${to}`),
  ignored: (words) => `not used: ${words}`,
  clear: 'Clear all',
  none: 'Nothing was found',
  noneSoFar: 'Nothing among recent cases',
  noneNext:
    'Say it in another way, with a word fewer, or without one of the filters. Cases that your post does not see are never listed.',
  further: 'Look further back',
  fold: 'Filters',
  states: { open: 'Open', ended: 'Ended' },
  unit: 'By a unit that has a part in it',
  unitChosen: 'The unit that was chosen',
  from: 'Accepted from',
  to: 'to',
}
