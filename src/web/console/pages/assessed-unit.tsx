import '../books.css'
import '../people/people.css'
import '../assessment/assessment.css'
import { useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { Direction, FactPage, Measure, UnitAssessment } from '../../../evaluation/contract.ts'
import { useRead, useReadPages, withQuery } from '../../api/use-read.ts'
import { SelectField } from '../../kit/field.tsx'
import { useTitle } from '../../kit/shell.tsx'
import { Shown } from '../../kit/shown.tsx'
import { Empty } from '../../kit/states.tsx'
import { useNameOf } from '../../shared/names.ts'
import { RowPages } from '../../shared/row-pages.tsx'
import { ClaimForm } from '../assessment/claim-form.tsx'
import { FactItem } from '../assessment/fact-item.tsx'
import { MeasureList } from '../assessment/measure-list.tsx'
import { MonthSelect, MonthState, thisMonth } from '../assessment/month-head.tsx'
import { ToAssessment } from '../assessment/to-assessment.tsx'
import { Score } from '../assessment/unit-score.tsx'
import { Ways } from '../ways.tsx'
import { useWords } from '../words.ts'

/** One unit's month both ways, and every case and whistle that it is made of. */
export default function AssessedUnitPage() {
  const { id = '' } = useParams({ strict: false })
  const asked = useSearch({ strict: false }) as { month?: string }
  const [month, setMonth] = useState(asked.month ?? thisMonth())
  const { consoleAssessment: said } = useWords()
  const reading = useRead<UnitAssessment>(withQuery(`/api/assessment/units/${id}`, { month }))
  useTitle(said.title)
  return (
    <div className="book">
      <ToAssessment />
      <Shown reading={reading} heading={said.title}>
        {(unit) => (
          <>
            <UnitHead unit={unit} month={month} onMonth={setMonth} />
            <FactsOf key={`${id}${month}`} unitId={id} month={month} mayClaim={unit.mayClaim} />
          </>
        )}
      </Shown>
    </div>
  )
}

interface UnitHeadProps {
  readonly unit: UnitAssessment
  readonly month: string
  onMonth(month: string): void
}

function UnitHead({ unit, month, onMonth }: UnitHeadProps) {
  const { consoleAssessment: said, common } = useWords()
  const nameOf = useNameOf()
  return (
    <>
      <h1>{nameOf(unit.unit)}</h1>
      <MonthSelect month={month} onChoose={onMonth} />
      <MonthState head={unit.head} />
      {(['down', 'up'] as const).map((direction) => (
        <OneWay key={direction} unit={unit} direction={direction} />
      ))}
      {unit.matters.length > 0 && (
        <section className="panel">
          <h2>{said.unit.matters}</h2>
          <small>{said.unit.mattersHint}</small>
          {unit.matters.map(({ matter, measures }) => (
            <div key={matter.code}>
              <h3>{nameOf(matter)}</h3>
              <MeasureList measures={measures} />
            </div>
          ))}
        </section>
      )}
      {unit.consultations + unit.takenOut > 0 && (
        <p>
          {common.facts(
            unit.consultations > 0 && said.unit.consultations(unit.consultations),
            unit.takenOut > 0 && said.unit.outs(unit.takenOut),
          )}
        </p>
      )}
      {unit.mayClaim && (
        <Ways
          ways={[
            {
              key: 'object',
              label: said.claim.object,
              part: (close) => (
                <ClaimForm
                  kind="objection"
                  unitId={unit.unit.id}
                  month={month}
                  subjects={[]}
                  onClose={close}
                />
              ),
            },
          ]}
        />
      )}
    </>
  )
}

/** One direction, where there is anything of it. */
function OneWay({ unit, direction }: { unit: UnitAssessment; direction: Direction }) {
  const { consoleAssessment: said } = useWords()
  const score = unit[direction]
  const measures = score.measures.filter(({ any }) => any)
  if (measures.length === 0) return null
  return (
    <section className="panel">
      <div className="assessed__top">
        <h2>{said.directions[direction]}</h2>
        <Score scoreTenths={score.scoreTenths} />
      </div>
      <MeasureList measures={measures} />
    </section>
  )
}

function FactsOf({ unitId, month, mayClaim }: { unitId: string; month: string; mayClaim: boolean }) {
  const { consoleAssessment: said } = useWords()
  const [measure, setMeasure] = useState('')
  const path = withQuery(`/api/assessment/units/${unitId}/facts`, { month, measure })
  const reading = useReadPages<FactPage>(path)
  return (
    <section>
      <h2>{said.unit.facts}</h2>
      <div className="assessment__month no-print">
        <SelectField label={said.unit.which} value={measure} onChoose={setMeasure}>
          <option value="">{said.unit.every}</option>
          {(Object.keys(said.measures) as Measure[]).map((one) => (
            <option key={one} value={one}>
              {said.measures[one]}
            </option>
          ))}
        </SelectField>
      </div>
      <RowPages
        reading={reading}
        count={said.unit.shown}
        none={<Empty what={said.unit.noFacts} next={said.noneNext} />}
      >
        {(rows) => (
          <ul className="assessed">
            {rows.map((fact) => (
              <FactItem
                key={[fact.subject, fact.measure, fact.round].join()}
                fact={fact}
                unitId={unitId}
                month={month}
                mayClaim={mayClaim}
              />
            ))}
          </ul>
        )}
      </RowPages>
    </section>
  )
}
