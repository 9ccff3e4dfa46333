import './report-desk.css'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import type { AreaStep } from '../../../areas/contract.ts'
import type { Receipt } from '../../../cases/contract.ts'
import type { Me } from '../../../people/contract.ts'
import { useDraft } from '../../api/draft.ts'
import { isRefusal } from '../../api/problem.ts'
import { Button, buttonClass } from '../../kit/button.tsx'
import type { ChosenPlace } from '../../shared/my-place.ts'
import { receiptToKeep } from '../../shared/receipts.ts'
import { ChannelStep } from '../../shared/report/channel-step.tsx'
import { EmergencyStep } from '../../shared/report/emergency-step.tsx'
import { ReceiptCard } from '../../shared/report/receipt-card.tsx'
import { emptyReport, type ReportDraft } from '../../shared/report/report-draft.ts'
import { type Photos, useSendReport } from '../../shared/report/use-send-report.ts'
import { useAskAgain } from '../session/me.ts'
import { useWords } from '../words.ts'
import { DeskReportForm } from './desk-report-form.tsx'

const noPhotos: Photos = { found: [], solved: [] }

/** Where a desk's callers mostly speak of: its own street or community. The centre's may be anywhere. */
function ownPlace({ posts }: Me): ChosenPlace | null {
  const area = posts.map((post) => post.area).find(({ kind }) => kind !== 'district')
  if (area === undefined) return null
  const { id, nameZh, nameEn } = area
  return { id, steps: [{ id, kind: area.kind as AreaStep['kind'], nameZh, nameEn }] }
}

/** One report after the other: the form with its doors, then the receipt, which is the other person's. */
export function ReportDesk({ me }: { me: Me }) {
  const [start] = useState<ReportDraft>(() => ({ ...emptyReport, place: ownPlace(me) }))
  // By account: who sits down next at this desk does not read what the last one was told.
  const [draft, change, forget] = useDraft(`desk-report.${me.account?.id ?? ''}`, start)
  const [receipt, setReceipt] = useState<Receipt | null>(null)
  if (receipt !== null) return <Done receipt={receipt} onNext={() => setReceipt(null)} />
  return (
    <TakingDown
      draft={draft}
      change={change}
      forget={forget}
      onReceipt={(given) => {
        forget()
        setReceipt(given)
      }}
    />
  )
}

interface TakingDownProps {
  readonly draft: ReportDraft
  change(change: Partial<ReportDraft>): void
  forget(): void
  onReceipt(receipt: Receipt): void
}

function TakingDown({ draft, change, forget, onReceipt }: TakingDownProps) {
  const [photos, setPhotos] = useState(noPhotos)
  const { whoIAm } = useAskAgain()
  const sending = useSendReport(onReceipt)
  const { step, busy, error } = sending
  // The gate asks for the sign-in; the draft is kept.
  const signedOut = isRefusal(error, 'sign_in_needed')
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once each time that the server says so
  useEffect(() => {
    if (signedOut) void whoIAm()
  }, [signedOut])
  if (step.kind === 'emergency')
    return (
      <div className="report-desk report-desk--step">
        <EmergencyStep
          lines={step.lines}
          draft={draft}
          busy={busy}
          error={error}
          onSend={() => sending.sendNoEmergency(draft, photos)}
          onBack={sending.write}
        />
      </div>
    )
  if (step.kind === 'channel')
    return (
      <div className="report-desk report-desk--step">
        <ChannelStep
          door={step.door}
          busy={busy}
          error={error}
          onSend={() => sending.sendHereAnyway(draft, photos)}
          onBack={sending.write}
        />
      </div>
    )
  return (
    <DeskReportForm
      draft={draft}
      photos={photos.found}
      busy={busy}
      error={error}
      change={change}
      setPhotos={(found) => setPhotos({ ...photos, found })}
      onSend={() => sending.send(draft, photos)}
      onClear={() => {
        forget()
        setPhotos(noPhotos)
      }}
    />
  )
}

/** The receipt, large enough to be read over a counter or down a telephone line. It is kept nowhere here. */
function Done({ receipt, onNext }: { receipt: Receipt; onNext(): void }) {
  const { done } = useWords().consoleReport
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <div ref={box} tabIndex={-1} className="report-desk report-desk--done">
      <ReceiptCard receipt={receiptToKeep(receipt)} heading={done.title} note={done.handOver}>
        <Button wide onClick={onNext}>
          {done.next}
        </Button>
        <Link
          to="/cases/$id"
          params={{ id: receipt.caseId }}
          className={buttonClass({ look: 'quiet', wide: true })}
        >
          {done.open}
        </Link>
      </ReceiptCard>
    </div>
  )
}
