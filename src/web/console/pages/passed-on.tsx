import '../books.css'
import '../people/people.css'
import '../station/station.css'
import '../whistles/whistles.css'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { PassedPage, PassedQuery } from '../../../cases/passed-on/contract.ts'
import { useReadPages, withQuery } from '../../api/use-read.ts'
import { Button, buttonClass } from '../../kit/button.tsx'
import { useTitle } from '../../kit/shell.tsx'
import { Empty } from '../../kit/states.tsx'
import { usePreferences } from '../../preferences.tsx'
import { RowPages } from '../../shared/row-pages.tsx'
import { NotPermitted } from '../not-permitted.tsx'
import { PassOnForm, type PassOrigin } from '../passed-on/pass-on-form.tsx'
import { PassedItem } from '../passed-on/passed-item.tsx'
import { usePassedWords } from '../passed-on/use-passed-words.ts'
import { PressOne } from '../press-one.tsx'
import { mayDo, useSignedIn } from '../session/me.ts'

type List = PassedQuery['list']
const lists: readonly List[] = ['mine', 'open', 'late', 'over', 'all']
const origins = ['case', 'whistle', 'station'] as const

/** 执法辅助: what goes to units with legal power, and what they say to it. */
export default function PassedOnPage() {
  const said = usePassedWords()
  const me = useSignedIn()
  useTitle(said.title)
  if (!mayDo(me, 'action.see')) return <NotPermitted />
  return (
    <div className="book">
      <h1>{said.title}</h1>
      <p className="book__lead">{said.lead}</p>
      <p className="no-print">
        <Link to="/powers" className="text-button">
          {said.toPowers}
        </Link>
      </p>
      {mayDo(me, 'action.lead') && <Passing />}
      <Listed />
    </div>
  )
}

/** The form: open at once for whoever comes from a case, a whistle or a station. */
function Passing() {
  const { pass: said } = usePassedWords()
  const asked = useSearch({ strict: false }) as Readonly<Record<string, unknown>>
  const navigate = useNavigate()
  const [open, setOpen] = useState(false)
  const kind = origins.find((one) => typeof asked[one] === 'string')
  const origin: PassOrigin | null = kind === undefined ? null : { kind, id: String(asked[kind]) }
  if (open || origin)
    return (
      <PassOnForm
        origin={origin}
        onDone={() => {
          setOpen(false)
          void navigate({ to: '/passed-on', search: {} })
        }}
      />
    )
  return (
    <p className="ways no-print">
      <Button onClick={() => setOpen(true)}>{said.open}</Button>
    </p>
  )
}

function Listed() {
  const said = usePassedWords()
  const { language } = usePreferences()
  const asked = useSearch({ strict: false }) as { list?: string }
  const navigate = useNavigate()
  const list = lists.find((one) => one === asked.list) ?? 'open'
  const reading = useReadPages<PassedPage>(withQuery('/api/passed-on', { list }))
  return (
    <section aria-label={said.title}>
      <PressOne<List>
        label={said.lists.label}
        options={lists.map((key) => ({ key, label: said.lists[key] }))}
        value={list}
        onChoose={(next) => void navigate({ to: '/passed-on', search: { list: next } })}
      />
      <RowPages
        reading={reading}
        count={said.shown}
        none={<Empty what={said.none[list]} next={said.noneNext} />}
      >
        {(rows) => (
          <ul className="whistle__calls">
            {rows.map((row) => (
              <PassedItem key={row.id} row={row} />
            ))}
          </ul>
        )}
      </RowPages>
      <p className="no-print">
        <a
          className={buttonClass({ look: 'quiet' })}
          href={withQuery('/api/passed-on/sheet', { list, language })}
          download
        >
          {said.sheet}
        </a>
      </p>
    </section>
  )
}
