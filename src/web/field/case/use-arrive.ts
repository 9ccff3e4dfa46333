import type { Point } from '../../../cases/contract.ts'
import { useWords } from '../../preferences.tsx'
import { useCaseAct } from './use-case-act.ts'

/** Nobody waits longer for a satellite: the arrival counts without a point. */
const WAIT_MS = 5000

/** Where the phone is, or null where it does not say so in time. */
export const wherePhoneIs = (): Promise<Point | null> =>
  new Promise((done) => {
    if (!('geolocation' in navigator) || !window.isSecureContext) return done(null)
    // Its own time-out does not run while the owner is being asked.
    setTimeout(() => done(null), 2 * WAIT_MS)
    navigator.geolocation.getCurrentPosition(
      ({ coords }) =>
        done({ lon: Number(coords.longitude.toFixed(5)), lat: Number(coords.latitude.toFixed(5)) }),
      () => done(null),
      { enableHighAccuracy: true, timeout: WAIT_MS, maximumAge: 60_000 },
    )
  })

const foundPoint = async () => {
  const point = await wherePhoneIs()
  return point === null ? {} : { point }
}

/** 到场: says that one is here, with the point where the phone gives it. */
export function useArrive(caseId: string) {
  const { today } = useWords().field
  return useCaseAct(caseId, 'arrive', today.stepDone.arrive, { found: foundPoint })
}
