import type { CaseStory } from '../../../cases/story.contract.ts'
import { nowMs } from '../../clock.ts'
import { nameIn } from '../../shared/names.ts'
import type { ConsoleWords } from '../../words/console.ts'
import type { Language } from '../../words/language.ts'
import { dayFacts } from '../../words/time.ts'

type Asked = Pick<CaseStory['requests'][number], 'unit' | 'kind' | 'days' | 'reviewOn'>

/** What a unit asks for, in one sentence: 物业申请延期 2 个工作日. */
export const sayAsked = (
  words: ConsoleWords,
  language: Language,
  { unit, kind, days, reviewOn }: Asked,
): string =>
  words.story.requested(
    nameIn(language, unit),
    kind,
    days,
    reviewOn === null ? null : dayFacts(reviewOn, nowMs()),
  )
