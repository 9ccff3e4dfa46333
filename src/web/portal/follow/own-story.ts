import type { FollowedCase, StoryLine } from '../../../cases/story.contract.ts'
import type { Act } from '../../kit/timeline.tsx'
import { nameIn } from '../../shared/names.ts'
import type { Language } from '../../words/language.ts'
import { ownStoryWords } from '../../words/own-story.ts'
import { sayDue } from '../../words/time.ts'
import type { Words } from '../../words/zh.ts'

type OwnWords = (typeof ownStoryWords)[Language]

function noteOf(said: OwnWords, { texts, kind }: StoryLine): string | null {
  // The first words and the public summary stand in places of their own.
  const told = texts.filter((text) => text.kind !== 'words' && text.kind !== 'summary')
  const isRefused = kind === 'case.declined' || kind === 'case.referred'
  const lines = told.map(({ body }) => (isRefused ? said.reason(body) : body))
  return lines.length === 0 ? null : lines.join('\n')
}

/** A case as the person who reported it is told: its acts in plain words, and at the end what must happen next. */
export function ownStory(
  words: Words,
  language: Language,
  found: Pick<FollowedCase, 'timeline' | 'stage' | 'unit' | 'dueAt' | 'responseDueAt'>,
  nowMs: number,
): readonly Act[] {
  const own = ownStoryWords[language]
  const acts = found.timeline.map((line): Act => {
    const say = own.acts[line.kind]
    const note = noteOf(own, line)
    const unit = line.unit && nameIn(language, line.unit)
    return {
      id: String(line.seq),
      what: say ? say({ byOffice: line.by === 'office', unit, facts: line.facts }) : own.unknown,
      at: line.at,
      ...(note === null ? {} : { note }),
    }
  })
  const dueAt = found.stage === 'accepted' ? found.responseDueAt : found.dueAt
  // A date that has passed promises nothing: the light above says that it is over.
  const due = dueAt !== null && Date.parse(dueAt) > nowMs ? sayDue(words, dueAt, nowMs) : null
  const next = words.follow.nextWords[found.stage](found.unit && nameIn(language, found.unit), due)
  return next === ''
    ? acts
    : [...acts, { id: 'next', what: words.common.labelled(words.follow.next, next), at: null }]
}
