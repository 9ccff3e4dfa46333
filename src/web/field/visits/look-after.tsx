import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { OwnEmergencies } from '../../../cases/emergency/contract.ts'
import type { LookAfter as Found, LookAfterHome } from '../../../visits/contract.ts'
import { useRead } from '../../api/use-read.ts'
import { nowMs } from '../../clock.ts'
import { Button, buttonClass } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { Shown } from '../../kit/shown.tsx'
import { usePreferences, useWords } from '../../preferences.tsx'
import { useAddressOf } from '../../shared/register/use-said.ts'
import { sayMoment } from '../../words/time.ts'
import { homesOf } from './look-after.rule.ts'
import { useSaid } from './use-said.ts'

const atOnce = 6

/** While an emergency is on: the homes of the own grid to look after, before all else of the day. */
export function LookAfter() {
  const { data } = useRead<OwnEmergencies>('/api/emergencies/mine', { staleMs: 30_000 })
  const real = data?.rows.filter(({ drill }) => !drill) ?? []
  return real.length === 0 ? null : <Homes on={real} />
}

function Homes({ on }: { on: OwnEmergencies['rows'] }) {
  const reading = useRead<Found>('/api/field/look-after', { staleMs: 30_000 })
  return <Shown reading={reading}>{(found) => <Listed found={found} on={on} />}</Shown>
}

function Listed({ found, on }: { found: Found; on: OwnEmergencies['rows'] }) {
  const { lookAfter: said } = useSaid()
  const { language } = usePreferences()
  const { common } = useWords()
  const [shown, setShown] = useState(atOnce)
  const { left, seen } = homesOf(found.homes, on)
  if (left.length + seen.length === 0) return null
  const isAll = found.all === found.homes.length
  const kinds = common.facts(...new Set(on.map(({ name }) => name[language])))
  return (
    <Card title={said.title(kinds)} edge={left.length > 0 || !isAll ? 'yellow' : 'green'}>
      <p role="status">
        {left.length > 0 && said.left(left.length)}{' '}
        {left.length === 0 && isAll ? said.allSeen(seen.length) : seen.length > 0 && said.seen(seen.length)}
      </p>
      {left.slice(0, shown).map((home) => (
        <OneHome key={home.homeId} home={home} />
      ))}
      {left.length > shown && (
        <Button look="quiet" wide onClick={() => setShown(shown + 2 * atOnce)}>
          {said.more(Math.min(left.length - shown, 2 * atOnce))}
        </Button>
      )}
      {!isAll && <p>{said.cut(found.homes.length, found.all)}</p>}
    </Card>
  )
}

function OneHome({ home: { homeId, place, spokenAt } }: { home: LookAfterHome }) {
  const said = useSaid()
  const words = useWords()
  const address = useAddressOf()(place)
  return (
    <div className="today__home">
      <p>
        {address}
        <br />
        <small>
          {spokenAt === null
            ? said.lookAfter.notSpoken
            : said.lookAfter.spoken(sayMoment(words, spokenAt, nowMs()))}
        </small>
      </p>
      <Link to={`/visits/${homeId}`} aria-label={said.logOf(address)} className={buttonClass({})}>
        {said.log}
      </Link>
    </div>
  )
}
