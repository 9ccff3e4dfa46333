import { Navigate } from '@tanstack/react-router'
import { firstPage } from '../menu.ts'
import { isNarrow } from '../narrow.ts'
import { useSignedIn } from '../session/me.ts'

/** The console opens where the reader's work is. */
export default function HomePage() {
  return <Navigate to={firstPage(useSignedIn(), isNarrow())} replace />
}
