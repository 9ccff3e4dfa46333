import { Link } from '@tanstack/react-router'
import { buttonClass } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { usePreferences } from '../../preferences.tsx'
import { useAddressOf } from '../../shared/register/use-said.ts'
import { routeWords } from '../../words/route.ts'
import type { VisitStop } from './day-stop.ts'

/** The homes of a building, each by its address and no more: why somebody comes is on the home's own page. */
export default function Homes({ stop: { homes, title } }: { stop: VisitStop }) {
  const said = routeWords[usePreferences().language]
  const addressOf = useAddressOf()
  return (
    <Card title={title}>
      {homes.map(({ homeId, place }) => (
        <p key={homeId} className="route__home">
          <span>{addressOf(place)}</span>
          <Link
            to={`/visits/${homeId}`}
            aria-label={said.homes(addressOf(place))}
            className={buttonClass({ look: homes.length === 1 ? 'main' : 'quiet' })}
          >
            {said.log}
          </Link>
        </p>
      ))}
    </Card>
  )
}
