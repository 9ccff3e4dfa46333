import { Link, useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import type { DistrictCard } from '../../../areas/contract.ts'
import { useDraft } from '../../api/draft.ts'
import { useRead } from '../../api/use-read.ts'
import { useTitle } from '../../kit/shell.tsx'
import { Empty } from '../../kit/states.tsx'
import { useWords } from '../../preferences.tsx'
import { useMyPlace } from '../../shared/my-place.ts'
import { keepReceipt, receiptToKeep } from '../../shared/receipts.ts'
import { emptyReport, type ReportDraft } from '../../shared/report/report-draft.ts'
import { ReportForm } from '../../shared/report/report-form.tsx'
import { ForOtherPart } from '../report/for-other-part.tsx'
import { useScannedPlace } from '../scanned-place.ts'

export default function ReportPage() {
  const { portal, report } = useWords()
  const { title, ways, paper } = report
  // Asked for beside the form and waited for by nobody: every district but a new one is set up.
  const { data: district } = useRead<DistrictCard>('/api/district', { staleMs: 300_000 })
  useTitle(title)
  const navigate = useNavigate()
  const [mine] = useMyPlace()
  const scanned = useScannedPlace().place
  const [start] = useState<ReportDraft>(() => ({ ...emptyReport, place: mine }))
  const [draft, change, forget] = useDraft('report', start)
  // Whoever stands before the plate means this place, whatever an older draft says.
  const code = scanned?.scanned
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each scanned code, not for each drawing.
  useEffect(() => {
    if (scanned) change({ place: scanned, position: null })
  }, [code])
  if (district?.setUp === false) return <Empty wholePage what={portal.notSetUp} next={portal.notSetUpNext} />
  return (
    <ReportForm
      title={title}
      draft={draft}
      keptAs="report"
      change={change}
      forget={forget}
      asksContact
      further={(part) => <ForOtherPart {...part} />}
      otherWay={
        <>
          <p className="report__paper">
            <Link className="more-link" to="/ways">
              {ways}
            </Link>
          </p>
          <p className="report__paper">
            <Link className="more-link" to={code ? `/paper?place=${code}` : '/paper'}>
              {paper}
            </Link>
          </p>
        </>
      }
      onReceipt={(receipt) => {
        keepReceipt(receiptToKeep(receipt))
        navigate({ to: `/receipt/${receipt.number}` })
      }}
    />
  )
}
