import '../books.css'
import '../rounds/rounds.css'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { EstateKind } from '../../../areas/contract.ts'
import type { PublicMatter } from '../../../matters/contract.ts'
import type { Checklist, Checklists } from '../../../rounds/contract.ts'
import { useRead, withQuery } from '../../api/use-read.ts'
import { nowMs } from '../../clock.ts'
import { Button } from '../../kit/button.tsx'
import { useTitle } from '../../kit/shell.tsx'
import { Shown } from '../../kit/shown.tsx'
import { AreaChoice, useParts } from '../../shared/area-choice.tsx'
import { useNameOf } from '../../shared/names.ts'
import { localDay, sayDate } from '../../words/time.ts'
import { NotPermitted } from '../not-permitted.tsx'
import { PressOne } from '../press-one.tsx'
import { ListForm } from '../rounds/list-form.tsx'
import { useSaid } from '../rounds/use-said.ts'
import { mayDo, useSignedIn } from '../session/me.ts'
import { useWords } from '../words.ts'

interface Asked {
  readonly kind?: EstateKind | undefined
  readonly street?: string | undefined
}

const kinds: readonly EstateKind[] = ['new', 'old', 'unmanaged']

/** What is looked at in which kind of estate: as it is, as it will be, and as it was. */
export default function ChecklistsPage() {
  const said = useSaid()
  const navigate = useNavigate()
  const asked = useSearch({ strict: false }) as Asked
  const streets = useParts(true)
  const estateKind = asked.kind ?? 'new'
  const reading = useRead<Checklists>(withQuery('/api/checklists', { estateKind, areaId: asked.street }))
  useTitle(said.lists.title)
  if (!mayDo(useSignedIn(), 'round.see')) return <NotPermitted />
  const go = (change: Asked) => void navigate({ to: '/rounds/checklists', search: { ...asked, ...change } })
  return (
    <div className="book">
      <p className="no-print">
        <Link to="/rounds" className="text-button">
          {said.back}
        </Link>
      </p>
      <h1>{said.lists.title}</h1>
      <p className="book__lead">{said.lists.lead}</p>
      <PressOne<EstateKind>
        label={said.kind}
        options={kinds.map((key) => ({ key, label: said.kinds[key] }))}
        value={estateKind}
        onChoose={(kind) => go({ kind })}
      />
      <div className="rounds__filters no-print">
        <AreaChoice
          label={said.area}
          none={said.anyArea}
          areas={streets}
          value={asked.street ?? ''}
          onChoose={(street) => go({ street: street === '' ? undefined : street })}
        />
      </div>
      <Shown reading={reading}>{(lists) => <Book key={lists.inForce.estateKind} lists={lists} />}</Shown>
    </div>
  )
}

function Book({ lists }: { lists: Checklists }) {
  const said = useSaid().lists
  const nameOf = useNameOf()
  const [changing, setChanging] = useState(false)
  const { inForce, announced, area, canAnnounce } = lists
  const today = localDay(nowMs())
  const others = announced.filter(({ id }) => id !== inForce.id)
  return (
    <>
      <section className="panel">
        <h2>{said.of(nameOf(area))}</h2>
        <List list={inForce} />
      </section>
      {changing && <ListForm lists={lists} onClose={() => setChanging(false)} />}
      {canAnnounce && !changing && (
        <p className="no-print">
          <Button look="quiet" onClick={() => setChanging(true)}>
            {said.change}
          </Button>
        </p>
      )}
      <Dated title={said.later} lists={others.filter(({ validFrom }) => (validFrom ?? '') > today)} />
      <Dated title={said.earlier} lists={others.filter(({ validFrom }) => (validFrom ?? '') <= today)} />
    </>
  )
}

function Dated({ title, lists }: { title: string; lists: readonly Checklist[] }) {
  if (lists.length === 0) return null
  return (
    <section>
      <h2>{title}</h2>
      {lists.map((list) => (
        <div key={list.id} className="panel">
          <List list={list} />
        </div>
      ))}
    </section>
  )
}

function List({ list }: { list: Checklist }) {
  const words = useWords()
  const { lists: said, itemKinds } = useSaid()
  const nameOf = useNameOf()
  const { data: matters = [] } = useRead<readonly PublicMatter[]>('/api/matters', { staleMs: 300_000 })
  const matterOf = (code: string | null) => matters.find((matter) => matter.code === code)
  return (
    <>
      <p>
        {words.common.facts(
          list.area && nameOf(list.area),
          list.validFrom === null ? said.fromStart : said.validFrom(sayDate(words, list.validFrom)),
          said.period(list.periodDays),
        )}
      </p>
      <ol className="rounds__list">
        {list.items.map((item) => {
          const matter = matterOf(item.matter)
          return (
            <li key={item.code}>
              {nameOf(item)}
              <small>
                {words.common.facts(
                  itemKinds[item.kind],
                  matter !== undefined && words.common.labelled(said.matter, nameOf(matter)),
                  item.basis !== null && words.common.labelled(said.basis, item.basis),
                )}
              </small>
            </li>
          )
        })}
      </ol>
    </>
  )
}
