import type { OpenAlert } from '../../../cases/alerts.contract.ts'
import { nowMs } from '../../clock.ts'
import { Button } from '../../kit/button.tsx'
import { FormError } from '../../kit/form-error.tsx'
import { Light } from '../../kit/light.tsx'
import { useTaking } from '../../shared/emergencies.tsx'
import { placeIn } from '../../shared/names.ts'
import { sayMoment } from '../../words/time.ts'
import { useReading } from '../words.ts'

/** An emergency in one line: seen first, and what one is at work on stays in sight below it. */
export function EmergencyLine({ alert }: { alert: OpenAlert }) {
  const { words, language } = useReading()
  const { emergencies } = words.notices
  const take = useTaking(alert)
  return (
    <div className="emergency-line">
      <strong>{emergencies.title}</strong>
      <Light light="red">{sayMoment(words, alert.raisedAt, nowMs())}</Light>
      <p>
        <strong>{placeIn(language, alert.place)}</strong> {alert.words}
      </p>
      <FormError error={take.error} />
      <Button busy={take.isPending} onClick={() => take.mutate()}>
        {emergencies.take}
      </Button>
    </div>
  )
}
