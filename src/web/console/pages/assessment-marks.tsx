import '../books.css'
import '../people/people.css'
import '../assessment/assessment.css'
import { useState } from 'react'
import type { MarkPage } from '../../../evaluation/marks.contract.ts'
import { useReadPages } from '../../api/use-read.ts'
import { nowMs } from '../../clock.ts'
import { Button } from '../../kit/button.tsx'
import { useTitle } from '../../kit/shell.tsx'
import { Empty } from '../../kit/states.tsx'
import { placeIn, useNameOf } from '../../shared/names.ts'
import { RowPages } from '../../shared/row-pages.tsx'
import { sayMoment } from '../../words/time.ts'
import { MarkForm } from '../assessment/mark-form.tsx'
import { ToAssessment } from '../assessment/to-assessment.tsx'
import { NotPermitted } from '../not-permitted.tsx'
import { mayDo, useSignedIn } from '../session/me.ts'
import { useReading, useWords } from '../words.ts'

type Mark = MarkPage['rows'][number]

/** 评价权: what streets and communities say of departments. */
export default function AssessmentMarksPage() {
  const { marks: said } = useWords().consoleAssessment
  const me = useSignedIn()
  const isOpen = mayDo(me, 'assessment.see')
  const reading = useReadPages<MarkPage>(isOpen ? '/api/assessment/marks' : null)
  const first = reading.data?.pages[0]
  const [giving, setGiving] = useState(false)
  const { unit } = useWords().consoleAssessment
  useTitle(said.title)
  if (!isOpen) return <NotPermitted />
  return (
    <div className="book">
      <ToAssessment />
      <h1>{said.title}</h1>
      <p className="book__lead">{said.lead}</p>
      {first && giving && (
        <MarkForm areas={first.areas} units={first.units} onClose={() => setGiving(false)} />
      )}
      {first && first.areas.length > 0 && !giving && (
        <p className="people__open no-print">
          <Button onClick={() => setGiving(true)}>{said.give}</Button>
        </p>
      )}
      <RowPages reading={reading} count={unit.shown} none={<Empty what={said.none} next={said.noneNext} />}>
        {(rows) => (
          <ul className="assessed">
            {rows.map((mark) => (
              <MarkItem key={mark.id} mark={mark} />
            ))}
          </ul>
        )}
      </RowPages>
    </div>
  )
}

function MarkItem({ mark }: { mark: Mark }) {
  const { words, language } = useReading()
  const { consoleAssessment, common } = words
  const { marks: said, measures } = consoleAssessment
  const nameOf = useNameOf()
  const of = (label: string, value: number | null) => value !== null && said.mark(label, value)
  return (
    <li>
      <h2>{nameOf(mark.unit)}</h2>
      <p>
        {common.labelled(
          said.kinds[mark.kind],
          common.facts(
            of(said.support, mark.support),
            of(measures.promptness, mark.promptness),
            of(measures.result, mark.result),
            of(measures.attitude, mark.attitude),
          ),
        )}
      </p>
      {mark.words !== null && <p>{mark.words}</p>}
      <small>
        {common.facts(
          said.by(placeIn(language, { names: mark.by })),
          sayMoment(words, mark.givenAt, nowMs()),
          mark.caseNumber !== null && said.caseOf(mark.caseNumber),
        )}
      </small>
    </li>
  )
}
