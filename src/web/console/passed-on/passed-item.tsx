import { Link } from '@tanstack/react-router'
import type { PassedRow } from '../../../cases/passed-on/contract.ts'
import { nowMs } from '../../clock.ts'
import { Light } from '../../kit/light.tsx'
import { placeIn, useNameOf } from '../../shared/names.ts'
import { sayDue, sayMoment } from '../../words/time.ts'
import { FactList } from '../fact-list.tsx'
import { EraseWords } from '../whistles/erase-words.tsx'
import { useReading } from '../words.ts'
import { AddForm, AnswerForms, ReceiveForm } from './passed-forms.tsx'
import { usePassedWords } from './use-passed-words.ts'

/** One thing passed on: from whom to whom, how far it is, what was said, and what the reader may do. */
export function PassedItem({ row }: { row: PassedRow }) {
  const { words, language } = useReading()
  const said = usePassedWords()
  const nameOf = useNameOf()
  const moment = (at: string | null) => at && sayMoment(words, at, nowMs())
  const { fromUnit, toUnit, stage, can } = row
  return (
    <li className="panel">
      <h2>{said.fromTo(fromUnit === null ? said.street : nameOf(fromUnit), nameOf(toUnit))}</h2>
      <p>
        <Light light={lightOf(row)}>
          {words.common.facts(
            said.stages[stage],
            row.late && (row.receivedAt ? said.lateReceived : said.late),
          )}
        </Light>
      </p>
      <FactList
        className="station__facts"
        pairs={[
          [said.facts.from, <From key="from" row={row} />],
          ...row.texts.map(({ kind, body }) => [said.texts[kind], body ?? said.erased] as const),
          [said.facts.place, placeIn(language, row.area)],
          [said.facts.passedAt, moment(row.passedAt)],
          [said.facts.due, stage === 'passed' ? sayDue(words, row.receiveDueAt, nowMs()) : null],
          [said.facts.receivedAt, moment(row.receivedAt)],
          [said.facts.answeredAt, moment(row.answeredAt)],
        ]}
      />
      {can.includes('receive') && <ReceiveForm id={row.id} />}
      {can.includes('answer') && <AnswerForms id={row.id} />}
      {can.includes('add') && <AddForm id={row.id} />}
      {can.includes('erase') && (
        <EraseWords path={`/api/passed-on/${row.id}/erase-texts`} texts={row.texts} />
      )}
    </li>
  )
}

function lightOf({ stage, late }: PassedRow) {
  if (stage === 'passed') return late ? 'red' : 'green'
  if (stage === 'needs_more') return 'yellow'
  return stage === 'received' ? 'green' : 'none'
}

/** What it comes from, and the way there for whoever passed it on. */
function From({ row: { from, fromId } }: { row: PassedRow }) {
  const { froms, open } = usePassedWords()
  if (fromId === null || from === 'itself') return froms[from]
  const to = { case: '/cases/$id', whistle: '/whistles/$id', station: '/station/$id' }[from]
  return (
    <Link to={to} params={{ id: fromId }}>
      {open[from]}
    </Link>
  )
}
