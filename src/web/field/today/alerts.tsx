import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type EmergencyLine, emergencyLines } from '../../../cases/doors.contract.ts'
import { call } from '../../api/call.ts'
import { useRead } from '../../api/use-read.ts'
import { nowMs } from '../../clock.ts'
import { Button } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { FormError } from '../../kit/form-error.tsx'
import { Light } from '../../kit/light.tsx'
import { useSay } from '../../kit/status.tsx'
import { useWords } from '../../preferences.tsx'
import { useNameOf } from '../../shared/names.ts'
import { sayMoment } from '../../words/time.ts'

interface Alert {
  readonly id: string
  readonly areaId: string
  readonly lines: readonly EmergencyLine[]
  readonly raisedAt: string
  readonly words: string | null
}

/** Emergencies that nobody has taken yet stand above everything. */
export function Alerts() {
  const words = useWords()
  const { today } = words.field
  const { data } = useRead<{ alerts: readonly Alert[] }>('/api/alerts')
  if (!data || data.alerts.length === 0) return null
  return (
    <section aria-label={today.alerts}>
      {data.alerts.map((alert) => (
        <AlertCard key={alert.id} alert={alert} />
      ))}
    </section>
  )
}

function AlertCard({ alert }: { alert: Alert }) {
  const words = useWords()
  const { today } = words.field
  const nameOf = useNameOf()
  const sayLine = (line: EmergencyLine) => {
    const { number, ...name } = emergencyLines[line]
    return number ?? nameOf(name)
  }
  const say = useSay()
  const queries = useQueryClient()
  const take = useMutation({
    mutationFn: () => call('POST', `/api/alerts/${alert.id}/take`),
    onSuccess: async () => {
      say(today.alertTaken)
      await queries.invalidateQueries()
    },
  })
  return (
    <Card
      title={today.alerts}
      edge="red"
      aside={<Light light="red">{sayMoment(words, alert.raisedAt, nowMs())}</Light>}
    >
      <p>{alert.words}</p>
      <p>
        <small>{today.alertLines(alert.lines.map(sayLine).join(', '))}</small>
      </p>
      <FormError error={take.error} />
      <Button wide busy={take.isPending} onClick={() => take.mutate()}>
        {today.alertTake}
      </Button>
    </Card>
  )
}
