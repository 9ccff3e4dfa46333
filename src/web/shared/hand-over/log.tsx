import { type ReactNode, useState } from 'react'
import type { HandOver, HandOverPage, HandOverLog as Log } from '../../../cases/hand-over/contract.ts'
import { useRead, useReadPages, withQuery } from '../../api/use-read.ts'
import { nowMs } from '../../clock.ts'
import { Card } from '../../kit/card.tsx'
import { SelectField } from '../../kit/field.tsx'
import { Shown } from '../../kit/shown.tsx'
import { Empty } from '../../kit/states.tsx'
import { localDay } from '../../words/time.ts'
import { RowPages } from '../row-pages.tsx'
import { GivenFacts } from './given.tsx'
import { OpenList, type WayTo } from './open-list.tsx'
import { useHandOverWords } from './use-hand-over-words.ts'

const MONTHS_BACK = 12

/** This month and those before it, YYYY-MM. */
function monthsBack(): readonly string[] {
  const [year = 0, month = 1] = localDay(nowMs()).split('-').map(Number)
  return Array.from({ length: MONTHS_BACK }, (_, back) => {
    const at = year * 12 + month - 1 - back
    return [Math.floor(at / 12), String((at % 12) + 1).padStart(2, '0')].join('-')
  })
}

/** 值班日志: given and taken, the newest first, by month. */
export function HandOverLog({ wayTo, sheet }: { wayTo: WayTo; sheet?(month: string): ReactNode }) {
  const said = useHandOverWords()
  const months = monthsBack()
  const [month, setMonth] = useState(months[0]!)
  const reading = useReadPages<Log>(withQuery('/api/hand-overs', { month }))
  return (
    <Card title={said.log}>
      <div className="hand-over__month no-print">
        <SelectField label={said.month} value={month} onChoose={setMonth}>
          {months.map((one) => {
            const [year, number] = one.split('-').map(Number)
            return (
              <option key={one} value={one}>
                {said.monthOf(year!, number!)}
              </option>
            )
          })}
        </SelectField>
        {sheet?.(month)}
      </div>
      <RowPages reading={reading} count={said.shown} none={<Empty what={said.none} next={said.noneNext} />}>
        {(rows) => (
          <ul className="rows">
            {rows.map((one) => (
              <Row key={one.id} one={one} wayTo={wayTo} />
            ))}
          </ul>
        )}
      </RowPages>
    </Card>
  )
}

function Row({ one, wayTo }: { one: HandOver; wayTo: WayTo }) {
  const said = useHandOverWords()
  const [open, setOpen] = useState(false)
  return (
    <li className="row">
      <GivenFacts one={one} />
      <button
        type="button"
        className="link-button no-print"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {open ? said.hide : said.details}
      </button>
      {open && <Then id={one.id} wayTo={wayTo} />}
    </li>
  )
}

function Then({ id, wayTo }: { id: string; wayTo: WayTo }) {
  const reading = useRead<HandOverPage>(`/api/hand-overs/${id}`)
  return (
    <Shown reading={reading}>
      {({ counts, items }) => <OpenList counts={counts} items={items} wayTo={wayTo} />}
    </Shown>
  )
}
