import '../books.css'
import '../whistles/whistles.css'
import { useSearch } from '@tanstack/react-router'
import type { AreaPath } from '../../../areas/contract.ts'
import type { WhistleRuleList } from '../../../cases/whistle/contract.ts'
import { useRead } from '../../api/use-read.ts'
import { useTitle } from '../../kit/shell.tsx'
import { Shown } from '../../kit/shown.tsx'
import { useCase } from '../case/use-case.ts'
import { NotPermitted } from '../not-permitted.tsx'
import { mayDo, useSignedIn } from '../session/me.ts'
import { BlowForm } from '../whistles/blow-form.tsx'
import { useWords } from '../words.ts'

/** 吹哨: for a case, of which the page knows where and what, or standing alone. */
export default function BlowWhistlePage() {
  const { blow: said } = useWords().consoleWhistles
  const { case: caseId, area } = useSearch({ strict: false }) as { case?: string; area?: string }
  useTitle(said.title)
  if (!mayDo(useSignedIn(), 'whistle.blow')) return <NotPermitted />
  return (
    <div className="book">
      <h1>{said.title}</h1>
      <p className="book__lead">{said.lead}</p>
      {caseId === undefined ? <Alone areaId={area ?? null} /> : <ForCase caseId={caseId} />}
    </div>
  )
}

const useRules = () => useRead<WhistleRuleList>('/api/whistle-rules')

/** With no case; from a round's estate the place is known. */
function Alone({ areaId }: { areaId: string | null }) {
  const rules = useRules()
  const place = useRead<AreaPath>(areaId === null ? null : `/api/areas/${encodeURIComponent(areaId)}`)
  if (areaId === null)
    return <Shown reading={rules}>{({ inForce }) => <BlowForm rules={inForce} story={null} />}</Shown>
  return (
    <Shown reading={place}>
      {({ area }) => (
        <Shown reading={rules}>
          {({ inForce }) => <BlowForm rules={inForce} story={null} area={area} />}
        </Shown>
      )}
    </Shown>
  )
}

function ForCase({ caseId }: { caseId: string }) {
  const rules = useRules()
  return (
    <Shown reading={useCase(caseId)}>
      {(story) => (
        <Shown reading={rules}>{({ inForce }) => <BlowForm rules={inForce} story={story} />}</Shown>
      )}
    </Shown>
  )
}
