import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import type { ActReceipt } from '../../../cases/acts.contract.ts'
import type { Point } from '../../../cases/contract.ts'
import { sendAct } from '../../api/use-read.ts'
import { useSay } from '../../kit/status.tsx'
import { useWords } from '../../preferences.tsx'

/** Nobody waits longer for a satellite: the arrival counts without a point. */
const WAIT_MS = 5000

/** Where the phone is, or null where it does not say so in time. */
const wherePhoneIs = (): Promise<Point | null> =>
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

/** 到场: says that one is here, with the point where the phone gives it. Tried again it is the same arrival. */
export function useArrive(caseId: string) {
  const { today } = useWords().field
  const say = useSay()
  const queries = useQueryClient()
  const point = useRef<Point | null | undefined>(undefined)
  return useMutation({
    mutationFn: async () => {
      if (point.current === undefined) point.current = await wherePhoneIs()
      return sendAct<ActReceipt>(
        `/api/cases/${caseId}/arrive`,
        point.current === null ? {} : { point: point.current },
      )
    },
    onSuccess: async () => {
      point.current = undefined
      say(today.stepDone.arrive)
      await queries.invalidateQueries()
    },
  })
}
