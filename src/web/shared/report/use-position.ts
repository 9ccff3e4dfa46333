import { useState } from 'react'
import type { AreaPath } from '../../../areas/contract.ts'
import { call } from '../../api/call.ts'
import { isRefusal } from '../../api/problem.ts'
import { withQuery } from '../../api/use-read.ts'
import { type ChosenPlace, chosenPlace } from '../my-place.ts'
import type { Position } from './report-draft.ts'

/** Five decimals are a metre: closer than any phone knows. */
const tidy = (degrees: number): number => Math.round(degrees * 100_000) / 100_000

/** The phone's own position; fails where its owner does not allow it, or it is not found in time. */
export const askPhone = (): Promise<Position> =>
  new Promise((done, fail) =>
    navigator.geolocation.getCurrentPosition(
      ({ coords }) =>
        done({
          lon: tidy(coords.longitude),
          lat: tidy(coords.latitude),
          metres: Math.max(1, Math.round(coords.accuracy)),
        }),
      fail,
      { enableHighAccuracy: true, timeout: 20_000, maximumAge: 60_000 },
    ),
  )

/** Phones give their position to pages of a safe address only. */
export const knowsPosition = (): boolean => 'geolocation' in navigator && window.isSecureContext

/** Asks the phone where it is, once, when its owner taps; and the server which grid that is. */
export function usePosition(onFound: (position: Position, place: ChosenPlace) => void) {
  const [state, setState] = useState<'idle' | 'asking' | 'denied' | 'outside'>('idle')
  async function ask() {
    setState('asking')
    try {
      const position = await askPhone()
      const query = { lon: String(position.lon), lat: String(position.lat) }
      const path = await call<AreaPath>('GET', withQuery('/api/areas/locate', query))
      setState('idle')
      onFound(position, chosenPlace(path))
    } catch (problem) {
      setState(isRefusal(problem, 'area_outside_district') ? 'outside' : 'denied')
    }
  }
  return { state, ask }
}
