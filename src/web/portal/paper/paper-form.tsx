import './paper-form.css'
import { type ReactNode, useId } from 'react'
import { emergencyLines, firstLines } from '../../../matters/doors.contract.ts'
import { usePreferences } from '../../preferences.tsx'
import { type ChosenPlace, useSayPlace } from '../../shared/my-place.ts'
import { useNameOf } from '../../shared/names.ts'
import { ReceiptSlip } from '../../shared/report/receipt-slip.tsx'
import { paperWords } from '../../words/paper.ts'

/** One sheet of A4: questions in large type, boxes to tick, and a slip to tear off. */
export function PaperForm({ place }: { place: ChosenPlace | null }) {
  const { language, words } = usePreferences()
  const { sheet } = paperWords[language]
  const nameOf = useNameOf()
  const sayPlace = useSayPlace()
  return (
    <article className="paper" aria-label={sheet.title}>
      <h2 className="paper__title">
        {sheet.title}
        {place && <small>{sayPlace(place.steps)}</small>}
      </h2>
      <p className="paper__emergency">
        {sheet.emergency}{' '}
        {firstLines.map((line) => (
          <b key={line}>
            {line} {nameOf(emergencyLines[line])}
          </b>
        ))}
      </p>
      <p>{sheet.give}</p>
      <Question title={sheet.what} hint={sheet.whatHint}>
        <div className="paper__ruled" />
      </Question>
      <Question title={sheet.where}>
        <div className="paper__lines">
          <Blank name={sheet.estate} />
          <Blank name={sheet.building} />
        </div>
      </Question>
      <Question title={sheet.since}>
        <Boxes options={sheet.sinceOptions} />
      </Question>
      <Question title={sheet.who}>
        <Boxes options={sheet.whoOptions} />
      </Question>
      <Question title={sheet.contact}>
        <Boxes options={sheet.contactOptions} />
        <div className="paper__lines">
          <Blank name={sheet.name} />
          <Blank name={sheet.phone} />
        </div>
      </Question>
      <div className="paper__privacy">
        <b>{sheet.privacy}</b>
        <ul>
          {words.report.privacy.points.map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ul>
      </div>
      <p className="paper__cut">{sheet.cut}</p>
      <ReceiptSlip receipt={null} />
    </article>
  )
}

function Question({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  const id = useId()
  return (
    <section className="paper__question" aria-labelledby={id}>
      <h3 id={id}>
        {title} {hint && <small>{hint}</small>}
      </h3>
      {children}
    </section>
  )
}

function Boxes({ options }: { options: readonly string[] }) {
  return (
    <ul className="paper__boxes">
      {options.map((option) => (
        <li key={option}>{option}</li>
      ))}
    </ul>
  )
}

const Blank = ({ name }: { name: string }) => (
  <p className="paper__blank">
    {name} <span />
  </p>
)
