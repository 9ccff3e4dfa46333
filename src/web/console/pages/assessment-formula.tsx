import '../books.css'
import '../people/people.css'
import '../assessment/assessment.css'
import { useState } from 'react'
import type { FormulaList } from '../../../evaluation/contract.ts'
import { useRead } from '../../api/use-read.ts'
import { Button } from '../../kit/button.tsx'
import { useTitle } from '../../kit/shell.tsx'
import { Shown } from '../../kit/shown.tsx'
import { FormulaForm } from '../assessment/formula-form.tsx'
import { thisMonth } from '../assessment/month-head.tsx'
import { sayMonth } from '../assessment/months.ts'
import { ToAssessment } from '../assessment/to-assessment.tsx'
import { FactList } from '../fact-list.tsx'
import { NotPermitted } from '../not-permitted.tsx'
import { mayDo, useSignedIn } from '../session/me.ts'
import { useWords } from '../words.ts'

/** The weights by which scores are counted: of this month, of later ones, and of those before. */
export default function AssessmentFormulaPage() {
  const { formula: said } = useWords().consoleAssessment
  const isOpen = mayDo(useSignedIn(), 'assessment.see')
  const reading = useRead<FormulaList>(isOpen ? '/api/assessment/formulas' : null)
  useTitle(said.title)
  if (!isOpen) return <NotPermitted />
  return (
    <div className="book">
      <ToAssessment />
      <h1>{said.title}</h1>
      <p className="book__lead">{said.lead}</p>
      <Shown reading={reading}>{(list) => <Book list={list} />}</Shown>
    </div>
  )
}

function Book({ list: { inForce, announced, mayAnnounce } }: { list: FormulaList }) {
  const { formula: said } = useWords().consoleAssessment
  const [changing, setChanging] = useState(false)
  const others = announced.filter(({ fromMonth }) => fromMonth !== inForce.fromMonth)
  const now = thisMonth()
  const dated = (isLater: boolean) => others.filter(({ fromMonth }) => fromMonth! > now === isLater)
  return (
    <>
      <section className="panel">
        <h2>{said.inForce}</h2>
        <FormulaShown formula={inForce} />
      </section>
      {changing && <FormulaForm rules={inForce} onClose={() => setChanging(false)} />}
      {mayAnnounce && !changing && (
        <p className="people__open no-print">
          <Button look="quiet" onClick={() => setChanging(true)}>
            {said.change}
          </Button>
        </p>
      )}
      <Dated title={said.later} list={dated(true)} />
      <Dated title={said.earlier} list={dated(false)} />
    </>
  )
}

function Dated({ title, list }: { title: string; list: FormulaList['announced'] }) {
  if (list.length === 0) return null
  return (
    <section>
      <h2>{title}</h2>
      {list.map((formula) => (
        <div key={formula.fromMonth} className="panel">
          <FormulaShown formula={formula} />
        </div>
      ))}
    </section>
  )
}

function FormulaShown({ formula }: { formula: FormulaList['inForce'] }) {
  const words = useWords()
  const { formula: said, measures } = words.consoleAssessment
  const { fromMonth, weights, objectionDays, leastWorkers, consultations } = formula
  return (
    <>
      <p>{fromMonth === null ? said.shipped : said.from(sayMonth(words, fromMonth))}</p>
      <table className="formula">
        <thead>
          <tr>
            <th scope="col">{said.measure}</th>
            <th scope="col">{said.weight}</th>
            <th scope="col">{said.least}</th>
          </tr>
        </thead>
        <tbody>
          {weights.map(({ measure, weight, least }) => (
            <tr key={measure}>
              <th scope="row">{measures[measure]}</th>
              <td>{weight}</td>
              <td>{least}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <FactList
        className="levels"
        pairs={[
          [said.objectionDays, said.days(objectionDays)],
          [said.leastWorkers, said.people(leastWorkers)],
          [
            said.consultations,
            consultations.length === 0 ? said.noConsultations : words.common.list(consultations),
          ],
        ]}
      />
    </>
  )
}
