import type { RetentionReport } from '../../../people/rights/retention.contract.ts'
import { EmptyCard } from '../../kit/states.tsx'
import { sayDate } from '../../words/time.ts'
import { useWords } from '../words.ts'
import { useSaid } from './use-said.ts'

/** What each night's round took away, by rule; the latest first. */
export function Rounds({ rules }: RetentionReport) {
  const said = useSaid()
  const words = useWords()
  const { common } = words
  const days = [...new Set(rules.flatMap(({ runs }) => runs.map(({ day }) => day)))].sort().reverse()
  if (days.length === 0) return <EmptyCard what={said.noRounds} next={said.noRoundsNext} />
  const takenOn = (day: string) =>
    rules.flatMap(({ kind, runs }) => {
      const removed = runs.find((run) => run.day === day)?.removed ?? 0
      return removed === 0 ? [] : [common.labelled(said.kinds[kind].label, said.kinds[kind].removed(removed))]
    })
  return (
    <ol className="retention__rounds">
      {days.map((day) => (
        <li key={day}>
          <time dateTime={day}>{sayDate(words, day)}</time>
          <span>{common.facts(...takenOn(day)) || said.nothing}</span>
        </li>
      ))}
    </ol>
  )
}
