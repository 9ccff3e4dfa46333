// No schema here: the console reads this list too.

/** What may change of a matter, in the order in which a person reads it. */
export const matterFields = [
  'nameZh',
  'nameEn',
  'category',
  'categoryZh',
  'categoryEn',
  'hostRole',
  'host',
  'level',
  'answers',
  'response',
  'resolution',
  'yellowPercent',
  'evidence',
  'limits',
  'confidential',
  'basis',
  'keywords',
] as const
