import '../books.css'
import '../assessment/assessment.css'
import type { FormulaList } from '../../../evaluation/contract.ts'
import { useRead } from '../../api/use-read.ts'
import { useTitle } from '../../kit/shell.tsx'
import { Shown } from '../../kit/shown.tsx'
import { FormulaForm } from '../assessment/formula-form.tsx'
import { thisMonth } from '../assessment/month-head.tsx'
import { sayMonth } from '../assessment/months.ts'
import { ToAssessment } from '../assessment/to-assessment.tsx'
import { DatedRules } from '../dated-rules.tsx'
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
      <Shown reading={reading}>
        {({ inForce, announced, mayAnnounce }) => (
          <DatedRules
            said={said}
            inForce={inForce}
            announced={announced}
            fromOf={({ fromMonth }) => fromMonth}
            now={thisMonth()}
            mayAnnounce={mayAnnounce}
            show={(formula) => <FormulaShown formula={formula} />}
            form={(onClose) => <FormulaForm rules={inForce} onClose={onClose} />}
          />
        )}
      </Shown>
    </div>
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
