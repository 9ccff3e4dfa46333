import { useEffect, useRef } from 'react'
import type { AlertReceipt, RaiseAlert } from '../../../cases/contract.ts'
import type { EmergencyLine } from '../../../matters/doors.contract.ts'
import { useAct } from '../../api/use-read.ts'
import { Button } from '../../kit/button.tsx'
import { FormError } from '../../kit/form-error.tsx'
import { useWords } from '../../preferences.tsx'
import { EmergencyCall } from './door-ways.tsx'
import { type ReportDraft, reportOf } from './report-draft.ts'

/** What stands in the way of an emergency becoming a case: the numbers, large; then the grid worker; then going on. */
export function EmergencyStep({
  lines,
  draft,
  busy,
  error,
  onSend,
  onBack,
}: {
  lines: readonly EmergencyLine[]
  draft: ReportDraft
  busy: boolean
  error: unknown
  onSend(): void
  onBack(): void
}) {
  const { emergency } = useWords().report
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const alert = useAct<AlertReceipt, Omit<RaiseAlert, 'requestId'>>('/api/alerts')
  const tell = () => {
    const { words, areaId, place, point } = reportOf(draft, [], false)
    alert.mutate({ words, ...(areaId && { areaId }), ...(place && { place }), ...(point && { point }) })
  }
  return (
    <div className="doors">
      <h1 ref={heading} tabIndex={-1}>
        {emergency.title}
      </h1>
      <p>{emergency.lead}</p>
      {lines.map((line) => (
        <EmergencyCall key={line} line={line} />
      ))}
      {alert.isSuccess ? (
        <p className="doors__told" role="status">
          {emergency.told}
        </p>
      ) : (
        <>
          <Button wide big look="danger" busy={alert.isPending} onClick={tell}>
            {emergency.tellWorker}
          </Button>
          <p>
            <small>{emergency.tellWorkerHint}</small>
          </p>
        </>
      )}
      <FormError error={alert.error ?? error} />
      <Button wide look="quiet" busy={busy} onClick={onSend}>
        {emergency.notEmergency}
      </Button>
      <Button wide look="quiet" onClick={onBack}>
        {emergency.back}
      </Button>
    </div>
  )
}
