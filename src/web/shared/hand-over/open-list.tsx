import { Link } from '@tanstack/react-router'
import type { HandOverCounts, HandOverItem, ItemKind } from '../../../cases/hand-over/contract.ts'
import { nowMs } from '../../clock.ts'
import { usePreferences } from '../../preferences.tsx'
import { sayMoment } from '../../words/time.ts'
import { nameIn, placeIn } from '../names.ts'
import { useHandOverWords } from './use-hand-over-words.ts'

/** Where this face opens what is listed; null where it has no page for it. */
export type WayTo = (kind: ItemKind, id: string) => string | null

/** As the server bounds its counts. */
const COUNTED_TO = 1000

const kinds: readonly ItemKind[] = [
  'alert',
  'emergency',
  'whistle',
  'instruction',
  'work',
  'request',
  'listing',
  'promise',
]

/** What is open, each kind with how many there are and the first few of them. */
export function OpenList({
  counts,
  items,
  wayTo,
}: {
  counts: HandOverCounts
  items: readonly HandOverItem[]
  wayTo: WayTo
}) {
  const said = useHandOverWords()
  const open = kinds.filter((kind) => counts[kind] > 0)
  const many = (n: number) => said.many(n, COUNTED_TO)
  if (open.length === 0) return <p>{said.nothing}</p>
  return (
    <>
      {open.map((kind) => {
        const named = items.filter((item) => item.kind === kind)
        return (
          <section key={kind} className="hand-over__kind">
            <h3>{said.kinds[kind](many(counts[kind]))}</h3>
            {kind === 'work' && counts.red + counts.yellow > 0 && (
              <p className="field__hint">{said.lights(many(counts.red), many(counts.yellow))}</p>
            )}
            <ul className="rows">
              {named.map((item) => (
                <Item key={item.id} item={item} to={wayTo(kind, item.id)} />
              ))}
            </ul>
            {counts[kind] > named.length && named.length > 0 && (
              <p className="field__hint">{said.more(counts[kind] - named.length)}</p>
            )}
          </section>
        )
      })}
    </>
  )
}

function Item({ item, to }: { item: HandOverItem; to: string | null }) {
  const { words, language } = usePreferences()
  const said = useHandOverWords()
  const { number, matter, place, dueAt } = item
  const where = placeIn(language, place)
  const title = number === null ? where : matter ? nameIn(language, matter) : said.noMatter
  return (
    <li className="row">
      {to === null ? <span>{title}</span> : <Link to={to}>{title}</Link>}
      <small>
        {words.common.facts(
          number !== null && where,
          dueAt !== null && said.due(sayMoment(words, dueAt, nowMs())),
          number,
        )}
      </small>
    </li>
  )
}
