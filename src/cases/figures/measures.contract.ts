/** What is counted of a case's story, each once for every time that it happened. */
export const countNames = [
  'accepted',
  'responded',
  'responded_on_time',
  'joined',
  'declined',
  'referred',
  'withdrawn',
  'resolved',
  'timed',
  'on_time',
  'overdue',
  'replied',
  'rated',
  'solved',
  'satisfied',
  'reopened',
  'closed',
] as const
export type CountName = (typeof countNames)[number]

/** A figure that people judge by: a count, or a share of one count in another. Its name and meaning are said in `web/words`. */
export interface Measure {
  readonly code: MeasureCode
  readonly numerator: CountName
  /** Null: the count itself is the figure. */
  readonly denominator: CountName | null
  /** Which way is better for the people who live there; null: neither, such as how much was reported. */
  readonly better: 'more' | 'less' | null
  /** Who answers for what it means: the one to ask where it seems wrong. */
  readonly owner: 'centre' | 'evaluation'
}

export const measureCodes = [
  'accepted',
  'resolved',
  'replied',
  'closed',
  'reopened',
  'response_rate',
  'on_time_rate',
  'solution_rate',
  'satisfaction_rate',
] as const
export type MeasureCode = (typeof measureCodes)[number]

/** The figures of a district, in the order in which they are read. What is left out of all: practice and confidential cases. */
export const measures: readonly Measure[] = [
  { code: 'accepted', numerator: 'accepted', denominator: null, better: null, owner: 'centre' },
  { code: 'resolved', numerator: 'resolved', denominator: null, better: null, owner: 'centre' },
  { code: 'replied', numerator: 'replied', denominator: null, better: null, owner: 'centre' },
  { code: 'closed', numerator: 'closed', denominator: null, better: null, owner: 'centre' },
  { code: 'reopened', numerator: 'reopened', denominator: null, better: 'less', owner: 'centre' },
  {
    code: 'response_rate',
    numerator: 'responded_on_time',
    denominator: 'responded',
    better: 'more',
    owner: 'centre',
  },
  { code: 'on_time_rate', numerator: 'on_time', denominator: 'timed', better: 'more', owner: 'centre' },
  { code: 'solution_rate', numerator: 'solved', denominator: 'rated', better: 'more', owner: 'evaluation' },
  {
    code: 'satisfaction_rate',
    numerator: 'satisfied',
    denominator: 'rated',
    better: 'more',
    owner: 'evaluation',
  },
]
