import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../api/call.ts'
import { Button } from '../kit/button.tsx'
import { FormError } from '../kit/form-error.tsx'
import { useSay } from '../kit/status.tsx'
import { useWords } from '../preferences.tsx'

/** Fetched when one leaves. Without it one leaves all the same. */
const stopPush = () =>
  import('./messages/push-here.ts').then(
    ({ stopPushHere }) => stopPushHere(),
    () => undefined,
  )

/**
 * Ends the session; what was read with it is forgotten. `before` may ask something first: it is given what goes on.
 * `onSignedOut` forgets what a face keeps beyond the page, as soon as the server has answered.
 */
export function SignOut({
  before = (go) => go(),
  onSignedOut = async () => undefined,
}: {
  before?: (go: () => void) => void
  onSignedOut?: () => Promise<void>
}) {
  const { me } = useWords().portal
  const say = useSay()
  const queries = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const leave = async () => {
    setBusy(true)
    setError(null)
    try {
      await stopPush()
      await call('POST', '/api/auth/sign-out')
      try {
        await onSignedOut()
      } finally {
        await queries.resetQueries()
      }
      say(me.signedOut)
    } catch (problem) {
      setError(problem)
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <FormError error={error} />
      <Button look="quiet" wide busy={busy} onClick={() => before(leave)}>
        {me.signOut}
      </Button>
    </>
  )
}
