import type { CallBackOutcome, FlagKind, Verdict } from '../../../cases/closing/kinds.contract.ts'
import type { StoryLine } from '../../../cases/story.contract.ts'
import type { ConsoleWords } from '../../words/console.ts'

/** How a case's story says the lines of its closing. */
export const closingSays = ({
  consoleClosings: { story, flags, call },
}: Pick<ConsoleWords, 'consoleClosings'>): Readonly<
  Record<string, (facts: StoryLine['facts']) => string>
> => ({
  'case.closing_flagged': ({ kind }) => story.flagged(flags.kinds[kind as FlagKind]),
  'case.closing_reviewed': ({ kind, verdict }) =>
    story.reviewed[verdict as Verdict](flags.kinds[kind as FlagKind]),
  'case.called_back': ({ outcome }) => story.calledBack(call.outcomes[outcome as CallBackOutcome]),
  'case.reopen_asked': () => story.asked,
  'case.reopen_decided': ({ granted }) => (granted === true ? story.granted : story.refused),
})
