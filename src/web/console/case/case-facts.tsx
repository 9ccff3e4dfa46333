import { Link } from '@tanstack/react-router'
import type { CaseStory } from '../../../cases/story.contract.ts'
import { nowMs } from '../../clock.ts'
import { lastOf } from '../../shared/last-of.ts'
import { nameIn, placeIn } from '../../shared/names.ts'
import { sayDay, sayMoment } from '../../words/time.ts'
import { FactList, type FactPair } from '../fact-list.tsx'
import { useReading } from '../words.ts'
import { Reporter } from './reporter.tsx'

/** What is known about the case, as pairs. A fact that is not there takes no line. */
export function CaseFacts({ story }: { story: CaseStory }) {
  const { words, language } = useReading()
  const said = words.consoleCase
  const { facts } = said
  const held = story.parts.filter(({ stage }) => stage !== 'returned')
  const units = held.map(({ unit, role }) => said.unitAs(nameIn(language, unit), said.roles[role]))
  const listing = lastOf(story.requests.filter(({ kind, granted }) => kind === 'listing' && granted === true))
  const reviewDay = story.stage === 'listed' ? (listing?.reviewOn ?? null) : null
  const pairs: readonly FactPair[] = [
    [facts.units, units.length === 0 ? words.console.desk.noUnit : words.common.list(units)],
    [facts.place, placeIn(language, story.place)],
    [facts.address, story.address],
    [facts.reporter, <Reporter key="reporter" story={story} />],
    [facts.onBehalf, story.onBehalf && words.report.onBehalf.options[story.onBehalf]],
    [facts.source, said.sourceOf(words.cases.sources[story.source], story.sourceNumber)],
    [facts.accepted, sayMoment(words, story.acceptedAt, nowMs())],
    [
      facts.public,
      story.public ? said.isPublic : story.confidential ? said.isConfidential : said.isNotPublic,
    ],
    [facts.reviewOn, reviewDay === null ? null : sayDay(words, reviewDay, nowMs())],
    [facts.joined, story.joined.length === 0 ? null : <Numbers key="joined" cases={story.joined} />],
    [facts.joinedInto, story.joinedInto && <Numbers key="into" cases={[story.joinedInto]} />],
    [facts.rating, story.rating === null ? null : said.rating(story.solved === true, story.rating)],
  ]
  return <FactList className="case__facts" pairs={pairs} />
}

function Numbers({ cases }: { cases: readonly { readonly id: string; readonly number: string }[] }) {
  return cases.map(({ id, number }) => (
    <Link key={id} to="/cases/$id" params={{ id }} className="case__number unbroken">
      {number}
    </Link>
  ))
}
