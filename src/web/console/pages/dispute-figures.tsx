import '../books.css'
import '../mediation/mediation.css'
import { useState } from 'react'
import type { DisputeFigures } from '../../../cases/mediation/figures.contract.ts'
import { useRead, withQuery } from '../../api/use-read.ts'
import { SelectField } from '../../kit/field.tsx'
import { useTitle } from '../../kit/shell.tsx'
import { Shown } from '../../kit/shown.tsx'
import { Empty } from '../../kit/states.tsx'
import { usePreferences } from '../../preferences.tsx'
import { nameIn } from '../../shared/names.ts'
import { NotPermitted } from '../not-permitted.tsx'
import { mayDo, useSignedIn } from '../session/me.ts'
import { useReading, useWords } from '../words.ts'

/** 矛盾研判: where disputes gather and why, in numbers alone, of quarters that are over. */
export default function DisputeFiguresPage() {
  const { language } = usePreferences()
  const { figures: said } = useWords().consoleMediation
  const isOpen = mayDo(useSignedIn(), 'mediation.count')
  const [quarter, setQuarter] = useState<string | undefined>()
  const query = quarter === undefined ? {} : { quarter }
  const reading = useRead<DisputeFigures>(isOpen ? withQuery('/api/dispute-figures', query) : null)
  useTitle(said.title)
  if (!isOpen) return <NotPermitted />
  return (
    <div className="book">
      <h1>{said.title}</h1>
      <p className="book__lead">{said.lead}</p>
      <Shown reading={reading} long>
        {(figures) => (
          <>
            <div className="find-line no-print">
              <SelectField label={said.quarter} value={figures.quarter} onChoose={setQuarter}>
                {figures.quarters.map((one) => (
                  <option key={one.quarter} value={one.quarter}>
                    {said.quarterOf(one.quarter)}
                  </option>
                ))}
              </SelectField>
              <a
                className="text-button"
                href={withQuery('/api/dispute-figures/sheet', { quarter: figures.quarter, language })}
                download
              >
                {said.sheet}
              </a>
            </div>
            {figures.areas.length === 0 ? (
              <Empty what={said.none} next={said.noneNext} />
            ) : (
              <ByPlace figures={figures} />
            )}
            <ByQuarter figures={figures} />
          </>
        )}
      </Shown>
    </div>
  )
}

function ByPlace({ figures }: { figures: DisputeFigures }) {
  const { words, language } = useReading()
  const { causes, figures: said } = words.consoleMediation
  const count = (value: number | null) => (value === null ? said.few : String(value))
  const share = (value: number | null) => (value === null ? '' : said.percent(value))
  return (
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
            <td>{figures.ended ?? ''}</td>
            <td>{share(figures.agreedShare)}</td>
            <td>{share(figures.keptShare)}</td>
          </tr>
        </tbody>
      </table>
      <p>
        <small>{said.note}</small>
      </p>
    </section>
  )
}

function ByQuarter({ figures }: { figures: DisputeFigures }) {
  const { figures: said } = useWords().consoleMediation
  const count = (value: number | null) => (value === null ? said.few : String(value))
  return (
    <section className="panel wide" aria-label={said.byQuarter}>
      <h2>{said.byQuarter}</h2>
      <table className="disputes">
        <thead>
          <tr>
            <th scope="col">{said.quarterShort}</th>
            <th scope="col">{said.opened}</th>
            <th scope="col">{said.ended}</th>
          </tr>
        </thead>
        <tbody>
          {figures.quarters.map(({ quarter, opened, ended }) => (
            <tr key={quarter}>
              <th scope="row">{said.quarterOf(quarter)}</th>
              <td>{count(opened)}</td>
              <td>{count(ended)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
