import { useParams } from '@tanstack/react-router'
import { CaseView } from '../case/case-view.tsx'
import { useWords } from '../words.ts'

/** A case on a page of its own: the address that colleagues send each other. */
export default function CasePage() {
  const { id } = useParams({ strict: false })
  const { desk } = useWords().console
  if (id === undefined) return null
  return (
    <>
      <h1 className="unseen">{desk.openCase}</h1>
      <CaseView key={id} id={id} />
    </>
  )
}
