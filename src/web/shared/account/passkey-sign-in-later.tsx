import { lazy, Suspense } from 'react'
import { passkeysHere } from './passkey-support.ts'

const PasskeySignIn = lazy(() => import('./passkey-sign-in.tsx'))

/** Signing in by a passkey, where the browser can; elsewhere nothing stands here. */
export function PasskeySignInLater({ onDone }: { onDone(): void | Promise<void> }) {
  if (passkeysHere() !== 'usable') return null
  return (
    <Suspense fallback={null}>
      <PasskeySignIn onDone={onDone} />
    </Suspense>
  )
}
