import type { ReopenReason } from '../../cases/closing/kinds.contract.ts'
import type { ClockAccount } from '../../cases/contract.ts'
import type { Rung } from '../../cases/ladder/ladder.contract.ts'
import type { CaseStory, StoryLine } from '../../cases/story.contract.ts'
import type { Act } from '../kit/timeline.tsx'
import type { Language } from '../words/language.ts'
import { dayFacts, fullDuration, momentFacts } from '../words/time.ts'
import type { Words } from '../words/zh.ts'
import { nameIn } from './names.ts'

type Facts = StoryLine['facts']
type ReopenedBecause = ReopenReason | 'found_hollow'
type RequestKind = keyof Words['story']['requests']

const numberIn = (facts: Facts, key: string): number =>
  typeof facts[key] === 'number' ? (facts[key] as number) : 0
const textIn = (facts: Facts, key: string): string | null =>
  typeof facts[key] === 'string' ? (facts[key] as string) : null
const requestIn = (words: Words, facts: Facts): RequestKind => {
  const kind = textIn(facts, 'kind') ?? ''
  return Object.keys(words.story.requests).includes(kind) ? (kind as RequestKind) : 'extension'
}

/** Who stands on a step of the ladder, as its line says. */
const rungIn = (facts: Facts, key: string): Rung => textIn(facts, key) as Rung

/** What a title may need besides its facts: the whole line, the moment of reading, the clock that extensions prolong. */
interface Telling {
  readonly line: StoryLine
  readonly nowMs: number
  readonly account: ClockAccount
}

/** One line's title. `unit` is the name of the unit that acts, or that the case goes to. */
type Say = (words: Words, facts: Facts, unit: string, telling: Telling) => string

/** The clock that counts now: the lead unit's, before dispatch the response's. */
export const countingAccount = ({ parts, response }: Pick<CaseStory, 'parts' | 'response'>): ClockAccount =>
  parts.find((part) => part.role === 'lead')?.account ?? response

/** Lines of a closing are a desk's: the console says them in words of its own, and phones leave them out. */
const ofDesks = /^case\.(?:closing_|called_back|reopen_)/

