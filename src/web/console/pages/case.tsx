import { useParams } from '@tanstack/react-router'
import { CaseView } from '../case/case-view.tsx'

/** A case on a page of its own: the address that colleagues send each other. */
export default function CasePage() {
  const { id } = useParams({ strict: false })
  return id === undefined ? null : <CaseView key={id} id={id} />
}
