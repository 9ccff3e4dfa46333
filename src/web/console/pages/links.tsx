import '../books.css'
import '../bodies/bodies.css'
import { useDeferredValue, useState } from 'react'
import type { LinkKind, LinkPage, LinkRow } from '../../../people/offices/link.contract.ts'
import { useReadPages, withQuery } from '../../api/use-read.ts'
import { Button } from '../../kit/button.tsx'
import { Field, TextField } from '../../kit/field.tsx'
import { useTitle } from '../../kit/shell.tsx'
import { Empty } from '../../kit/states.tsx'
import { placeIn, useNameOf } from '../../shared/names.ts'
import { RowPages } from '../../shared/row-pages.tsx'
import { sayDate } from '../../words/time.ts'
import { type LinkAct, LinkDialog, MakeLinkForm } from '../bodies/link-forms.tsx'
import { WordSelect } from '../bodies/word-select.tsx'
import { AreaSelect } from '../people/area-select.tsx'
import { mayDo, useSignedIn } from '../session/me.ts'
import { useReading } from '../words.ts'

type State = 'current' | 'soon' | 'over' | 'ended'

/** Who is linked to which place, until when, and what ends soon. */
export default function LinksPage() {
  const { words, language } = useReading()
  const { consoleBodies } = words
  const { links: said } = consoleBodies
  const me = useSignedIn()
  const [making, setMaking] = useState(false)
  const [state, setState] = useState<State>('current')
  const [kind, setKind] = useState<LinkKind | null>(null)
  const [areaId, setAreaId] = useState<string | null>(null)
  const [typed, setTyped] = useState('')
  const text = useDeferredValue(typed.trim())
  const reading = useReadPages<LinkPage>(
    withQuery('/api/links', { state, text, kind: kind ?? undefined, areaId: areaId ?? undefined }),
  )
  const first = reading.data?.pages[0]
  useTitle(said.title)
  return (
    <div className="book bodies">
      <h1>{said.title}</h1>
      <p className="book__lead">
        {said.lead}{' '}
        {first && said.rule(first.rule.months, language === 'en' ? first.rule.sourceEn : first.rule.sourceZh)}
      </p>
      {mayDo(me, 'link.manage') &&
        (making ? (
          <MakeLinkForm onClose={() => setMaking(false)} />
        ) : (
          <p className="no-print">
            <Button onClick={() => setMaking(true)}>{said.make.open}</Button>
          </p>
        ))}
      <fieldset className="bodies__choices no-print">
        <legend className="unseen">{said.show}</legend>
        {(Object.keys(said.shown) as State[]).map((key) => (
          <button key={key} type="button" aria-pressed={state === key} onClick={() => setState(key)}>
            {first === undefined || key === 'ended'
              ? said.shown[key]
              : said.count(said.shown[key], first.counts[key])}
          </button>
        ))}
      </fieldset>
      <div className="bodies__filters no-print">
        <TextField
          label={said.text}
          hint={said.textHint}
          type="search"
          autoComplete="off"
          maxLength={40}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <WordSelect<LinkKind>
          label={said.kind}
          any={said.anyKind}
          words={said.kinds}
          value={kind}
          onChange={setKind}
        />
        <Field label={consoleBodies.area}>
          {({ id }) => <AreaSelect id={id} kind={undefined} value={areaId} onChange={setAreaId} />}
        </Field>
      </div>
      <RowPages<LinkRow>
        reading={reading}
        more={consoleBodies.more}
        none={<Empty what={said.none} next={said.noneNext} />}
      >
        {(rows) => (
          <ul className="bodies__rows">
            {rows.map((link) => (
              <Line key={link.id} link={link} />
            ))}
          </ul>
        )}
      </RowPages>
    </div>
  )
}

const acts: readonly LinkAct[] = ['renew', 'handOver', 'end']

function Line({ link }: { link: LinkRow }) {
  const { words, language } = useReading()
  const { links: said } = words.consoleBodies
  const nameOf = useNameOf()
  const [act, setAct] = useState<LinkAct | null>(null)
  const who = link.unit === null ? (link.holder?.name ?? '') : nameOf(link.unit)
  const place = placeIn(language, { names: link.way })
  const late = link.state === 'soon' || link.state === 'over'
  const named = { renew: said.renewOf, handOver: said.handOverOf, end: said.endOf }
  return (
    <li className="bodies__holder">
      <span>
        {words.common.labelled(said.kinds[link.kind], who)}{' '}
        {late && <span className="bodies__late">{said.states[link.state]}</span>}
        <small>
          {words.common.facts(
            place,
            said.from(sayDate(words, link.startsOn), sayDate(words, link.endsOn)),
            !late && link.state !== 'running' && said.states[link.state],
            link.reason !== null && said.reasons[link.reason],
          )}
        </small>
      </span>
      {link.can && (
        <span className="no-print">
          {acts.map((one) => (
            <button
              key={one}
              type="button"
              className="text-button"
              aria-label={named[one](who, place)}
              onClick={() => setAct(one)}
            >
              {said[one]}
            </button>
          ))}
        </span>
      )}
      {act !== null && <LinkDialog link={link} act={act} who={who} onClose={() => setAct(null)} />}
    </li>
  )
}
