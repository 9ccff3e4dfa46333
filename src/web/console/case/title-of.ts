import type { CaseStory } from '../../../cases/story.contract.ts'
import { nameIn } from '../../shared/names.ts'
import type { ConsoleWords } from '../../words/console.ts'
import type { Language } from '../../words/language.ts'

/** What a case is called where its reporter's own words must not stand: the public summary, or the matter, or neither. */
export function titleOf(
  words: ConsoleWords,
  language: Language,
  { summary, matter, stage }: Pick<CaseStory, 'summary' | 'matter' | 'stage'>,
): string {
  const { notScreened, noMatter } = words.console.desk
  return summary ?? (matter ? nameIn(language, matter) : stage === 'accepted' ? notScreened : noMatter)
}
