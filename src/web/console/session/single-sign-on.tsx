import { useRead } from '../../api/use-read.ts'
import { buttonClass } from '../../kit/button.tsx'
import { useWords } from '../words.ts'

/** The way in by the provider that the settings name; nothing where there is none. */
export function SingleSignOn() {
  const { signIn: said } = useWords().console
  const { data } = useRead<{ sso: boolean }>('/api/auth/ways')
  const wasRefused = new URLSearchParams(window.location.search).get('sso') === 'refused'
  return (
    <>
      {wasRefused && (
        <p className="form-problem" role="alert">
          {said.ssoRefused}
        </p>
      )}
      {data?.sso && (
        <p className="plain__foot">
          <a className={buttonClass({ look: 'quiet', wide: true })} href="/api/auth/oidc">
            {said.sso}
          </a>
        </p>
      )}
    </>
  )
}
