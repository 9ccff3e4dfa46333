import './emergency.css'
import { Link } from '@tanstack/react-router'
import type { Emergency } from '../../../cases/emergency/contract.ts'
import { nowMs } from '../../clock.ts'
import { Facts } from '../../kit/facts.tsx'
import { useTitle } from '../../kit/shell.tsx'
import { EmptyCard } from '../../kit/states.tsx'
import { nameIn, placeIn } from '../../shared/names.ts'
import { sayMoment } from '../../words/time.ts'
import { useReading } from '../words.ts'
import { ModeActs } from './mode-acts.tsx'
import { ModeName, ModeState } from './mode-list.tsx'
import { ModePeople } from './mode-people.tsx'

/** The running page: who knows, what came in and is open, and what may be done; afterwards, what it came to. */
export function EmergencyView({ mode }: { mode: Emergency }) {
  const { words } = useReading()
  const said = words.consoleEmergency
  useTitle(said.title)
  return (
    <article className="book">
      <p className="no-print">
        <Link to="/emergency">{said.back}</Link>
      </p>
      <h1>
        <ModeName mode={mode} />
      </h1>
      <ModeState mode={mode} />
      <ModeActs mode={mode} />
      <ItsCases mode={mode} />
      <ModePeople mode={mode} />
      <div className="beside">
        <Rests mode={mode} />
        <Story mode={mode} />
      </div>
    </article>
  )
}

function ItsCases({ mode: { cases } }: { mode: Emergency }) {
  const { words, language } = useReading()
  const said = words.consoleEmergency.cases
  const count = (of: number) => (of >= cases.bound ? said.many(cases.bound) : said.count(of))
  return (
    <section aria-label={said.title}>
      <h2>{said.title}</h2>
      <dl className="mode-figures">
        {(['cameIn', 'done', 'open'] as const).map((name) => (
          <div key={name}>
            <dt>{said[name]}</dt>
            <dd>{count(cases[name])}</dd>
          </div>
        ))}
      </dl>
      {cases.rows.length === 0 ? (
        <EmptyCard what={said.none} next={said.noneNext} />
      ) : (
        <ul className="modes">
          {cases.rows.map((row) => (
            <li key={row.id}>
              <h3>
                <Link to="/cases/$id" params={{ id: row.id }}>
                  {row.matter ? row.matter[language] : row.number}
                </Link>
              </h3>
              <p className="modes__state">
                <Facts>
                  {row.number}
                  {placeIn(language, row.place)}
                  {words.cases.stages[row.stage as keyof typeof words.cases.stages]}
                  {row.unit && nameIn(language, row.unit)}
                  {sayMoment(words, row.acceptedAt, nowMs())}
                </Facts>
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Rests({ mode }: { mode: Emergency }) {
  const { words, language } = useReading()
  const { facts: said, erased } = words.consoleEmergency
  return (
    <section aria-label={said.title}>
      <h2>{said.title}</h2>
      <dl className="levels">
        <div>
          <dt>{said.basis}</dt>
          <dd>{mode.basis ?? erased}</dd>
        </div>
        {mode.words !== null && (
          <div>
            <dt>{said.told}</dt>
            <dd>{mode.words}</dd>
          </div>
        )}
        <div>
          <dt>{said.matters}</dt>
          <dd>{words.common.list(mode.matters.map((matter) => matter[language]))}</dd>
        </div>
        <div>
          <dt>{said.limit}</dt>
          <dd>
            {mode.drill || mode.limitPercent === 100 ? said.limitUsual : said.limitShare(mode.limitPercent)}
          </dd>
        </div>
      </dl>
    </section>
  )
}

function Story({ mode }: { mode: Emergency }) {
  const { words } = useReading()
  const said = words.consoleEmergency
  return (
    <section aria-label={said.story}>
      <h2>{said.story}</h2>
      <ol className="modes">
        {mode.timeline.map((line) => (
          <li key={`${line.kind} ${line.at}`}>
            <p>
              <Facts>
                {said.storyLines[line.kind]}
                {line.level !== null && said.levels[line.level]}
                {sayMoment(words, line.at, nowMs())}
                {line.untilAt !== null && said.until(sayMoment(words, line.untilAt, nowMs()))}
              </Facts>
            </p>
            {line.texts.map((text) => (
              <p key={text.kind} className="modes__state">
                {text.body === null ? said.erased : words.story.texts.quoted(text.body)}
              </p>
            ))}
          </li>
        ))}
      </ol>
    </section>
  )
}
