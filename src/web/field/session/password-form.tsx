import { type FormEvent, useState } from 'react'
import { call } from '../../api/call.ts'
import { Button } from '../../kit/button.tsx'
import { TextField } from '../../kit/field.tsx'
import { FormError } from '../../kit/form-error.tsx'
import { useSay } from '../../kit/status.tsx'
import { useWords } from '../../preferences.tsx'

const SHORTEST = 8

/** Changes the own password; other devices are signed out by it. */
export function PasswordForm() {
  const { password } = useWords().field.me
  const say = useSay()
  const [currentPassword, setCurrent] = useState('')
  const [newPassword, setNew] = useState('')
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (currentPassword === '' || newPassword.length < SHORTEST || busy) return
    setBusy(true)
    setError(null)
    try {
      await call('POST', '/api/auth/change-password', { currentPassword, newPassword })
      setCurrent('')
      setNew('')
      setTried(false)
      say(password.done)
    } catch (problem) {
      setError(problem)
    } finally {
      setBusy(false)
    }
  }
  return (
    <details className="card">
      <summary className="summary">{password.open}</summary>
      <form onSubmit={submit} noValidate>
        <TextField
          label={password.current}
          type="password"
          autoComplete="current-password"
          maxLength={128}
          value={currentPassword}
          onChange={(event) => setCurrent(event.target.value)}
        />
        <TextField
          label={password.next}
          hint={password.nextHint}
          type="password"
          autoComplete="new-password"
          maxLength={128}
          error={tried && newPassword.length < SHORTEST ? password.nextWrong : undefined}
          value={newPassword}
          onChange={(event) => setNew(event.target.value)}
        />
        <FormError error={error} />
        <Button type="submit" wide busy={busy}>
          {password.send}
        </Button>
      </form>
    </details>
  )
}
