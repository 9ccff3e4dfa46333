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
export function WhistleList({ rows }: { rows: readonly WhistleRow[] }) {
  return (
    <ul className="whistles">
      {rows.map((row) => (
        <li key={row.id}>
          <OneRow row={row} />
        </li>
      ))}
    </ul>
  )
}

function OneRow({ row }: { row: WhistleRow }) {
  const { words, language } = useReading()
  const said = words.consoleWhistles
  return (
    <>
      <h2>
        <Link to="/whistles/$id" params={{ id: row.id }}>
          {words.common.facts(said.situations[row.situation], placeIn(language, row.place))}
        </Link>
      </h2>
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
