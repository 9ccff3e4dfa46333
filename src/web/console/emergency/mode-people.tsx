import type { Emergency } from '../../../cases/emergency/contract.ts'
import { EmptyCard } from '../../kit/states.tsx'
import { nameIn, placeIn } from '../../shared/names.ts'
import { Wide } from '../wide.tsx'
import { useReading } from '../words.ts'

/** Units that have not answered, and everybody who was called: who has confirmed, and how soon. */
export function ModePeople({ mode }: { mode: Emergency }) {
  const { words, language } = useReading()
  const { people: said } = words.consoleEmergency
  const title = mode.endedAt === null ? said.title : said.result
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      {mode.people.length === 0 ? (
        <EmptyCard what={said.none} next={said.noneNext} />
      ) : (
        <>
          {mode.silentUnits.length === 0 ? (
            <p>{said.silentNone}</p>
          ) : (
            <>
              <h3 className="mode-sub">{said.silent}</h3>
              <ul className="mode-silent">
                {mode.silentUnits.map((unit) => (
                  <li key={unit.id}>{nameIn(language, unit)}</li>
                ))}
              </ul>
            </>
          )}
          <People people={mode.people} />
        </>
      )}
    </section>
  )
}

/** Whoever has not confirmed stands first; then the slowest last. */
const bySlowness = (one: Called, other: Called): number =>
  Number(one.minutes !== null) - Number(other.minutes !== null) || (one.minutes ?? 0) - (other.minutes ?? 0)
type Called = Emergency['people'][number]

function People({ people }: { people: readonly Called[] }) {
  const { words, language } = useReading()
  const { people: said } = words.consoleEmergency
  const { posts } = words.console.session
  // Two of one post at one place are told apart by nothing else.
  const numbered = [...people].sort(bySlowness).map((one, number) => ({ number, one }))
  return (
    <Wide label={said.caption}>
      <table className="queue">
        <caption className="unseen">{said.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{said.post}</th>
            <th scope="col">{said.seen}</th>
            <th scope="col">{said.place}</th>
            <th scope="col">{said.unit}</th>
          </tr>
        </thead>
        <tbody>
          {numbered.map(({ number, one }) => (
            <tr key={number}>
              <td>{posts[one.post]}</td>
              <td>{one.minutes === null ? said.notYet : said.minutes(one.minutes)}</td>
              <td>{placeIn(language, one.place)}</td>
              <td>{one.unit && nameIn(language, one.unit)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  )
}
