import { Problem } from '../../api/problem.ts'
import { FormError } from '../../kit/form-error.tsx'
import { useMediationWords } from './use-own.ts'

/** Why an act of a party was not taken: the "no" of a mediation in this page's own words, any other in those of all. */
export function OwnError({ error }: { error: unknown }) {
  const said: Readonly<Record<string, string>> = useMediationWords().refusals
  const own = error instanceof Problem && error.kind === 'refused' ? said[error.code] : undefined
  if (own === undefined) return <FormError error={error} />
  return (
    <p className="field__error" role="alert">
      {own}
    </p>
  )
}
