import './hall.css'
import { Link } from '@tanstack/react-router'
import type { Wall } from '../../../cases/wall/contract.ts'
import { nowMs } from '../../clock.ts'
import { Button } from '../../kit/button.tsx'
import { usePreferences } from '../../preferences.tsx'
import { nameIn } from '../../shared/names.ts'
import { CasesNamed } from '../../shared/wall/cases-named.tsx'
import { WallState } from '../../shared/wall/wall-state.tsx'
import { useDark } from '../../use-dark.ts'
import { sayMoment } from '../../words/time.ts'
import { ToCase, ToReports } from '../ways.tsx'
import { useReading } from '../words.ts'
import { HallMap } from './hall-map.tsx'
import { OpenNow } from './open-now.tsx'
import { Parts } from './parts.tsx'
import { Today } from './today.tsx'

/** What is read from a distance, and stands on a screen of 1080 lines without being cut; the console has the rest. */
const shown = { pressing: 3, today: 3 }

interface HallProps {
  readonly wall: Wall
  readonly isLost: boolean
  goTo(areaId: string): void
}

/** The whole wall: on a screen of 1920 by 1080 all of it at once, on smaller ones below each other. */
export function Hall({ wall, isLost, goTo }: HallProps) {
  const { words } = useReading()
  return (
    <main className="hall">
      <Head wall={wall} isLost={isLost} />
      <div className="hall__column">
        <OpenNow wall={wall} />
        <Parts wall={wall} />
      </div>
      <div className="hall__column hall__column--middle">
        <HallMap key={wall.area.id} wall={wall} goTo={goTo} />
        <Today wall={wall} />
      </div>
      <div className="hall__column">
        <CasesNamed
          wall={wall}
          words={words}
          most={shown}
          link={(id, text) => <ToCase id={id}>{text}</ToCase>}
          reports={(id, text) => <ToReports id={id}>{text}</ToReports>}
        />
      </div>
    </main>
  )
}

function Head({ wall, isLost }: Pick<HallProps, 'wall' | 'isLost'>) {
  const { words, language } = useReading()
  const { screen: said, consoleOverview } = words
  const { setTheme } = usePreferences()
  const isDark = useDark()
  // The widest that is seen stands in the heading alone.
  const steps = wall.steps.length > 1 ? wall.steps : []
  return (
    <header className="hall__head">
      <h1>{nameIn(language, wall.area)}</h1>
      <nav className="hall__steps" aria-label={consoleOverview.steps}>
        {steps.map((step) => (
          <Link
            key={step.id}
            to="/"
            search={{ area: step.id }}
            aria-current={step.id === wall.area.id ? 'page' : undefined}
          >
            {nameIn(language, step)}
          </Link>
        ))}
      </nav>
      <WallState wall={wall} isLost={isLost} words={words} />
      <p>{consoleOverview.asOf(sayMoment(words, wall.at, nowMs()))}</p>
      {steps.length > 0 && <small className="hall__windowed">{said.up}</small>}
      <Button look="quiet" onClick={() => setTheme(isDark ? 'light' : 'dark')}>
        {isDark ? said.light : said.dark}
      </Button>
      {document.fullscreenEnabled && (
        <span className="hall__windowed">
          <Button look="quiet" onClick={() => void document.documentElement.requestFullscreen()}>
            {said.fullScreen}
          </Button>
        </span>
      )}
    </header>
  )
}
