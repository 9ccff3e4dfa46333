import type { OfficeNow } from '../../../matters/office-now.contract.ts'
import { useRead } from '../../api/use-read.ts'
import { nowMs } from '../../clock.ts'
import { Card } from '../../kit/card.tsx'
import { useWords } from '../../preferences.tsx'
import { momentFacts } from '../../words/time.ts'

/** Whether one is on duty, by the district's office hours. Nothing stands here until it is known. */
export function DutyCard() {
  const words = useWords()
  const { duty } = words.field.me
  const { data: office } = useRead<OfficeNow>('/api/office', { staleMs: 60_000 })
  if (office === undefined) return null
  const now = nowMs()
  return (
    <Card title={duty.title}>
      <p>
        {office.closesAt === null
          ? words.portal.worker.offDuty(momentFacts(office.opensAt, now))
          : duty.open(momentFacts(office.closesAt, now).clock)}
      </p>
      <small>{duty.hint}</small>
    </Card>
  )
}
