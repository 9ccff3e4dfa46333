import type { Whistle } from '../../../cases/whistle/contract.ts'
import { nowMs } from '../../clock.ts'
import { useTitle } from '../../kit/shell.tsx'
import { placeIn } from '../../shared/names.ts'
import { sayMomentOnPaper } from '../../words/time.ts'
import { WhistleActions } from '../station/whistle-actions.tsx'
import { useReading } from '../words.ts'
import { CallLine } from './call-line.tsx'
import { CallMore } from './call-more.tsx'
import { EndForm } from './end-form.tsx'
import { EraseWords } from './erase-words.tsx'
import { ReviewForm } from './review-form.tsx'
import { ToWhistles } from './to-whistles.tsx'
import { WhistleFacts } from './whistle-facts.tsx'
import { WhistleLadder } from './whistle-ladder.tsx'
import { WhistleStory } from './whistle-story.tsx'

/** One whistle: what for, what must happen next, what each unit did by its own clock, and the story. */
export function WhistleView({ whistle }: { whistle: Whistle }) {
  const { words } = useReading()
  const { headings } = words.consoleWhistles
  useTitle(words.consoleWhistles.one)
  // Whoever answers for a unit reads its own line first: that is what one came for.
  const isOwn = ({ can }: Whistle['calls'][number]) => can.includes('arrive') || can.includes('act')
  const calls = [...whistle.calls.filter(isOwn), ...whistle.calls.filter((one) => !isOwn(one))]
  return (
    <article className="whistle case">
      <Head whistle={whistle} />
      <section className="case__said" aria-label={headings.words}>
        <p className="case__words">{whistle.words ?? words.consoleWhistles.wordsErased}</p>
        {whistle.result !== null && (
          <p className="whistle__result">{words.common.labelled(headings.result, whistle.result)}</p>
        )}
      </section>
      <Review whistle={whistle} />
      {whistle.can.includes('end') && <EndForm id={whistle.id} />}
      <section aria-label={headings.calls}>
        <h2>{headings.calls}</h2>
        <ul className="whistle__calls">
          {calls.map((one) => (
            <li key={one.id} className="panel">
              <CallLine whistle={whistle} call={one} />
            </li>
          ))}
        </ul>
        {whistle.can.includes('call') && <CallMore id={whistle.id} />}
      </section>
      <WhistleActions whistle={whistle} />
      <WhistleLadder whistle={whistle} />
      <div className="case__columns">
        <section aria-label={headings.story}>
          <h2>{headings.story}</h2>
          <WhistleStory whistle={whistle} />
        </section>
        <section aria-label={headings.facts}>
          <h2>{headings.facts}</h2>
          <WhistleFacts whistle={whistle} />
          {whistle.can.includes('erase') && (
            <EraseWords
              path={`/api/whistles/${whistle.id}/erase-texts`}
              texts={whistle.timeline.flatMap((line) => line.texts)}
            />
          )}
        </section>
      </div>
    </article>
  )
}

function Head({ whistle }: { whistle: Whistle }) {
  const { words, language } = useReading()
  const said = words.consoleWhistles
  return (
    <header className="whistle__head">
      <ToWhistles />
      <h1>{words.common.facts(said.situations[whistle.situation], placeIn(language, whistle.place))}</h1>
      <p className="case__under">
        <strong>
          {words.common.facts(whistle.practice && words.console.desk.practice, said.stages[whistle.stage])}
        </strong>
        {/* What is said of today is read on other days. */}
        <span className="whistle__printed">
          {said.printed(sayMomentOnPaper(words, new Date(nowMs()).toISOString()))}
        </span>
        <button type="button" className="text-button no-print" onClick={() => window.print()}>
          {said.print}
        </button>
      </p>
    </header>
  )
}

/** What the street has to look at, or what it found. */
function Review({ whistle: { id, review, stage, can } }: { whistle: Whistle }) {
  const { review: said } = useReading().words.consoleWhistles
  if (review.when === 'none') return null
  if (review.warranted !== null)
    return <p className="whistle__review">{review.warranted ? said.yes : said.no}</p>
  const when = stage === 'waiting' ? 'before' : 'after'
  const why = when === 'before' ? said.waits : said.afterwards
  if (!can.includes('review')) return <p className="whistle__review">{why}</p>
  return <ReviewForm id={id} when={when} why={why} />
}
