import './account.css'
import { useQueryClient } from '@tanstack/react-query'
import { call } from '../../api/call.ts'
import { Button } from '../../kit/button.tsx'
import { useTitle } from '../../kit/shell.tsx'
import { NewPasswordForm } from './new-password-form.tsx'
import { SetUpFactor } from './set-up-factor.tsx'
import { useAccountWords } from './use-account-words.ts'

/** What must be done before anything else: a password of one's own, or setting up the code that a post asks for. */
export default function NextStep({ needs, onDone }: { needs: 'password' | 'enrolment'; onDone(): void }) {
  const { password, factor, next } = useAccountWords()
  const said = needs === 'password' ? password : factor
  const queries = useQueryClient()
  useTitle(said.needTitle)
  const leave = async () => {
    await call('POST', '/api/auth/sign-out', {})
    await queries.resetQueries()
  }
  return (
    <>
      <h1>{said.needTitle}</h1>
      <p className="field__hint">{said.needLead}</p>
      {needs === 'password' ? <NewPasswordForm onDone={onDone} /> : <SetUpFactor onDone={onDone} />}
      <div className="needs-out no-print">
        <Button look="quiet" wide onClick={() => void leave()}>
          {next.signOut}
        </Button>
      </div>
    </>
  )
}
