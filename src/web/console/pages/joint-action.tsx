import '../books.css'
import '../case/case.css'
import '../whistles/whistles.css'
import { useParams } from '@tanstack/react-router'
import type { Action } from '../../../cases/station/action.contract.ts'
import { useRead } from '../../api/use-read.ts'
import { Shown } from '../../kit/shown.tsx'
import { NotPermitted } from '../not-permitted.tsx'
import { mayDo, useSignedIn } from '../session/me.ts'
import { ActionView } from '../station/action-view.tsx'
import { useWords } from '../words.ts'

/** A joint action on a page of its own: the address that notices lead to. */
export default function JointActionPage() {
  const { id } = useParams({ strict: false })
  const { one } = useWords().consoleStation
  const mayView = mayDo(useSignedIn(), 'action.see')
  const reading = useRead<Action>(mayView ? `/api/joint-actions/${id}` : null)
  if (!mayView) return <NotPermitted />
  return (
    <Shown reading={reading} heading={one}>
      {(action) => <ActionView key={action.id} action={action} />}
    </Shown>
  )
}
