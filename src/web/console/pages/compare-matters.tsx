import '../books.css'
import '../matters/matters.css'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { CatalogueDays, CatalogueDiff, Matter } from '../../../matters/contract.ts'
import { useRead, withQuery } from '../../api/use-read.ts'
import { nowMs } from '../../clock.ts'
import { TextField } from '../../kit/field.tsx'
import { useTitle } from '../../kit/shell.tsx'
import { Empty, Loading, Refused } from '../../kit/states.tsx'
import { useNameOf } from '../../shared/names.ts'
import { dayAfter, localDay, sayDate } from '../../words/time.ts'
import { DiffTable } from '../matters/diff-table.tsx'
import { useWords } from '../words.ts'

/** What became of the catalogue between two days. */
export default function CompareMattersPage() {
  const words = useWords()
  const { compare: said, page } = words.consoleCatalogue
  const today = localDay(nowMs())
  const [from, setFrom] = useState(`${today.slice(0, 4)}-01-01`)
  const [to, setTo] = useState(today)
  const { data: past } = useRead<CatalogueDays>('/api/catalogue/days')
  useTitle(said.title)
  return (
    <div className="book">
      <p className="no-print">
        <Link to="/matters">{page.back}</Link>
      </p>
      <h1>{said.title}</h1>
      <p className="book__lead">{said.lead}</p>
      <div className="find-line">
        <TextField
          label={said.from}
          type="date"
          value={from}
          onChange={(event) => setFrom(event.target.value)}
        />
        <TextField label={said.to} type="date" value={to} onChange={(event) => setTo(event.target.value)} />
      </div>
      {past !== undefined && past.days.length > 0 && (
        <section className="no-print">
          <h2>{said.days}</h2>
          <ul className="matter-days">
            {past.days.map(({ day, added, changed, retired }) => (
              <li key={day}>
                {said.dayOf(sayDate(words, day), said.dayCounts(added, changed, retired))}{' '}
                <button
                  type="button"
                  className="text-button"
                  aria-label={said.withOf(sayDate(words, day))}
                  onClick={() => {
                    setFrom(dayAfter(day, -1))
                    setTo(day)
                  }}
                >
                  {said.with}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {from === '' || to === '' ? <Empty what={said.dayMissing} /> : <Difference from={from} to={to} />}
    </div>
  )
}

function Difference({ from, to }: { from: string; to: string }) {
  const { compare: said } = useWords().consoleCatalogue
  const nameOf = useNameOf()
  const { data, error, refetch } = useRead<CatalogueDiff>(withQuery('/api/catalogue/diff', { from, to }), {
    keepLast: true,
  })
  if (data === undefined)
    return error === null ? <Loading /> : <Refused error={error} onRetry={() => void refetch()} />
  const { added, changed, retired } = data
  if (added.length + changed.length + retired.length === 0) return <Empty what={said.nothing} />
  return (
    <>
      {changed.length > 0 && (
        <section>
          <h2>{said.changed(changed.length)}</h2>
          {changed.map(({ before, after, fields }) => (
            <div key={after.code}>
              <h3>
                <MatterLink matter={after} />
              </h3>
              <DiffTable label={nameOf(after)} before={before} after={after} fields={fields} />
            </div>
          ))}
        </section>
      )}
      <List title={said.added(added.length)} matters={added} />
      <List title={said.retired(retired.length)} matters={retired} />
    </>
  )
}

function List({ title, matters }: { title: string; matters: readonly Matter[] }) {
  if (matters.length === 0) return null
  return (
    <section>
      <h2>{title}</h2>
      <ul className="matter-names">
        {matters.map((matter) => (
          <li key={matter.code}>
            <MatterLink matter={matter} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function MatterLink({ matter }: { matter: Matter }) {
  const nameOf = useNameOf()
  return (
    <Link to="/matters/$code" params={{ code: matter.code }}>
      {nameOf(matter)} <small>{matter.code}</small>
    </Link>
  )
}
