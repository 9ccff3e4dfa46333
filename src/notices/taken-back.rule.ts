import type { JournalLine } from '../platform/follower.ts'

/** What was told before and is taken back: of a case, or with this fact. */
export interface TakenBack {
  readonly by: 'case' | 'whistleId' | 'actionId' | 'passedId' | 'questionId' | 'mediationId' | 'partyId'
  readonly ids: readonly string[]
  /** Of somebody's own things alone, of work alone, or of both. */
  readonly whose: 'own' | 'work' | 'all'
  /** What has left the house stays written as sent; else nothing says any more whose it was. */
  readonly waitingAlone: boolean
}

type Rule = Omit<TakenBack, 'ids'> & { readonly idIn: (line: JournalLine) => unknown }

const subjectOf =
  (kind: string) =>
  (line: JournalLine): string | null =>
    line.kind === kind ? line.subject : null

const rules: readonly Rule[] = [
  // A case that turns out to be confidential is nobody's news any more, but its reporter's; its whistles are nobody's.
  {
    ...{ by: 'case', whose: 'work', waitingAlone: true },
    idIn: ({ kind, data, subject }) =>
      kind === 'case.screened' && data.confidential === true ? subject : null,
  },
  { by: 'whistleId', whose: 'all', waitingAlone: true, idIn: subjectOf('whistle.hidden') },
  { by: 'actionId', whose: 'all', waitingAlone: true, idIn: subjectOf('action.hidden') },
  { by: 'passedId', whose: 'all', waitingAlone: true, idIn: subjectOf('passed_on.hidden') },
  // Its parties read on what is their own.
  { by: 'mediationId', whose: 'work', waitingAlone: true, idIn: subjectOf('mediation.hidden') },
  // Who reported was erased, or took part: that an account was told would say it still.
  { by: 'case', whose: 'own', waitingAlone: false, idIn: subjectOf('case.reporter_erased') },
  {
    ...{ by: 'partyId', whose: 'own', waitingAlone: false },
    idIn: ({ kind, data }) => (kind === 'mediation.texts_erased' ? data.partyId : null),
  },
  // A question was taken back: that an account was told of its answer would say still who asked.
  { by: 'questionId', whose: 'all', waitingAlone: false, idIn: subjectOf('question.taken_back') },
]

/** What these lines take back. */
export const takenBackBy = (lines: readonly JournalLine[]): TakenBack[] =>
  rules.flatMap(({ idIn, ...rule }) => {
    const ids = lines.map(idIn).filter((id): id is string => typeof id === 'string')
    return ids.length === 0 ? [] : [{ ...rule, ids }]
  })
