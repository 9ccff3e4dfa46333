import '../books.css'
import '../people/people.css'
import '../assessment/assessment.css'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import type { Direction, UnitAssessment } from '../../../evaluation/contract.ts'
import { useRead, withQuery } from '../../api/use-read.ts'
import { useTitle } from '../../kit/shell.tsx'
import { Shown } from '../../kit/shown.tsx'
import { useNameOf } from '../../shared/names.ts'
import { ClaimForm } from '../assessment/claim-form.tsx'
import { type AskedFacts, FactsOf } from '../assessment/facts-of.tsx'
import { MeasureList } from '../assessment/measure-list.tsx'
import { MonthSelect, MonthState, thisMonth } from '../assessment/month-head.tsx'
import { ToAssessment } from '../assessment/to-assessment.tsx'
import { Score } from '../assessment/unit-score.tsx'
import { Ways } from '../ways.tsx'
import { useWords } from '../words.ts'

/** One unit's month both ways, and every case and whistle that it is made of. */
export default function AssessedUnitPage() {
  const { id = '' } = useParams({ strict: false })
  const asked = useSearch({ strict: false }) as AskedFacts & { month?: string }
  const navigate = useNavigate()
  const month = asked.month ?? thisMonth()
  const go = (search: AskedFacts & { month?: string }) =>
    void navigate({ to: '/assessment/units/$id', params: { id }, search: { ...search }, replace: true })
  const { consoleAssessment: said } = useWords()
  const reading = useRead<UnitAssessment>(withQuery(`/api/assessment/units/${id}`, { month }))
  useTitle(said.title)
  return (
    <div className="book">
      <ToAssessment />
      <Shown reading={reading} heading={said.title}>
        {(unit) => (
          <>
            <UnitHead unit={unit} month={month} onMonth={(next) => go({ month: next })} />
            <FactsOf
              unitId={id}
              month={month}
              mayClaim={unit.mayClaim}
              asked={asked}
              onAsk={(next) => go({ month, ...next })}
            />
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
      <p className="no-print">
        <Link to="/assessment/units/$id/parts" params={{ id: unit.unit.id }} search={{ month }}>
          {said.apart.link}
        </Link>
      </p>
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
