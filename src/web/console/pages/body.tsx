import '../books.css'
import '../bodies/bodies.css'
import { Link, useParams } from '@tanstack/react-router'
import type { BodyView } from '../../../people/offices/office.contract.ts'
import { useRead } from '../../api/use-read.ts'
import { useTitle } from '../../kit/shell.tsx'
import { Shown } from '../../kit/shown.tsx'
import { placeIn, useNameOf } from '../../shared/names.ts'
import { sayDate } from '../../words/time.ts'
import { LifePanel } from '../bodies/life-panel.tsx'
import { OfficesPanel } from '../bodies/offices-panel.tsx'
import { PartiesPanel } from '../bodies/parties-panel.tsx'
import { FactList } from '../fact-list.tsx'
import { useReading, useWords } from '../words.ts'

/** One body: what it is, its offices and who holds them, its life, and what stands below it. */
export default function BodyPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const { consoleBodies: said } = useWords()
  const reading = useRead<BodyView>(`/api/bodies/${id}`)
  return (
    <div className="book bodies">
      <p className="no-print">
        <Link to="/bodies" className="text-button">
          {said.title}
        </Link>
      </p>
      <Shown reading={reading} heading={said.title}>
        {(view) => <Body view={view} />}
      </Shown>
    </div>
  )
}

function Body({ view }: { view: BodyView }) {
  const { words, language } = useReading()
  const { consoleBodies: said } = words
  const nameOf = useNameOf()
  const { body } = view
  useTitle(nameOf(body))
  const place = view.way.length > 0 ? placeIn(language, { names: view.way }) : nameOf(body.area)
  return (
    <>
      <h1>{nameOf(body)}</h1>
      <p className="book__lead">
        {words.common.facts(
          said.kinds[body.kind],
          said.founded(sayDate(words, body.foundedOn)),
          body.since !== null && said.since(body.phase, sayDate(words, body.since)),
        )}
      </p>
      <FactList
        className="panel bodies__facts"
        pairs={[
          [said.place, place],
          [
            said.above,
            body.parent && (
              <Link to="/bodies/$id" params={{ id: body.parent.id }}>
                {nameOf(body.parent)}
              </Link>
            ),
          ],
          [said.phone, body.phone],
          [said.code, body.code],
        ]}
      />
      <div className="beside">
        <OfficesPanel view={view} />
        <div>
          {body.area.kind === 'estate' && <PartiesPanel estateId={body.areaId} />}
          <LifePanel view={view} />
          {view.below.length > 0 && (
            <section className="panel">
              <h2>{said.below}</h2>
              <ul className="bodies__rows">
                {view.below.map((one) => (
                  <li key={one.id}>
                    <Link to="/bodies/$id" params={{ id: one.id }}>
                      {nameOf(one)}
                    </Link>
                    <small>{words.common.facts(said.kinds[one.kind], nameOf(one.area))}</small>
                  </li>
                ))}
              </ul>
            </section>
          )}
        </div>
      </div>
    </>
  )
}
