import { usePreferences } from '../../preferences.tsx'
import { routeWords } from '../../words/route.ts'
import { countOf, type DayStop, stopKinds } from './day-stop.ts'

type Kind = DayStop['kind']

/** What the walk takes in: each kind with how much of it there is, to be left out and taken in by a tap. */
export function KindsPart({
  stops,
  left,
  onChoose,
}: {
  stops: readonly DayStop[]
  left: readonly Kind[]
  onChoose(left: readonly Kind[]): void
}) {
  const said = routeWords[usePreferences().language]
  const there = stopKinds.filter((kind) => countOf(stops, kind) > 0)
  if (there.length < 2) return null
  return (
    <fieldset className="segments route__kinds no-print">
      <legend className="unseen">{said.kinds}</legend>
      {there.map((kind) => (
        <button
          key={kind}
          type="button"
          aria-pressed={!left.includes(kind)}
          onClick={() => onChoose(left.includes(kind) ? left.filter((one) => one !== kind) : [...left, kind])}
        >
          {said.takes[kind](countOf(stops, kind))}
        </button>
      ))}
    </fieldset>
  )
}
