import { Navigate } from '@tanstack/react-router'
import { Loading } from '../../kit/states.tsx'
import { FirstSteps, useBegun } from '../first-steps.tsx'
import { firstPage } from '../menu.ts'
import { isNarrow } from '../narrow.ts'
import { mayDo, useSignedIn } from '../session/me.ts'

/** The console opens where the reader's work is; for who keeps a new district, with what it still lacks. */
export default function HomePage() {
  const me = useSignedIn()
  const { begun, isWaiting } = useBegun(mayDo(me, 'people.manage') && mayDo(me, 'area.manage'))
  if (isWaiting) return <Loading />
  if (begun !== undefined && Object.values(begun).includes(0)) return <FirstSteps begun={begun} />
  return <Navigate to={firstPage(me, isNarrow())} replace />
}
