import '../books.css'
import '../mediation/mediation.css'
import { useState } from 'react'
import type { DisputeFigures } from '../../../cases/mediation/figures.contract.ts'
import { useRead, withQuery } from '../../api/use-read.ts'
import { SelectField } from '../../kit/field.tsx'
import { useTitle } from '../../kit/shell.tsx'
import { Shown } from '../../kit/shown.tsx'
import { Empty } from '../../kit/states.tsx'
import { nameIn } from '../../shared/names.ts'
import { thisMonth } from '../assessment/month-head.tsx'
import { monthsFrom, sayMonth } from '../assessment/months.ts'
import { NotPermitted } from '../not-permitted.tsx'
import { mayDo, useSignedIn } from '../session/me.ts'
import { useReading, useWords } from '../words.ts'

const MONTHS = 25

/** 矛盾研判: where disputes gather and why, in numbers alone. */
export default function DisputeFiguresPage() {
  const { figures: said } = useWords().consoleMediation
  const words = useWords()
  const months = monthsFrom(thisMonth(), MONTHS, -1)
  const isOpen = mayDo(useSignedIn(), 'mediation.count')
  const [from, setFrom] = useState(months[11]!)
  const [to, setTo] = useState(months[0]!)
  const reading = useRead<DisputeFigures>(isOpen ? withQuery('/api/dispute-figures', { from, to }) : null)
  useTitle(said.title)
  if (!isOpen) return <NotPermitted />
  const options = months.map((month) => (
    <option key={month} value={month}>
      {sayMonth(words, month)}
    </option>
  ))
  return (
    <div className="book">
      <h1>{said.title}</h1>
      <p className="book__lead">{said.lead}</p>
      <div className="find-line no-print">
        <SelectField label={said.from} value={from} onChoose={setFrom}>
          {options}
        </SelectField>
        <SelectField label={said.to} value={to} onChoose={setTo}>
          {options}
        </SelectField>
      </div>
      <Shown reading={reading} long>
        {(figures) =>
          figures.areas.length === 0 ? (
            <Empty what={said.none} next={said.noneNext} />
          ) : (
            <Tables figures={figures} />
          )
        }
      </Shown>
    </div>
  )
}

function Tables({ figures }: { figures: DisputeFigures }) {
  const { words, language } = useReading()
  const { causes, figures: said } = words.consoleMediation
  const count = (value: number | null) => (value === null ? said.few : String(value))
  const share = (value: number | null) => (value === null ? '' : said.percent(value))
  return (
    <>
      <section className="panel wide" aria-label={said.byPlace}>
        <h2>{said.byPlace}</h2>
        <table className="disputes">
          <thead>
            <tr>
              <th scope="col">{said.community}</th>
              {figures.causes.map((cause) => (
                <th key={cause} scope="col">
                  {causes[cause]}
                </th>
              ))}
              <th scope="col">{said.total}</th>
              <th scope="col">{said.agreed}</th>
              <th scope="col">{said.kept}</th>
            </tr>
          </thead>
          <tbody>
            {figures.areas.map(({ area, counts, ended, agreedShare, keptShare }) => (
              <tr key={area.id}>
                <th scope="row">{nameIn(language, area)}</th>
                {figures.causes.map((cause, index) => (
                  <td key={cause}>{count(counts[index] ?? null)}</td>
                ))}
                <td>{ended ?? ''}</td>
                <td>{share(agreedShare)}</td>
                <td>{share(keptShare)}</td>
              </tr>
            ))}
            <tr>
              <th scope="row">{said.total}</th>
              {figures.causes.map((cause, index) => (
                <td key={cause}>{figures.byCause[index] ?? ''}</td>
              ))}
              <td />
              <td>{share(figures.agreedShare)}</td>
              <td>{share(figures.keptShare)}</td>
            </tr>
          </tbody>
        </table>
        <p>
          <small>{said.note}</small>
        </p>
      </section>
      <ByMonth figures={figures} />
    </>
  )
}

function ByMonth({ figures }: { figures: DisputeFigures }) {
  const words = useWords()
  const { figures: said } = words.consoleMediation
  const count = (value: number | null) => (value === null ? said.few : String(value))
  return (
    <section className="panel wide" aria-label={said.byMonth}>
      <h2>{said.byMonth}</h2>
      <table className="disputes">
        <thead>
          <tr>
            <th scope="col">{said.month}</th>
            <th scope="col">{said.opened}</th>
            <th scope="col">{said.ended}</th>
          </tr>
        </thead>
        <tbody>
          {figures.months.map(({ month, opened, ended }) => (
            <tr key={month}>
              <th scope="row">{sayMonth(words, month)}</th>
              <td>{count(opened)}</td>
              <td>{count(ended)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
