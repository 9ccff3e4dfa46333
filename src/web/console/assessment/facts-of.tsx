import type { FactPage, Measure } from '../../../evaluation/contract.ts'
import { noMatter } from '../../../evaluation/no-matter.contract.ts'
import { useReadPages, withQuery } from '../../api/use-read.ts'
import { Button } from '../../kit/button.tsx'
import { SelectField } from '../../kit/field.tsx'
import { Empty } from '../../kit/states.tsx'
import { RowPages } from '../../shared/row-pages.tsx'
import { useWords } from '../words.ts'
import { FactItem } from './fact-item.tsx'
import { nameOfPost } from './parts.ts'

/** To which facts of a unit's month the list is narrowed, as the address says it. */
export interface AskedFacts {
  readonly measure?: string
  readonly matter?: string
  readonly category?: string
  readonly post?: string
}

interface FactsOfProps {
  readonly unitId: string
  readonly month: string
  readonly mayClaim: boolean
  readonly asked: AskedFacts
  onAsk(asked: AskedFacts): void
}

/** The facts behind a unit's month, of every measure or of one, and of one matter, category or post. */
export function FactsOf({ unitId, month, mayClaim, asked, onAsk }: FactsOfProps) {
  const { consoleAssessment: said } = useWords()
  const { measure = '', matter, category, post } = asked
  const query = { month, measure, matter, category, post }
  const reading = useReadPages<FactPage>(withQuery(`/api/assessment/units/${unitId}/facts`, query))
  return (
    <section id="facts">
      <h2>{said.unit.facts}</h2>
      <div className="assessment__month no-print">
        <SelectField
          label={said.unit.which}
          value={measure}
          onChoose={(next) => onAsk({ ...withoutMeasure(asked), ...(next === '' ? {} : { measure: next }) })}
        >
          <option value="">{said.unit.every}</option>
          {(Object.keys(said.measures) as Measure[]).map((one) => (
            <option key={one} value={one}>
              {said.measures[one]}
            </option>
          ))}
        </SelectField>
      </div>
      <Narrowed asked={asked} onAll={() => onAsk(measure === '' ? {} : { measure })} />
      <RowPages
        reading={reading}
        count={said.unit.shown}
        none={<Empty what={said.unit.noFacts} next={said.noneNext} />}
      >
        {(rows) => (
          <ul className="assessed">
            {rows.map((fact) => (
              <FactItem
                key={[fact.subject, fact.measure, fact.round, fact.points].join()}
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

const withoutMeasure = ({ measure: _, ...rest }: AskedFacts): AskedFacts => rest

/** Of what part the list is, and the way back to all. */
function Narrowed({ asked: { matter, category, post }, onAll }: { asked: AskedFacts; onAll(): void }) {
  const words = useWords()
  const { apart: said } = words.consoleAssessment
  const key = matter ?? category
  const name = post === undefined ? key : nameOfPost(words, post)
  if (name === undefined) return null
  const by = post !== undefined ? 'post' : matter !== undefined ? 'matter' : 'category'
  return (
    <p>
      {words.common.labelled(said.by[by], name === noMatter ? said.noMatter : name)}{' '}
      <Button look="quiet" onClick={onAll}>
        {said.all}
      </Button>
    </p>
  )
}
