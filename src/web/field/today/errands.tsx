import { Link } from '@tanstack/react-router'
import type { Me } from '../../../people/contract.ts'
import type { FieldRounds } from '../../../rounds/contract.ts'
import type { FieldGridDays } from '../../../rounds/grid-day.contract.ts'
import { useRead } from '../../api/use-read.ts'
import { nowMs } from '../../clock.ts'
import { buttonClass } from '../../kit/button.tsx'
import { useWords } from '../../preferences.tsx'
import { sayDay } from '../../words/time.ts'
import { daysToCome } from '../rounds/days-to-come.ts'
import { useSaid } from '../rounds/use-said.ts'

/** The ways to rounds and to the day in the grid: what is due is said, and each is there also where nothing is. */
export function Errands({ me }: { me: Me }) {
  return (
    <>
      {me.acts.includes('grid_day.check_in') && <DayLink />}
      {me.acts.includes('round.walk') && <RoundsLink />}
    </>
  )
}

function DayLink() {
  const { errands } = useSaid()
  const words = useWords()
  const { data } = useRead<FieldGridDays>('/api/field/grid-days', { staleMs: 300_000 })
  if (data === undefined) return null
  const {
    days: [first],
    isToday,
  } = daysToCome(data)
  if (first === undefined) return null
  return (
    <p className="today__way no-print">
      <Link to="/grid-day" className={buttonClass({ look: isToday ? 'main' : 'quiet', wide: true })}>
        {isToday ? errands.day : errands.dayCalm(sayDay(words, first.day, nowMs()))}
      </Link>
    </p>
  )
}

function RoundsLink() {
  const { errands } = useSaid()
  const { data } = useRead<FieldRounds>('/api/field/rounds', { staleMs: 300_000 })
  const waiting = data?.estates.filter(({ isDue }) => isDue) ?? []
  const due = waiting.length
  // Where one alone is due nobody is asked which.
  const to = due === 1 ? `/rounds/${waiting[0]!.place.id}` : '/rounds'
  return (
    <p className="today__way no-print">
      <Link to={to} className={buttonClass({ look: 'quiet', wide: true })}>
        {due > 0 ? errands.rounds(due) : errands.roundsCalm}
      </Link>
    </p>
  )
}
