import { useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import type { AreaStep } from '../../../areas/contract.ts'
import type { Me } from '../../../people/contract.ts'
import { keptDraft, useDraft } from '../../api/draft.ts'
import { useTitle } from '../../kit/shell.tsx'
import { useSay } from '../../kit/status.tsx'
import { useWords } from '../../preferences.tsx'
import type { ChosenPlace } from '../../shared/my-place.ts'
import { keepReceipt, receiptToKeep } from '../../shared/receipts.ts'
import { emptyReport, type ReportDraft } from '../../shared/report/report-draft.ts'
import { ReportForm } from '../../shared/report/report-form.tsx'
import { ErrandPart } from '../report/errand-part.tsx'
import { OnBehalfPart } from '../report/on-behalf-part.tsx'
import { ASIDE, NEXT, REPORT } from '../report/report-keys.ts'
import { SpotPart } from '../report/spot-part.tsx'
import { StaffGate, worksInGrid } from '../session/gate.tsx'

// Most reports begin on this page, and not on an errand.
const BegunFirst = lazy(async () => ({ default: (await import('../report/begun-first.tsx')).BegunFirst }))

export default function FieldReportPage() {
  const { title } = useWords().field.report
  useTitle(title)
  const [waits] = useState(() => keptDraft(NEXT) !== null || keptDraft(ASIDE) !== null)
  return (
    <StaffGate>
      {(me) =>
        waits ? (
          <Suspense fallback={null}>
            <BegunFirst title={title}>
              <FieldReport me={me} title={title} />
            </BegunFirst>
          </Suspense>
        ) : (
          <FieldReport me={me} title={title} />
        )
      }
    </StaffGate>
  )
}

/** Where a grid worker most often stands: the own grid, which also is where they may solve things on the spot. */
function ownGrid({ posts }: Me): ChosenPlace | null {
  const area = posts.find(({ kind }) => kind === 'grid_worker' || kind === 'grid_leader')?.area
  return area ? { id: area.id, steps: [{ ...area, kind: area.kind as AreaStep['kind'] }] } : null
}

/** The residents' form, with reporting for others and solving on the spot for those whose post allows it. */
function FieldReport({ me, title }: { me: Me; title: string }) {
  const navigate = useNavigate()
  const say = useSay()
  const { kept } = useWords().field
  const [start] = useState<ReportDraft>(() => ({ ...emptyReport, place: ownGrid(me) }))
  const [draft, change, forget] = useDraft(REPORT, start)
  return (
    <ReportForm
      title={title}
      draft={draft}
      keptAs={REPORT}
      change={change}
      forget={forget}
      asksContact={draft.onBehalf !== null}
      contactOpen
      further={(part) => (
        <>
          <ErrandPart {...part} />
          {me.acts.includes('case.accept_on_behalf') && <OnBehalfPart {...part} />}
          {worksInGrid(me) && <SpotPart {...part} />}
        </>
      )}
      later={async (report) => {
        const isKept = await (await import('../outbox/keep-report.ts')).keepReport(report)
        if (isKept) {
          say(kept)
          navigate({ to: '/outbox' })
        }
        return isKept
      }}
      onReceipt={(receipt) => {
        keepReceipt(receiptToKeep(receipt))
        navigate({ to: `/receipt/${receipt.number}` })
      }}
    />
  )
}
