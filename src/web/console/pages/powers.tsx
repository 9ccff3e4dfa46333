import '../books.css'
import '../people/people.css'
import '../station/station.css'
import '../whistles/whistles.css'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { Power, PowerPage, PowerQuery } from '../../../cases/passed-on/power.contract.ts'
import { useReadPages, withQuery } from '../../api/use-read.ts'
import { Button, buttonClass } from '../../kit/button.tsx'
import { Field } from '../../kit/field.tsx'
import { useTitle } from '../../kit/shell.tsx'
import { Empty } from '../../kit/states.tsx'
import { placeIn, useNameOf } from '../../shared/names.ts'
import { RowPages } from '../../shared/row-pages.tsx'
import { sayDate } from '../../words/time.ts'
import { FactList } from '../fact-list.tsx'
import { EndPowerDialog, GivePowerForm } from '../passed-on/power-forms.tsx'
import { usePassedWords } from '../passed-on/use-passed-words.ts'
import { AreaSelect } from '../people/area-select.tsx'
import { PressOne } from '../press-one.tsx'
import { useReading } from '../words.ts'

type List = PowerQuery['list']
const lists: readonly List[] = ['standing', 'ended', 'all']

/** 赋权清单: which powers streets were given, on what basis, for all staff. */
export default function PowersPage() {
  const { powers: said } = usePassedWords()
  const { language } = useReading()
  const asked = useSearch({ strict: false }) as { list?: string }
  const navigate = useNavigate()
  const [streetId, setStreetId] = useState<string | null>(null)
  const [giving, setGiving] = useState(false)
  const list = lists.find((one) => one === asked.list) ?? 'standing'
  const reading = useReadPages<PowerPage>(withQuery('/api/powers', { list, streetId }))
  const keeps = reading.data?.pages[0]?.keeps === true
  useTitle(said.title)
  return (
    <div className="book">
      <h1>{said.title}</h1>
      <p className="book__lead">{said.lead}</p>
      <p>{said.law}</p>
      {giving && <GivePowerForm onClose={() => setGiving(false)} />}
      {keeps && !giving && (
        <p className="no-print">
          <Button onClick={() => setGiving(true)}>{said.give.open}</Button>
        </p>
      )}
      <PressOne<List>
        label={said.lists.label}
        options={lists.map((key) => ({ key, label: said.lists[key] }))}
        value={list}
        onChoose={(next) => void navigate({ to: '/powers', search: { list: next } })}
      />
      <Field label={said.street}>
        {({ id }) => <AreaSelect id={id} kind="street" value={streetId} onChange={setStreetId} />}
      </Field>
      <RowPages
        reading={reading}
        count={said.shown}
        none={<Empty what={said.none[list]} next={said.noneNext} />}
      >
        {(rows) => (
          <ul className="whistle__calls">
            {rows.map((power) => (
              <PowerItem key={power.id} power={power} keeps={keeps} />
            ))}
          </ul>
        )}
      </RowPages>
      <p className="no-print">
        <a
          className={buttonClass({ look: 'quiet' })}
          href={withQuery('/api/powers/sheet', { list, streetId, language })}
          download
        >
          {said.sheet}
        </a>
      </p>
    </div>
  )
}

function PowerItem({ power, keeps }: { power: Power; keeps: boolean }) {
  const { powers: said } = usePassedWords()
  const { words, language } = useReading()
  const nameOf = useNameOf()
  const [ending, setEnding] = useState(false)
  const { fromDay, untilDay } = power
  const what = language === 'zh' ? power.powerZh : power.powerEn
  const from = sayDate(words, fromDay)
  return (
    <li className="panel">
      <h2>{what}</h2>
      <p>{words.common.facts(placeIn(language, power.street), said.states[power.state])}</p>
      <FactList
        className="station__facts"
        pairs={[
          [said.facts.law, power.law],
          [said.facts.article, power.article],
          [said.facts.decision, power.decision],
          [said.facts.fromUnit, nameOf(power.fromUnit)],
          [
            said.facts.days,
            untilDay === null ? said.since(from) : said.between(from, sayDate(words, untilDay)),
          ],
        ]}
      />
      {keeps && untilDay === null && (
        <p className="ways no-print">
          <button
            type="button"
            className="text-button"
            aria-label={said.end.openOf(what)}
            onClick={() => setEnding(true)}
          >
            {said.end.open}
          </button>
        </p>
      )}
      {ending && <EndPowerDialog id={power.id} onClose={() => setEnding(false)} />}
    </li>
  )
}
