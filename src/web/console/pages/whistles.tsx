import '../books.css'
import { Link } from '@tanstack/react-router'
import { useId, useState } from 'react'
import type { Situation, WhistlePage, WhistleQuery } from '../../../cases/whistle/contract.ts'
import { useReadPages, withQuery } from '../../api/use-read.ts'
import { buttonClass } from '../../kit/button.tsx'
import { SearchField, SelectField } from '../../kit/field.tsx'
import { useTitle } from '../../kit/shell.tsx'
import { Empty, Loading } from '../../kit/states.tsx'
import { RowPages } from '../../shared/row-pages.tsx'
import { useSettled } from '../../shared/use-settled.ts'
import { type ChosenUnit, UnitSelect } from '../case/acts/unit-select.tsx'
import { useLittleRoom } from '../little-room.ts'
import { NotPermitted } from '../not-permitted.tsx'
import { PressOne } from '../press-one.tsx'
import { mayDo, useSignedIn } from '../session/me.ts'
import { useWaitingWhistles } from '../whistles/use-whistles.ts'
import { WhistleList } from '../whistles/whistle-list.tsx'
import { Rates } from '../whistles/whistle-rates.tsx'
import { useWords } from '../words.ts'

type List = WhistleQuery['list']
const lists: readonly List[] = ['mine', 'open', 'over', 'all']

interface Asked {
  readonly situation: Situation | null
  readonly text: string
  readonly units: readonly ChosenUnit[]
}
const anything: Asked = { situation: null, text: '', units: [] }

/** 吹哨报到: what waits for the reader first, then what is under way and what is over. */
export default function WhistlesPage() {
  const { consoleWhistles: said } = useWords()
  useTitle(said.title)
  if (!mayDo(useSignedIn(), 'whistle.see')) return <NotPermitted />
  return (
    <div className="book">
      <h1>{said.title}</h1>
      <p className="book__lead">{said.lead}</p>
      <Ways />
      <Book />
      <Rates />
    </div>
  )
}

function Ways() {
  const { ways: said } = useWords().consoleWhistles
  const me = useSignedIn()
  return (
    <p className="whistle-ways no-print">
      {mayDo(me, 'whistle.blow') && (
        <Link to="/whistles/new" className={buttonClass()}>
          {said.blow}
        </Link>
      )}
      {mayDo(me, 'whistle.advise') && (
        <Link to="/whistles/advice" className="text-button">
          {said.advice}
        </Link>
      )}
      <Link to="/whistles/rules" className="text-button">
        {said.rules}
      </Link>
    </p>
  )
}

/** Whoever is waited for begins there; everybody else with what is under way. */
function Book() {
  const counted = useWaitingWhistles()
  if (counted === undefined) return <Loading />
  return <Lists first={counted.waiting > 0 ? 'mine' : 'open'} />
}

function Lists({ first }: { first: List }) {
  const { consoleWhistles: said } = useWords()
  const [list, setList] = useState(first)
  const [asked, setAsked] = useState(anything)
  const text = useSettled(asked.text.trim())
  const unitId = asked.units[0]?.value
  const reading = useReadPages<WhistlePage>(
    withQuery('/api/whistles', { list, situation: asked.situation, text, unitId }),
  )
  const isSearched = asked.situation !== null || text !== '' || unitId !== undefined
  return (
    <section aria-label={said.lists[list]}>
      <PressOne<List>
        label={said.lists.label}
        options={lists.map((key) => ({ key, label: said.lists[key] }))}
        value={list}
        onChoose={setList}
      />
      <Finding asked={asked} onAsk={setAsked} />
      <RowPages
        reading={reading}
        count={said.shown}
        none={
          isSearched ? (
            <Empty what={said.noneFound} next={said.noneFoundNext} />
          ) : (
            <Empty what={said.none[list]} next={said.noneNext} />
          )
        }
      >
        {(rows) => <WhistleList rows={rows} />}
      </RowPages>
    </section>
  )
}

/** On a phone the fields fold away: the list is what one came for. */
function Finding(asking: { asked: Asked; onAsk(asked: Asked): void }) {
  const { consoleWhistles: said } = useWords()
  if (!useLittleRoom()) return <Search {...asking} />
  return (
    <details className="whistles__find no-print">
      <summary className="summary">{said.finding}</summary>
      <Search {...asking} />
    </details>
  )
}

function Search({ asked, onAsk }: { asked: Asked; onAsk(asked: Asked): void }) {
  const { consoleWhistles: said } = useWords()
  const id = useId()
  const change = (changed: Partial<Asked>) => onAsk({ ...asked, ...changed })
  return (
    <div className="find-line no-print">
      <SearchField label={said.find} value={asked.text} onType={(text) => change({ text })} />
      <SelectField
        label={said.situation}
        value={asked.situation ?? ''}
        onChoose={(chosen) => change({ situation: chosen === '' ? null : (chosen as Situation) })}
      >
        <option value="">{said.anySituation}</option>
        {Object.entries(said.situations).map(([situation, name]) => (
          <option key={situation} value={situation}>
            {name}
          </option>
        ))}
      </SelectField>
      <div className="field">
        <label className="field__label" htmlFor={id}>
          {said.unit}
        </label>
        <UnitSelect
          id={id}
          placeholder={said.anyUnit}
          value={asked.units}
          onChange={(units) => change({ units })}
        />
      </div>
    </div>
  )
}
