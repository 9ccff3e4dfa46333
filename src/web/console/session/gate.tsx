import type { ReactNode } from 'react'
import { Loading, Refused } from '../../kit/states.tsx'
import { NextStepLater, useNeeds } from '../../shared/account/needs.tsx'
import { useAskAgain, useMe } from './me.ts'
import { PlainFrame } from './plain-frame.tsx'
import { SetUpForm } from './set-up-form.tsx'
import { SignInForm } from './sign-in-form.tsx'

/**
 * Lets staff in. Whoever is not signed in signs in where they are, so that the page they wanted, and a draft on it,
 * is there afterwards. An installation without an administrator is set up first.
 */
export function Gate({ children }: { children: ReactNode }) {
  const { data: me, error, refetch } = useMe()
  const again = useAskAgain()
  const { needs, release } = useNeeds(error)
  const goOn = async () => {
    await again.everything()
    release()
  }
  if (needs !== null)
    return (
      <PlainFrame>
        <NextStepLater needs={needs} onDone={() => void goOn()} />
      </PlainFrame>
    )
  if (me === undefined)
    return (
      <PlainFrame>
        {error === null ? <Loading /> : <Refused error={error} onRetry={() => void refetch()} />}
      </PlainFrame>
    )
  if (me.district.needsSetUp)
    return (
      <PlainFrame>
        <SetUpForm />
      </PlainFrame>
    )
  if (me.account?.kind !== 'staff')
    return (
      <PlainFrame>
        <SignInForm district={me.district} />
      </PlainFrame>
    )
  return children
}
