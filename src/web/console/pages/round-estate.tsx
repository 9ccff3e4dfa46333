import '../books.css'
import '../rounds/rounds.css'
import { Link, useParams } from '@tanstack/react-router'
import type { EstatePageOne } from '../../../rounds/contract.ts'
import { useRead } from '../../api/use-read.ts'
import { nowMs } from '../../clock.ts'
import { buttonClass } from '../../kit/button.tsx'
import { useTitle } from '../../kit/shell.tsx'
import { Shown } from '../../kit/shown.tsx'
import { placeIn, useNameOf } from '../../shared/names.ts'
import { sayDay, sayMoment } from '../../words/time.ts'
import { NotPermitted } from '../not-permitted.tsx'
import { Cases, ItemState } from '../rounds/parts.tsx'
import { useSaid } from '../rounds/use-said.ts'
import { RowTable } from '../row-table.tsx'
import { mayDo, useSignedIn } from '../session/me.ts'
import { useReading, useWords } from '../words.ts'

/** One estate: how its hazards and facilities stand, with their cases, and its rounds. */
export default function RoundEstatePage() {
  const said = useSaid()
  const { id } = useParams({ strict: false })
  const reading = useRead<EstatePageOne>(`/api/rounds/estates/${encodeURIComponent(id ?? '')}`)
  useTitle(said.title)
  if (!mayDo(useSignedIn(), 'round.see')) return <NotPermitted />
  return (
    <div className="book">
      <p className="no-print">
        <Link to="/rounds" className="text-button">
          {said.back}
        </Link>
      </p>
      <Shown reading={reading} heading={said.title}>
        {(page) => <Estate page={page} />}
      </Shown>
    </div>
  )
}

function Estate({ page: { estate, items, rounds, canBlow } }: { page: EstatePageOne }) {
  const said = useSaid()
  const { words, language } = useReading()
  const nameOf = useNameOf()
  return (
    <>
      <h1>{nameOf(estate.place)}</h1>
      <p className="book__lead">
        {words.common.facts(
          placeIn(language, { names: estate.place.way }),
          said.kinds[estate.estateKind],
          estate.isDue || estate.dueOn === null
            ? said.isDue
            : said.dueOn(sayDay(words, estate.dueOn, nowMs())),
        )}
      </p>
      {canBlow && (
        <p className="book__acts no-print">
          <Link
            to="/whistles/new"
            search={{ area: estate.place.id }}
            className={buttonClass({ look: 'quiet' })}
          >
            {said.estate.blow}
          </Link>
          <small>{said.estate.blowHint}</small>
        </p>
      )}
      <section>
        <h2>{said.estate.items}</h2>
        {items.length === 0 ? <p>{said.estate.noItems}</p> : <Items items={items} />}
      </section>
      <section>
        <h2>{said.estate.rounds}</h2>
        {rounds.length === 0 && <p>{said.estate.noRounds}</p>}
        <ul className="rounds__list">
          {rounds.map((round) => (
            <li key={round.roundId}>
              {sayMoment(words, round.endedAt, nowMs())}
              <small>{said.estate.round(round.fine, round.found, round.absent)}</small>
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}

function Items({ items }: Pick<EstatePageOne, 'items'>) {
  const said = useSaid()
  const words = useWords()
  const nameOf = useNameOf()
  const { heads } = said
  return (
    <RowTable
      label={said.estate.items}
      rows={items}
      keyOf={({ item }) => item}
      columns={[
        { head: heads.item, cell: nameOf },
        { head: heads.kind, cell: ({ kind }) => said.itemKinds[kind] },
        { head: heads.state, cell: (item) => <ItemState item={item} /> },
        { head: heads.when, cell: ({ checkedAt }) => sayMoment(words, checkedAt, nowMs()) },
        {
          head: heads.cases,
          cell: ({ cases, state }) => (
            <Cases cases={cases} {...(state === 'found' && { none: said.estate.noCase })} />
          ),
        },
      ]}
    />
  )
}
