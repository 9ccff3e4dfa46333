import type { CaseStory } from '../../../cases/story.contract.ts'
import { ClockBar, ClockLight } from '../../kit/clock-bar.tsx'
import { nameIn } from '../../shared/names.ts'
import { minutesPerDay } from '../../shared/working-day.ts'
import { useReading } from '../words.ts'

/** Every clock of the case: the response's, and one for each unit. */
export function CaseClocks({ story }: { story: CaseStory }) {
  const { words, language } = useReading()
  const said = words.consoleCase
  const clocks = [
    ...story.parts.map(({ unit, role, stage, account }) => ({
      key: unit.id,
      name: `${nameIn(language, unit)} · ${said.roles[role]}`,
      stage:
        stage in words.cases.stages ? words.cases.stages[stage as keyof typeof words.cases.stages] : stage,
      account,
    })),
    { key: 'response', name: words.cases.clocks.response, stage: null, account: story.response },
  ]
  return (
    <ul className="case__clocks" aria-label={said.headings.clocks}>
      {clocks.map(({ key, name, stage, account }) => (
        <li key={key}>
          <p className="case__clock-head">
            <span>
              {name}
              {stage !== null && <small> {stage}</small>}
            </span>
            <ClockLight account={account} minutesPerDay={minutesPerDay} />
          </p>
          <ClockBar account={account} minutesPerDay={minutesPerDay} />
        </li>
      ))}
    </ul>
  )
}
