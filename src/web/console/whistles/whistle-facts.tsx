import { Link } from '@tanstack/react-router'
import type { Whistle } from '../../../cases/whistle/contract.ts'
import { nowMs } from '../../clock.ts'
import { nameIn, placeIn } from '../../shared/names.ts'
import { fullDuration, sayMoment } from '../../words/time.ts'
import { FactList } from '../fact-list.tsx'
import { useReading } from '../words.ts'
import { unfitOf } from './whistle-rates.tsx'

/** Where, by whom, for which case, and within which time. */
export function WhistleFacts({ whistle }: { whistle: Whistle }) {
  const { words, language } = useReading()
  const { facts: said, rates } = words.consoleWhistles
  const { blower, rate, case: of, point } = whistle
  const moment = (at: string | null) => at && sayMoment(words, at, nowMs())
  const within = fullDuration(whistle.reportMinutes, { measure: 'clock', minutesPerDay: 1440 })
  return (
    <>
      <FactList
        className="case__facts"
        pairs={[
          [
            said.case,
            of && (
              <Link key="case" to="/cases/$id" params={{ id: of.id }}>
                {of.number}
              </Link>
            ),
          ],
          [said.place, placeIn(language, whistle.place)],
          [said.blower, blower.unit ? nameIn(language, blower.unit) : placeIn(language, blower.place)],
          [said.blown, moment(whistle.blownAt)],
          [said.sounded, moment(whistle.soundedAt)],
          [said.within, words.time.duration(within)],
          [said.spot, point === null ? said.area : said.metres(whistle.spotMetres)],
          [said.ended, moment(whistle.endedAt)],
        ]}
      />
      {rate !== null && (
        <p className="book__lead">
          {rates.one(placeIn(language, rate.blower.place), rate.days, rate.blown, unfitOf(rate))}
        </p>
      )}
    </>
  )
}
