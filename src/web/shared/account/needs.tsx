import { lazy, type ReactNode, Suspense, useState } from 'react'
import { isRefusal } from '../../api/problem.ts'
import { Loading } from '../../kit/states.tsx'

// Few readers need these, and each once: they come when they are needed.
const NextStep = lazy(() => import('./next-step.tsx'))
const SecondFactorForm = lazy(() => import('./second-factor-form.tsx'))

/** What the server still wants of a session before it answers anything else, by its "no"; null: something else. */
function needsOf(error: unknown): 'password' | 'enrolment' | null {
  if (isRefusal(error, 'password_change_needed')) return 'password'
  return isRefusal(error, 'second_factor_needed') ? 'enrolment' : null
}

/**
 * What the session still needs, held until it is released: recovery codes stay on the page until they are put away, also
 * when the server meanwhile says that all is well. Release after who one is was asked anew.
 */
export function useNeeds(error: unknown) {
  const [held, setHeld] = useState<'password' | 'enrolment' | null>(null)
  const now = needsOf(error)
  if (now !== null && now !== held) setHeld(now)
  return { needs: now ?? held, release: () => setHeld(null) }
}

const whileLoading = (step: ReactNode) => <Suspense fallback={<Loading />}>{step}</Suspense>

export const NextStepLater = (props: Parameters<typeof NextStep>[0]) => whileLoading(<NextStep {...props} />)
export const SecondFactorLater = (props: Parameters<typeof SecondFactorForm>[0]) =>
  whileLoading(<SecondFactorForm {...props} />)
