import '../books.css'
import '../bodies/bodies.css'
import { useState } from 'react'
import type { Name } from '../../../kernel/names.ts'
import type { LinkKind, LinkPage, LinkRow } from '../../../people/offices/link.contract.ts'
import { useReadPages, withQuery } from '../../api/use-read.ts'
import { Button } from '../../kit/button.tsx'
import { Field, SearchField } from '../../kit/field.tsx'
import { useTitle } from '../../kit/shell.tsx'
import { Empty } from '../../kit/states.tsx'
import { placeIn, useNameOf } from '../../shared/names.ts'
import { RowPages } from '../../shared/row-pages.tsx'
import { useSettled } from '../../shared/use-settled.ts'
import { sayDate } from '../../words/time.ts'
import { type LinkAct, LinkDialog, MakeLinkForm } from '../bodies/link-forms.tsx'
import { WordSelect } from '../bodies/word-select.tsx'
import { AreaSelect } from '../people/area-select.tsx'
import { PressOne } from '../press-one.tsx'
import { mayDo, useSignedIn } from '../session/me.ts'
import { useReading, useWords } from '../words.ts'

type State = 'current' | 'soon' | 'over' | 'ended'

interface Asked {
  readonly state: State
  readonly text: string
  readonly kind: LinkKind | null
  readonly areaId: string | null
}

/** Who is linked to which place, until when, and what ends soon. */
export default function LinksPage() {
  const { words, language } = useReading()
  const { links: said } = words.consoleLinks
  const me = useSignedIn()
  const [making, setMaking] = useState(false)
  // Who works for a street or a community comes for its own links; the whole district is one tap away.
  const own = me.posts.find(({ area }) => area.kind !== 'district')?.area ?? null
  const [asked, setAsked] = useState<Asked>({
    state: 'current',
    text: '',
    kind: null,
    areaId: own?.id ?? null,
  })
  const text = useSettled(asked.text.trim())
  const reading = useReadPages<LinkPage>(withQuery('/api/links', { ...asked, text }))
  const first = reading.data?.pages[0]
  const isFiltered = asked.state !== 'current' || [text, asked.kind, asked.areaId].some(Boolean)
  useTitle(said.title)
  return (
    <div className="book bodies">
      <h1>{said.title}</h1>
      <p className="book__lead">
        {said.lead}
        {first && (
          <span className="bodies__rule">
            {said.rule(first.rule.months, language === 'en' ? first.rule.sourceEn : first.rule.sourceZh)}
          </span>
        )}
      </p>
      {mayDo(me, 'link.manage') &&
        (making ? (
          <MakeLinkForm onClose={() => setMaking(false)} />
        ) : (
          <p className="no-print">
            <Button onClick={() => setMaking(true)}>{said.make.open}</Button>
          </p>
        ))}
      <Filters asked={asked} own={own} counts={first?.counts} onChange={setAsked} />
      <RowPages<LinkRow>
        reading={reading}
        more={words.consoleBodies.more}
        none={
          isFiltered ? (
            <Empty what={said.none} next={said.noneNext} />
          ) : (
            <Empty
              what={said.noneAtAll}
              {...(mayDo(me, 'link.manage') ? { next: said.noneAtAllNext } : {})}
            />
          )
        }
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

/** Which links are looked at; how many there are is said where it is known. */
function Filters({
  asked,
  own,
  counts,
  onChange,
}: {
  asked: Asked
  /** Where the reader's own post is, below the district. */
  own: (Name & { readonly id: string }) | null
  counts: LinkPage['counts'] | undefined
  onChange(asked: Asked): void
}) {
  const { consoleBodies, consoleLinks } = useWords()
  const { links: said } = consoleLinks
  const change = (part: Partial<Asked>) => onChange({ ...asked, ...part })
  return (
    <>
      <PressOne
        label={said.show}
        options={(Object.keys(said.shown) as State[]).map((key) => ({
          key,
          label:
            counts === undefined || key === 'ended'
              ? said.shown[key]
              : said.count(said.shown[key], counts[key]),
        }))}
        value={asked.state}
        onChoose={(state) => change({ state })}
      />
      <div className="bodies__filters no-print">
        <SearchField
          label={said.text}
          hint={said.textHint}
          most={40}
          value={asked.text}
          onType={(text) => change({ text })}
        />
        <WordSelect<LinkKind>
          label={said.kind}
          any={said.anyKind}
          words={said.kinds}
          value={asked.kind}
          onChange={(kind) => change({ kind })}
        />
        <Field label={consoleBodies.area}>
          {({ id }) => (
            <AreaSelect id={id} value={asked.areaId} known={own} onChange={(areaId) => change({ areaId })} />
          )}
        </Field>
      </div>
    </>
  )
}

const acts: readonly LinkAct[] = ['renew', 'handOver', 'end']

function Line({ link }: { link: LinkRow }) {
  const { words, language } = useReading()
  const { links: said } = words.consoleLinks
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
      {act !== null && (
        <LinkDialog link={link} act={act} who={who} place={place} onClose={() => setAct(null)} />
      )}
    </li>
  )
}
