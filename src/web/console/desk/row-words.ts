import type { CaseRow } from '../../../cases/story.contract.ts'
import { nameIn } from '../../shared/names.ts'
import type { ConsoleWords } from '../../words/console.ts'
import type { Language } from '../../words/language.ts'

/** What stands first in a row: the matter, and before anybody has screened it what was said. */
export const headOf = (words: ConsoleWords, language: Language, row: CaseRow): string =>
  row.matter === null ? (row.summary ?? words.console.desk.notScreened) : nameIn(language, row.matter)

/** What a row must say beside its stage: practice, first in an emergency, come back, a request that waits. */
export function marksOf(words: ConsoleWords, language: Language, row: CaseRow): readonly string[] {
  const { desk } = words.console
  const marks: string[] = []
  if (row.practice) marks.push(desk.practice)
  if (row.first) marks.push(desk[row.first.maybe ? 'maybeFirst' : 'first'](nameIn(language, row.first)))
  if (row.reopened > 0) marks.push(desk.reopened(row.reopened))
  const { requests } = words.story
  if (row.pendingRequest !== null && Object.keys(requests).includes(row.pendingRequest))
    marks.push(desk.pending(requests[row.pendingRequest as keyof typeof requests]))
  return marks
}
