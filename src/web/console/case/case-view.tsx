import './case.css'
import { Link } from '@tanstack/react-router'
import { Grid } from 'antd'
import type { CaseStory } from '../../../cases/story.contract.ts'
import { nowMs } from '../../clock.ts'
import { ClockLight } from '../../kit/clock-bar.tsx'
import { useTitle } from '../../kit/shell.tsx'
import { Loading } from '../../kit/states.tsx'
import { Timeline } from '../../kit/timeline.tsx'
import { nameIn } from '../../shared/names.ts'
import { countingAccount, storyActs } from '../../shared/story.ts'
import { AssistMarks } from '../assessment/assist-marks.tsx'
import { ClosingPanel } from '../closings/closing-panel.tsx'
import { closingSays } from '../closings/says.ts'
import { RefusedToDesk } from '../desk/to-desk.tsx'
import { CaseMediations } from '../mediation/case-mediations.tsx'
import { type PaperKind, paperKinds } from '../paper/kinds.ts'
import { PassOnLink } from '../passed-on/pass-on-link.tsx'
import { CaseWhistles } from '../whistles/case-whistles.tsx'
import { useReading } from '../words.ts'
import { CaseClocks } from './case-clocks.tsx'
import { CaseFacts } from './case-facts.tsx'
import { CasePhotos } from './case-photos.tsx'
import { LadderPanel } from './ladder/ladder-panel.tsx'
import { NextPanel } from './next-panel.tsx'
import { Requests } from './requests.tsx'
import { titleOf } from './title-of.ts'
import { useCase } from './use-case.ts'

/** A case's whole story on one page: what was said, what must happen next, what happened, and the facts beside it. */
export function CaseView({ id }: { id: string }) {
  const { data: story, error, refetch } = useCase(id)
  if (story === undefined)
    return error === null ? <Loading /> : <RefusedToDesk error={error} onRetry={() => void refetch()} />
  return <WholeCase story={story} />
}

function WholeCase({ story }: { story: CaseStory }) {
  const { words, language } = useReading()
  const { headings } = words.consoleCase
  // The number alone: a title stands in the window list and on shared screens.
  useTitle(story.number)
  // On a phone what must happen next stands before what was said: that is what one came for. To screen is to read first.
  const nextFirst = !(Grid.useBreakpoint().md ?? true) && story.stage !== 'accepted'
  const next = (
    <>
      <Requests story={story} />
      <NextPanel story={story} />
      <ClosingPanel caseId={story.id} />
      <LadderPanel caseId={story.id} />
      <CaseWhistles story={story} />
      {!story.confidential && <PassOnLink from={{ case: story.id }} />}
      <CaseMediations story={story} />
      <AssistMarks story={story} />
    </>
  )
  return (
    <article className="case" aria-label={story.number}>
      <CaseHead story={story} />
      <CaseClocks story={story} />
      {nextFirst && next}
      <section className="case__said" aria-label={headings.words}>
        <h3>{headings.words}</h3>
        <p className="case__words">{story.words ?? words.consoleCase.wordsErased}</p>
        <CasePhotos photos={story.photos} purposes={['report']} />
      </section>
      {!nextFirst && next}
      <div className="case__columns">
        <section>
          <h3>{headings.story}</h3>
          <Timeline acts={storyActs(words, language, story, nowMs(), closingSays(words))} />
          <CasePhotos photos={story.photos} purposes={['handling', 'evidence']} />
        </section>
        <section>
          <h3>{headings.facts}</h3>
          <CaseFacts story={story} />
        </section>
      </div>
    </article>
  )
}

function CaseHead({ story }: { story: CaseStory }) {
  const { words, language } = useReading()
  const matter = story.matter === null ? null : nameIn(language, story.matter)
  return (
    <header className="case__head">
      <div>
        <h2>{titleOf(words, language, story)}</h2>
        <p className="case__under">
          {story.practice && <strong>{words.console.desk.practice}</strong>}
          {story.summary !== null && matter !== null && <span>{matter}</span>}
          <span className="unbroken">{story.number}</span>
          <span>{words.cases.stages[story.stage]}</span>
          {story.confidential && <strong>{words.consoleCase.confidential}</strong>}
          {story.reopened > 0 && <span>{words.console.desk.reopened(story.reopened)}</span>}
        </p>
      </div>
      <ClockLight account={countingAccount(story)} />
      <PaperLinks story={story} />
    </header>
  )
}

/** The case on paper; a sheet that has nothing to say yet is not offered. */
function PaperLinks({ story }: { story: CaseStory }) {
  const { paper: said } = useReading().words
  const has: Readonly<Record<PaperKind, boolean>> = {
    supervision: story.parts.length > 0,
    reply: story.timeline.some(({ texts }) => texts.some(({ kind }) => kind === 'answer')),
    case: true,
  }
  return (
    <ul className="case__paper no-print" aria-label={said.title}>
      {paperKinds
        .filter((kind) => has[kind])
        .map((kind) => (
          <li key={kind}>
            <Link to="/cases/$id/paper" params={{ id: story.id }} search={{ sheet: kind }}>
              {said.sheets[kind]}
            </Link>
          </li>
        ))}
    </ul>
  )
}
