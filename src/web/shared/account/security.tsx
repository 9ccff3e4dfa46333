import { useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import type { OwnSecurity } from '../../../people/sign-in/security.contract.ts'
import { useRead } from '../../api/use-read.ts'
import { Card } from '../../kit/card.tsx'
import { useTitle } from '../../kit/shell.tsx'
import { Shown } from '../../kit/shown.tsx'
import { Loading } from '../../kit/states.tsx'
import { useSay } from '../../kit/status.tsx'
import { FactorCard } from './factor-card.tsx'
import { PasskeysCard } from './passkeys-card.tsx'
import { SessionsCard } from './sessions-card.tsx'
import { useAccountWords } from './use-account-words.ts'

// The last of the page, below what is looked at more often.
const NewPasswordForm = lazy(async () => ({
  default: (await import('./new-password-form.tsx')).NewPasswordForm,
}))

/** How one's own account is signed in to: by passkeys, and for staff password and phone codes too. */
export function Security() {
  const said = useAccountWords()
  useTitle(said.security)
  const queries = useQueryClient()
  const say = useSay()
  const reading = useRead<OwnSecurity>('/api/my/security')
  const again = () => void queries.invalidateQueries({ queryKey: ['/api/my/security'] })
  const changed = () => {
    say(said.password.done)
    again()
  }
  return (
    <>
      <h1>{said.security}</h1>
      <Shown reading={reading}>
        {({ sessions, passkeys, secondFactor }) => (
          <>
            <SessionsCard sessions={sessions} onChanged={again} />
            <PasskeysCard passkeys={passkeys} hasPassword={secondFactor !== null} onChanged={again} />
            {secondFactor !== null && <FactorCard factor={secondFactor} onChanged={again} />}
            {secondFactor !== null && (
              <Card title={said.password.title}>
                <Suspense fallback={<Loading />}>
                  <NewPasswordForm onDone={changed} />
                </Suspense>
              </Card>
            )}
          </>
        )}
      </Shown>
    </>
  )
}
