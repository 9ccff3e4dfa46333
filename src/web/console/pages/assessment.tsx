import '../books.css'
import '../assessment/assessment.css'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Assessment, Direction } from '../../../evaluation/contract.ts'
import { useRead, withQuery } from '../../api/use-read.ts'
import { useTitle } from '../../kit/shell.tsx'
import { Shown } from '../../kit/shown.tsx'
import { Empty } from '../../kit/states.tsx'
import { MonthSelect, MonthState, thisMonth } from '../assessment/month-head.tsx'
import { UnitLines } from '../assessment/unit-score.tsx'
import { NotPermitted } from '../not-permitted.tsx'
import { PressOne } from '../press-one.tsx'
import { mayDo, useSignedIn } from '../session/me.ts'
import { useReading, useWords } from '../words.ts'

/** 双向考核: the month's units with their measures, from above and from below, in the order of no score. */
export default function AssessmentPage() {
  const { consoleAssessment: said } = useWords()
  const { language } = useReading()
  const isOpen = mayDo(useSignedIn(), 'assessment.see')
  const [month, setMonth] = useState(thisMonth)
  const [direction, setDirection] = useState<Direction>('down')
  const query = { month, direction }
  const reading = useRead<Assessment>(isOpen ? withQuery('/api/assessment', query) : null)
  useTitle(said.title)
  if (!isOpen) return <NotPermitted />
  return (
    <div className="book">
      <h1>{said.title}</h1>
      <p className="book__lead">{said.lead}</p>
      <p className="assessment__links no-print">
        <Link to="/assessment/claims">{said.links.claims}</Link>
        <Link to="/assessment/marks">{said.links.marks}</Link>
        <Link to="/assessment/formula">{said.links.formula}</Link>
        <Link to="/assessment/own">{said.links.own}</Link>
        <a href={withQuery('/api/assessment/sheet', { ...query, language })} download>
          {said.sheet}
        </a>
      </p>
      <MonthSelect month={month} onChoose={setMonth} />
      <PressOne<Direction>
        label={said.look}
        options={(['down', 'up'] as const).map((key) => ({ key, label: said.directions[key] }))}
        value={direction}
        onChoose={setDirection}
      />
      <Shown reading={reading} long>
        {({ head, units }) => (
          <>
            <MonthState head={head} />
            {units.length === 0 && <Empty what={said.none} next={said.noneNext} />}
            <UnitLines units={units} month={month} />
          </>
        )}
      </Shown>
    </div>
  )
}
