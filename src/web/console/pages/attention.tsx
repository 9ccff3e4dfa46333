import '../books.css'
import '../bodies/bodies.css'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type {
  Attention,
  CrossOffices,
  AttentionPage as Listed,
} from '../../../people/offices/office.contract.ts'
import { useRead, useReadPages, withQuery } from '../../api/use-read.ts'
import { Field } from '../../kit/field.tsx'
import { useTitle } from '../../kit/shell.tsx'
import { Shown } from '../../kit/shown.tsx'
import { Empty } from '../../kit/states.tsx'
import { placeIn, useNameOf } from '../../shared/names.ts'
import { RowPages } from '../../shared/row-pages.tsx'
import { sayDate } from '../../words/time.ts'
import { AreaSelect } from '../people/area-select.tsx'
import { PressOne } from '../press-one.tsx'
import { useReading, useWords } from '../words.ts'

type Row = Listed['rows'][number]

/** Offices that somebody should look at, and who holds several. */
export default function AttentionPage() {
  const { consoleBodies } = useWords()
  const { attention: said } = consoleBodies
  const [areaId, setAreaId] = useState<string | null>(null)
  const [what, setWhat] = useState<Attention | null>(null)
  const reading = useReadPages<Listed>(withQuery('/api/attention', { areaId, what }))
  const counts = reading.data?.pages[0]?.counts
  useTitle(said.title)
  const kinds = (Object.keys(said.what) as Attention[]).map((key) => ({
    key,
    label: counts === undefined ? said.what[key] : said.count(said.what[key], counts[key]),
  }))
  return (
    <div className="book bodies">
      <p className="no-print">
        <Link to="/bodies" className="text-button">
          {consoleBodies.title}
        </Link>
      </p>
      <h1>{said.title}</h1>
      <p className="book__lead">{said.lead}</p>
      <div className="bodies__filters no-print">
        <Field label={consoleBodies.area}>
          {({ id }) => <AreaSelect id={id} value={areaId} onChange={setAreaId} />}
        </Field>
      </div>
      <PressOne<Attention | null>
        label={said.title}
        options={[{ key: null, label: said.all }, ...kinds]}
        value={what}
        onChoose={setWhat}
      />
      <RowPages<Row>
        reading={reading}
        more={consoleBodies.more}
        none={
          <Empty what={said.none} next={what === null && areaId === null ? said.noneAtAll : said.noneNext} />
        }
      >
        {(rows) => (
          <ul className="bodies__rows">
            {rows.map((row) => (
              <Line key={`${row.what} ${row.office?.id} ${row.holders[0]?.id ?? ''}`} row={row} />
            ))}
          </ul>
        )}
      </RowPages>
      <Cross areaId={areaId} />
    </div>
  )
}

function Line({ row }: { row: Row }) {
  const { words, language } = useReading()
  const { attention: said, offices } = words.consoleBodies
  const nameOf = useNameOf()
  const place = row.office === null ? nameOf(row.body) : offices.place(nameOf(row.body), nameOf(row.office))
  const facts = words.common.facts(
    said.what[row.what],
    row.way.length > 0 && placeIn(language, { names: row.way }),
    words.common.list(row.holders.map(({ name }) => name)),
    row.day !== null && said.ends(sayDate(words, row.day)),
    row.seats !== null && said.seats(row.seats),
  )
  return (
    <li>
      <Link to="/bodies/$id" params={{ id: row.body.id }}>
        {place}
      </Link>
      <small>{facts}</small>
    </li>
  )
}

function Cross({ areaId }: { areaId: string | null }) {
  const words = useWords()
  const { attention: said, offices } = words.consoleBodies
  const nameOf = useNameOf()
  const reading = useRead<CrossOffices>(withQuery('/api/cross-offices', { areaId }))
  return (
    <section className="panel">
      <h2>{said.cross}</h2>
      <Shown reading={reading}>
        {(cross) => (
          <>
            <dl>
              <div>
                <dt>{said.partTime}</dt>
                <dd>{said.shareOf(cross.committeesWithPartTime, cross.committees)}</dd>
              </div>
              <div>
                <dt>{said.partTimeMembers}</dt>
                <dd>{said.shareOf(cross.partTimeMembers, cross.members)}</dd>
              </div>
              <div>
                <dt>{said.firms}</dt>
                <dd>{said.shareOf(cross.firmsCrossed, cross.firms)}</dd>
              </div>
            </dl>
            <details>
              <summary className="summary">{said.people(cross.people.length + cross.more)}</summary>
              <ul className="bodies__rows">
                {cross.people.map(({ holder, offices: held }) => (
                  <li key={holder.id}>
                    {holder.name}
                    <small>
                      {words.common.list(
                        held.map(({ body, office }) => offices.place(nameOf(body), nameOf(office))),
                      )}
                    </small>
                  </li>
                ))}
              </ul>
              {cross.more > 0 && <p>{said.more(cross.more)}</p>}
            </details>
          </>
        )}
      </Shown>
    </section>
  )
}
