import './whistles.css'
import { Link } from '@tanstack/react-router'
import type { WhistleRow } from '../../../cases/whistle/contract.ts'
import { nowMs } from '../../clock.ts'
import { Light } from '../../kit/light.tsx'
import { nameIn, placeIn } from '../../shared/names.ts'
import { sayMoment } from '../../words/time.ts'
import { useReading } from '../words.ts'
import { lightOf, sayCall } from './light-of.ts'

/** Whistles as a list: what, where and about what, and how far each unit called is. */
export function WhistleList({
  rows,
  isPart = false,
}: {
  rows: readonly WhistleRow[]
  /** Whether it stands in a part of a page, under that part's heading. */
  isPart?: boolean
}) {
  const heading = isPart ? 'h4' : 'h2'
  return (
    <ul className="whistles">
      {rows.map((row) => (
        <li key={row.id}>
          <OneRow row={row} heading={heading} />
        </li>
      ))}
    </ul>
  )
}

function OneRow({ row, heading: Heading }: { row: WhistleRow; heading: 'h2' | 'h4' }) {
  const { words, language } = useReading()
  const said = words.consoleWhistles
  return (
    <>
      <Heading>
        <Link to="/whistles/$id" params={{ id: row.id }}>
          {words.common.facts(said.situations[row.situation], placeIn(language, row.place))}
        </Link>
      </Heading>
      <p className="whistles__words">{row.words ?? said.wordsErased}</p>
      <ul className="whistles__units" aria-label={said.unitsOf}>
        {row.calls.map((call) => (
          <li key={call.id}>
            {nameIn(language, call.unit)} <Light light={lightOf(call)}>{sayCall(words, call)}</Light>
          </li>
        ))}
      </ul>
      <small>
        {words.common.facts(
          row.practice && words.console.desk.practice,
          said.stages[row.stage],
          sayMoment(words, row.blownAt, nowMs()),
        )}
      </small>
    </>
  )
}
