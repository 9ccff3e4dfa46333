import { Link } from '@tanstack/react-router'
import { useId } from 'react'
import type { RightRow } from '../../../people/rights/contract.ts'
import { nowMs } from '../../clock.ts'
import { Facts } from '../../kit/facts.tsx'
import { Light } from '../../kit/light.tsx'
import { placeIn } from '../../shared/names.ts'
import { dayFacts, sayDay, sayMoment } from '../../words/time.ts'
import { FactList, type FactPair } from '../fact-list.tsx'
import { useReading } from '../words.ts'
import { AnswerPanel } from './answer-panel.tsx'
import { useSaid } from './use-said.ts'

interface ItemProps {
  readonly right: RightRow
  readonly isOpen: boolean
  onToggle(): void
  onAnswered(): void
}

/** A request as a line of the list; opened, what is asked, about whom, and the answer. */
export function RightItem({ right, isOpen, onToggle, onAnswered }: ItemProps) {
  const { words, language } = useReading()
  const said = useSaid()
  const id = useId()
  const { kind, stage, light, dueOn, askedAt, answeredAt, takenBackAt, place } = right
  // A list on a shared desk says no building: the entry does.
  const near = place.filter((step) => step.kind === 'street' || step.kind === 'community')
  const where = near.length > 0 ? placeIn(language, { names: near }) : said.wholeDistrict
  return (
    <article aria-labelledby={id}>
      <h2 className="rights__head">
        <button id={id} type="button" aria-expanded={isOpen} onClick={onToggle}>
          {said.kinds[kind]}
        </button>
      </h2>
      <p className="rights__facts">
        <Facts>
          {light && <Light light={light}>{said.left(dayFacts(dueOn, nowMs()).daysAway)}</Light>}
          {light && said.due(sayDay(words, dueOn, nowMs()))}
          {stage !== 'asked' && said.stages[stage]}
          {answeredAt && said.answeredAt(sayMoment(words, answeredAt, nowMs()))}
          {takenBackAt && said.takenBackAt(sayMoment(words, takenBackAt, nowMs()))}
          {where}
          {said.askedAt(sayMoment(words, askedAt, nowMs()))}
        </Facts>
      </p>
      {isOpen && (
        <>
          <Asked right={right} />
          {stage === 'asked' && right.can && <AnswerPanel right={right} onAnswered={onAnswered} />}
          {stage === 'asked' && !right.can && (
            <p className="rights__cannot">{words.common.states.both(said.cannot, said.cannotNext)}</p>
          )}
        </>
      )}
    </article>
  )
}

/** What was asked, about whom, and how it was answered. */
function Asked({ right }: { right: RightRow }) {
  const said = useSaid()
  const { words } = useReading()
  const { stage, ground, answer } = right
  const isErased = right.kind === 'erase' && stage === 'granted'
  const without = {
    asked: said.noWords,
    taken_back: said.takenBack,
    granted: said.wordsGone,
    refused: said.wordsGone,
  }
  const asked = right.words ?? without[stage]
  const outcome: FactPair[] =
    stage === 'asked' || stage === 'taken_back'
      ? []
      : [
          [
            said.outcome,
            <>
              <p>{words.common.facts(said.stages[stage], ground && said.grounds[ground])}</p>
              {ground && <small>{said.articles[ground]}</small>}
              <p className="rights__words">{answer ?? said.wordsGone}</p>
            </>,
          ],
        ]
  return (
    <FactList
      className="rights__open"
      pairs={[
        [
          said.asked,
          <p key="words" className="rights__words">
            {asked}
          </p>,
        ],
        [said.about, <AboutWhom key="about" right={right} isErased={isErased} />],
        ...outcome,
      ]}
    />
  )
}

/** The way to the entry in the register, for whoever may change it. */
function AboutWhom({ right: { personId, can }, isErased }: { right: RightRow; isErased: boolean }) {
  const said = useSaid()
  if (isErased) return said.entryErased
  if (personId === null) return said.noEntry
  if (!can) return said.isInRegister
  return (
    <>
      <Link to={`/register/people/${personId}`}>{said.openEntry}</Link>
      <small>{said.openingIsSeen}</small>
    </>
  )
}
