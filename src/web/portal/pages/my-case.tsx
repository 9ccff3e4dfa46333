import { useParams } from '@tanstack/react-router'
import { OwnCasePage } from '../follow/own-case-page.tsx'

/** An own case by the signed-in account. */
export default function MyCasePage() {
  const { caseId } = useParams({ strict: false })
  return <OwnCasePage way={{ caseId: caseId ?? '' }} />
}
