import '../books.css'
import '../bodies/bodies.css'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { BodyPage, BodyRow, Phase } from '../../../organisations/body.contract.ts'
import type { UnitKind } from '../../../organisations/contract.ts'
import { useReadPages, withQuery } from '../../api/use-read.ts'
import { Button } from '../../kit/button.tsx'
import { Field, SearchField } from '../../kit/field.tsx'
import { useTitle } from '../../kit/shell.tsx'
import { Empty } from '../../kit/states.tsx'
import { useNameOf } from '../../shared/names.ts'
import { RowPages } from '../../shared/row-pages.tsx'
import { useSettled } from '../../shared/use-settled.ts'
import { sayDate } from '../../words/time.ts'
import { FilePanel } from '../bodies/file-panel.tsx'
import { FoundForm } from '../bodies/found-form.tsx'
import { WordSelect } from '../bodies/word-select.tsx'
import { AreaSelect } from '../people/area-select.tsx'
import { mayDo, useSignedIn } from '../session/me.ts'
import { useReading, useWords } from '../words.ts'

interface Filter {
  readonly kind: UnitKind | null
  readonly phase: Phase | null
  readonly areaId: string | null
}
const noFilter: Filter = { kind: null, phase: null, areaId: null }

/** Every body that acts: found by name, kind, area and state; founded, imported and written out. */
export default function BodiesPage() {
  const { words, language } = useReading()
  const { consoleBodies: said } = words
  const me = useSignedIn()
  const [typed, setTyped] = useState('')
  const [filter, setFilter] = useState(noFilter)
  const [founding, setFounding] = useState(false)
  const text = useSettled(typed.trim())
  useTitle(said.title)
  return (
    <div className="book bodies">
      <h1>{said.title}</h1>
      <p className="book__lead">{said.lead}</p>
      <p className="bodies__ways no-print">
        <Link to="/bodies/attention" className="text-button">
          {said.toAttention}
        </Link>{' '}
        <Link to="/coverage" className="text-button">
          {said.toCoverage}
        </Link>{' '}
        {mayDo(me, 'export.run') && (
          <a className="text-button" href={`/api/bodies/sheet?language=${language}`} download>
            {said.sheet}
          </a>
        )}
      </p>
      {mayDo(me, 'body.manage') &&
        (founding ? (
          <FoundForm onClose={() => setFounding(false)} />
        ) : (
          <p className="no-print">
            <Button onClick={() => setFounding(true)}>{said.found.open}</Button>
          </p>
        ))}
      {mayDo(me, 'body.manage') && <FilePanel />}
      <div className="find-line no-print">
        <SearchField label={said.find} hint={said.findHint} value={typed} onType={setTyped} />
      </div>
      <Filters filter={filter} onFilter={setFilter} />
      <Bodies text={text} filter={filter} />
    </div>
  )
}

function Filters({ filter, onFilter }: { filter: Filter; onFilter(filter: Filter): void }) {
  const { consoleBodies: said } = useWords()
  const change = (part: Partial<Filter>) => onFilter({ ...filter, ...part })
  return (
    <div className="bodies__filters no-print">
      <WordSelect
        label={said.kind}
        any={said.anyKind}
        words={said.kinds}
        value={filter.kind}
        onChange={(kind) => change({ kind })}
      />
      <Field label={said.area}>
        {({ id }) => <AreaSelect id={id} value={filter.areaId} onChange={(areaId) => change({ areaId })} />}
      </Field>
      <WordSelect
        label={said.phase}
        any={said.anyPhase}
        words={said.phases}
        value={filter.phase}
        onChange={(phase) => change({ phase })}
      />
    </div>
  )
}

function Bodies({ text, filter: { kind, phase, areaId } }: { text: string; filter: Filter }) {
  const { consoleBodies: said } = useWords()
  const me = useSignedIn()
  const isFiltered = [text, kind, phase, areaId].some(Boolean)
  const reading = useReadPages<BodyPage>(
    withQuery('/api/bodies', {
      text,
      kind,
      phase,
      areaId,
    }),
  )
  return (
    <RowPages<BodyRow>
      reading={reading}
      more={said.more}
      none={
        isFiltered ? (
          <Empty what={said.none} next={said.noneNext} />
        ) : (
          <Empty what={said.noneAtAll} {...(mayDo(me, 'body.manage') ? { next: said.noneAtAllNext } : {})} />
        )
      }
    >
      {(rows) => (
        <>
          <p role="status">{said.total(reading.data?.pages[0]?.of ?? rows.length)}</p>
          <ul className="bodies__rows">
            {rows.map((body) => (
              <Row key={body.id} body={body} />
            ))}
          </ul>
        </>
      )}
    </RowPages>
  )
}

function Row({ body }: { body: BodyRow }) {
  const words = useWords()
  const { consoleBodies: said } = words
  const nameOf = useNameOf()
  const facts = words.common.facts(
    said.kinds[body.kind],
    nameOf(body.area),
    body.since !== null && said.since(body.phase, sayDate(words, body.since)),
  )
  return (
    <li>
      <Link to="/bodies/$id" params={{ id: body.id }}>
        {nameOf(body)}
      </Link>
      <small>{facts}</small>
    </li>
  )
}
