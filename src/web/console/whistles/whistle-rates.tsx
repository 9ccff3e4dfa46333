import type { WhistleRate, WhistleRates } from '../../../cases/whistle/contract.ts'
import { useRead } from '../../api/use-read.ts'
import { placeIn } from '../../shared/names.ts'
import { useSignedIn } from '../session/me.ts'
import { useReading } from '../words.ts'

/** Of how many it was found that there was no good cause, before they sounded or afterwards. */
export const unfitOf = ({ declined, unwarranted }: WhistleRate): number => declined + unwarranted

/** How often each desk in sight has blown of late. */
export function Rates() {
  const { words, language } = useReading()
  const { rates: said } = words.consoleWhistles
  const { data } = useRead<WhistleRates>('/api/whistle-rates')
  const [first] = data?.rates ?? []
  // A part below the list: where nobody has blown there is nothing to say.
  if (data === undefined || first === undefined) return null
  return (
    <section className="whistle-rates">
      <h2>{said.title}</h2>
      <p className="book__lead">{said.lead(first.days)}</p>
      <dl>
        {data.rates.map((rate) => (
          <div key={`${rate.blower.place.areaId} ${rate.blower.kind}`}>
            <dt>
              {placeIn(language, rate.blower.place)} <small>{said.kinds[rate.blower.kind]}</small>
            </dt>
            <dd>{said.row(rate.blown, unfitOf(rate))}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** How often the reader's own desks have blown of late, for whoever is about to blow again. */
export function OwnRate() {
  const { words, language } = useReading()
  const { posts } = useSignedIn()
  const { data } = useRead<WhistleRates>('/api/whistle-rates')
  const own = (data?.rates ?? []).filter(({ blower }) =>
    posts.some((post) => post.kind === blower.kind && post.area.id === blower.place.areaId),
  )
  return own.map((rate) => (
    <p key={`${rate.blower.place.areaId} ${rate.blower.kind}`} className="field__hint">
      {words.consoleWhistles.rates.one(
        placeIn(language, rate.blower.place),
        rate.days,
        rate.blown,
        unfitOf(rate),
      )}
    </p>
  ))
}
