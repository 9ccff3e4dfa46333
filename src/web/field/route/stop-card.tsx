import { Link } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { buttonClass } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { usePreferences } from '../../preferences.tsx'
import { routeWords } from '../../words/route.ts'
import { CaseCard } from '../today/case-card.tsx'
import type { DayStop, RoundStop } from './day-stop.ts'

// With the words of the register: fetched behind the page, and kept for where there is no signal.
const Homes = lazy(() => import('./stop-homes.tsx'))

/** What is to be done at a stop, with the way to its form. */
export function StopCard({ stop }: { stop: DayStop }) {
  if (stop.kind === 'case') return <CaseCard row={stop.row} />
  if (stop.kind === 'round') return <Round stop={stop} />
  return (
    <Suspense fallback={null}>
      <Homes stop={stop} />
    </Suspense>
  )
}

function Round({ stop: { to, title } }: { stop: RoundStop }) {
  const said = routeWords[usePreferences().language]
  return (
    <Card title={title}>
      <Link to={to} className={buttonClass({ wide: true })}>
        {said.walk}
      </Link>
    </Card>
  )
}