const says: Readonly<Record<string, Say>> = {
  'case.accepted': (words, facts) => {
    const { sources } = words.cases
    const source = textIn(facts, 'source') ?? 'portal'
    return Object.keys(sources).includes(source)
      ? sources[source as keyof typeof sources]
      : words.cases.stages.accepted
  },
  'case.added_to': ({ story }, facts) => story.addedTo(numberIn(facts, 'photos')),
  'case.withdrawn': ({ story }) => story.withdrawn,
  'case.screened': ({ story }) => story.screened,
  'case.published': ({ story }) => story.published,
  'case.joined': ({ story }) => story.joined,
  'case.took_in': ({ story }) => story.tookIn,
  'case.declined': ({ story }) => story.declined,
  'case.referred': ({ story }, facts) => {
    const channel = textIn(facts, 'door') ?? ''
    return story.referred(story.channels[channel] ?? channel)
  },
  'case.dispatched': ({ story }, facts, unit) => story.dispatched(unit, facts.overridden === true),
  'case.signed': ({ story }, _facts, unit) => story.signed(unit),
  'case.arrived': ({ story }, _facts, unit, { line }) =>
    story.arrived(line.unit === null ? story.gridWorker : unit),
  'case.handled': ({ story }, facts, unit, { line }) => {
    if (facts.arrived === true) return story.arrived(line.unit === null ? story.gridWorker : unit)
    const photos = numberIn(facts, 'photos')
    return line.unit === null ? story.fieldHandled(photos) : story.handled(unit, photos)
  },
  'case.requested': (words, facts, unit, { nowMs }) => {
    const reviewOn = textIn(facts, 'reviewOn')
    return words.story.requested(
      unit,
      requestIn(words, facts),
      numberIn(facts, 'days') || null,
      reviewOn === null ? null : dayFacts(reviewOn, nowMs),
    )
  },
  'case.request_decided': (words, facts, unit, { nowMs, account }) => {
    const kind = requestIn(words, facts)
    if (facts.granted !== true) return words.story.refused(unit, kind)
    const minutes = numberIn(facts, 'minutes')
    const until = textIn(facts, 'until')
    return words.story.granted(
      unit,
      kind,
      minutes > 0 ? fullDuration(minutes, account) : null,
      until === null ? null : momentFacts(until, nowMs),
    )
  },
  'case.arbitrated': ({ story }, _facts, unit) => story.arbitrated(unit),
  'case.listing_reviewed': ({ story }, facts, unit, { nowMs }) => {
    const reviewOn = textIn(facts, 'reviewOn')
    return story.listedOn(unit, reviewOn === null ? null : dayFacts(reviewOn, nowMs))
  },
  'case.resumed': ({ story }, _facts, unit) => story.resumed(unit),
  'case.resolved': ({ story }, facts, unit) => {
    const photos = numberIn(facts, 'photos')
    if (facts.onTheSpot === true) return story.onTheSpot(photos)
    return facts.whole === false ? story.partResolved(unit, photos) : story.resolved(unit, photos)
  },
  'case.replied': ({ story }) => story.replied,
  'case.answered_with': ({ story }) => story.answeredWith,
  'case.checked': ({ story }, facts) => (facts.passed === true ? story.passed : story.sentBack),
  'case.rated': ({ story }, facts) =>
    story.rated(facts.solved === true, numberIn(facts, 'rating'), facts.onBehalf === true),
  'case.reopened': ({ story }, facts) => story.reopened(facts.because as ReopenedBecause),
  'case.closed': ({ story }) => story.closed,
  'case.reach_moved': ({ story }) => story.reachMoved,
  'case.recounted': ({ story }) => story.recounted,
  'case.climbed': ({ story }, facts, unit, { line }) =>
    story.climbed(line.unit === null ? null : unit, facts.kind === 'press', rungIn(facts, 'audience')),
  'case.acknowledged': ({ story }, facts, unit, { line }) =>
    story.acknowledged(rungIn(facts, 'rung'), line.unit === null ? null : unit),
  'case.instructed': ({ story }, facts, unit) => story.instructed(unit, rungIn(facts, 'giver')),
  'case.instruction_answered': ({ story }, _facts, unit) => story.instructionAnswered(unit),
  'case.instruction_withdrawn': ({ story }, _facts, unit) => story.instructionWithdrawn(unit),
  'case.instruction_lapsed': ({ story }, _facts, unit) => story.instructionLapsed(unit),
  'case.instruction_overdue': ({ story }, facts, unit) =>
    story.instructionOverdue(unit, rungIn(facts, 'audience')),
  'case.reporter_seen': ({ story }) => story.reporterSeen,
  'case.reporter_erased': ({ story }) => story.reporterErased,
  'case.history': ({ story }) => story.history,
}

function noteOf(words: Words, { texts }: StoryLine): string | null {
  const said = words.story.texts
  const lines = texts.map(({ kind, body }) => {
    if (kind === 'summary') return said.summary(body)
    if (kind === 'purpose') return said.purpose(body)
    if (kind === 'listing_condition') return said.listing_condition(body)
    return said.quoted(body)
  })
  return lines.length === 0 ? null : lines.join('\n')
}

/** A case's story as acts of a timeline, in the reader's words. A kind that this page does not know is still told. */
export function storyActs(
  words: Words,
  language: Language,
  story: Pick<CaseStory, 'timeline' | 'parts' | 'response'>,
  nowMs: number,
  more: Readonly<Record<string, (facts: Facts) => string>> = {},
): readonly Act[] {
  const account = countingAccount(story)
  const lines = story.timeline.filter(({ kind }) => more[kind] !== undefined || !ofDesks.test(kind))
  return lines.map((line) => {
    const unit = line.unit === null ? words.story.someUnit : nameIn(language, line.unit)
    const say = says[line.kind]
    const own = more[line.kind]
    const note = noteOf(words, line)
    return {
      id: String(line.seq),
      what:
        own?.(line.facts) ??
        say?.(words, line.facts, unit, { line, nowMs, account }) ??
        words.story.other(line.kind),
      at: line.at,
      ...(line.enteredAt && { late: words.story.enteredLate(momentFacts(line.enteredAt, nowMs)) }),
      ...(note === null ? {} : { note }),
    }
  })
}
