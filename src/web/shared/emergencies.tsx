import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ComponentType } from 'react'
import type { OpenAlert, OpenAlerts } from '../../cases/alerts.contract.ts'
import { tongueOf } from '../../kernel/tongue.ts'
import { type EmergencyLine, emergencyLines } from '../../matters/doors.contract.ts'
import { call } from '../api/call.ts'
import { isRefusal, sayProblem } from '../api/problem.ts'
import { nowMs } from '../clock.ts'
import { Button } from '../kit/button.tsx'
import { Card } from '../kit/card.tsx'
import { FormError } from '../kit/form-error.tsx'
import { Light } from '../kit/light.tsx'
import { useSay } from '../kit/status.tsx'
import { usePreferences, useWords } from '../preferences.tsx'
import { sayMoment } from '../words/time.ts'
import { nameIn, placeIn } from './names.ts'

/** A page that stays open must not miss an emergency. */
const REFRESH_MS = 30_000

/** Emergencies that nobody has taken yet stand above everything; for those who may see them. `as` draws each of them. */
export function Emergencies({ as: Emergency = EmergencyCard }: { as?: ComponentType<{ alert: OpenAlert }> }) {
  const { emergencies } = useWords().notices
  const { data } = useQuery({
    queryKey: ['/api/alerts'],
    queryFn: ({ signal }) => call<OpenAlerts>('GET', '/api/alerts', undefined, { signal }),
    staleTime: 0,
    refetchInterval: REFRESH_MS,
  })
  if (!data || data.alerts.length === 0) return null
  return (
    <section aria-label={emergencies.title}>
      {data.alerts.map((alert) => (
        <Emergency key={alert.id} alert={alert} />
      ))}
    </section>
  )
}

/** Takes an emergency, and says what became of it; for whatever draws one. */
export function useTaking(alert: OpenAlert) {
  const words = useWords()
  const { emergencies } = words.notices
  const say = useSay()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => call('POST', `/api/alerts/${alert.id}/take`),
    onSuccess: async () => {
      say(emergencies.taken)
      await queries.invalidateQueries()
    },
    onError: async (error) => {
      if (!isRefusal(error, 'alert_taken')) return
      // Somebody was quicker: the card goes, so what happened is said where it stays.
      say(sayProblem(words, error))
      await queries.invalidateQueries()
    },
  })
}

function EmergencyCard({ alert }: { alert: OpenAlert }) {
  const { words, language } = usePreferences()
  const { emergencies } = words.notices
  const take = useTaking(alert)
  const sayLine = (line: EmergencyLine) => {
    const { number, ...name } = emergencyLines[line]
    return number ?? nameIn(language, name)
  }
  return (
    <Card
      title={emergencies.one}
      edge="red"
      aside={<Light light="red">{sayMoment(words, alert.raisedAt, nowMs())}</Light>}
    >
      <p {...tongueOf(alert.words ?? '')}>{alert.words}</p>
      <p>
        <strong>{placeIn(language, alert.place)}</strong>
      </p>
      <p>
        <small>{emergencies.lines(alert.lines.map(sayLine))}</small>
      </p>
      <FormError error={take.error} />
      <Button wide busy={take.isPending} onClick={() => take.mutate()}>
        {emergencies.take}
      </Button>
    </Card>
  )
}
