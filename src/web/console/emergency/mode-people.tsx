import type { Emergency } from '../../../cases/emergency/contract.ts'
import { EmptyCard } from '../../kit/states.tsx'
import { nameIn, placeIn } from '../../shared/names.ts'
import { Wide } from '../wide.tsx'
import { useReading } from '../words.ts'

/** While it is on, units that are silent and whom to ring; once it is over, how soon people answered, in groups. */
export function ModePeople({ mode }: { mode: Emergency }) {
  const { words, language } = useReading()
  const { people: said } = words.consoleEmergency
  const on = mode.endedAt === null
  const title = on ? said.title : said.result
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      {mode.told === 0 ? (
        <EmptyCard what={said.none} next={said.noneNext} />
      ) : (
        <>
          {mode.silentUnits.length === 0 ? (
            <p>{said.silentNone}</p>
          ) : (
            <>
              <h3 className="mode-sub">{said.silent(mode.silentUnits.length)}</h3>
              <UnitNames names={mode.silentUnits.slice(0, atOnce).map((unit) => nameIn(language, unit))} />
              {mode.silentUnits.length > atOnce && (
                <details className="mode-more">
                  <summary>{said.silentMore(mode.silentUnits.length - atOnce)}</summary>
                  <UnitNames names={mode.silentUnits.slice(atOnce).map((unit) => nameIn(language, unit))} />
                </details>
              )}
            </>
          )}
          {on ? <Silent mode={mode} /> : <Times times={mode.times} />}
        </>
      )}
    </section>
  )
}

/** So many names are read at a glance; when nobody has answered yet, they are all the units of a district. */
const atOnce = 12

const UnitNames = ({ names }: { names: readonly string[] }) => (
  <ul className="mode-silent">
    {names.map((name) => (
      <li key={name}>{name}</li>
    ))}
  </ul>
)

function Silent({ mode }: { mode: Emergency }) {
  const { words, language } = useReading()
  const { people: said } = words.consoleEmergency
  const { posts } = words.console.session
  const all = mode.told - mode.acknowledged
  if (all === 0) return <p>{said.allSeen}</p>
  // Two of one post at one place are told apart by nothing else.
  const numbered = mode.silent.map((one, number) => ({ number, one }))
  return (
    <>
      <p>{said.waiting(mode.silent.length, all)}</p>
      <Wide label={said.caption}>
        <table className="queue">
          <caption className="unseen">{said.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{said.post}</th>
              <th scope="col">{said.place}</th>
              <th scope="col">{said.unit}</th>
            </tr>
          </thead>
          <tbody>
            {numbered.map(({ number, one }) => (
              <tr key={number}>
                <td>{posts[one.post]}</td>
                <td>{placeIn(language, one.place)}</td>
                <td>{one.unit && nameIn(language, one.unit)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
    </>
  )
}

function Times({ times }: { times: Emergency['times'] }) {
  const { words, language } = useReading()
  const { people: said } = words.consoleEmergency
  const { posts } = words.console.session
  return (
    <>
      <p>{said.timesHint}</p>
      {times.length > 0 && (
        <Wide label={said.timesCaption}>
          <table className="queue">
            <caption className="unseen">{said.timesCaption}</caption>
            <thead>
              <tr>
                <th scope="col">{said.post}</th>
                <th scope="col">{said.unit}</th>
                <th scope="col">{said.told}</th>
                <th scope="col">{said.seen}</th>
                <th scope="col">{said.half}</th>
              </tr>
            </thead>
            <tbody>
              {times.map(({ post, unit, told, acknowledged, minutes }) => (
                <tr key={`${post} ${unit?.id}`}>
                  <td>{posts[post]}</td>
                  <td>{unit ? nameIn(language, unit) : said.others}</td>
                  <td>{said.count(told)}</td>
                  <td>{said.count(acknowledged)}</td>
                  <td>{minutes === null ? said.tooFew : said.minutes(minutes)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Wide>
      )}
    </>
  )
}
