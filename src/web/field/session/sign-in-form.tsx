import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { DistrictCard } from '../../../areas/contract.ts'
import { call } from '../../api/call.ts'
import { useRead } from '../../api/use-read.ts'
import { Button } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { TextField } from '../../kit/field.tsx'
import { FormError } from '../../kit/form-error.tsx'
import { useWords } from '../../preferences.tsx'

/** Staff sign in by name and password; the session travels in a cookie that no script can read. */
export function SignInForm({ onSignedIn }: { onSignedIn?: () => void }) {
  const { signIn } = useWords().field
  const queries = useQueryClient()
  const { data: district } = useRead<DistrictCard>('/api/district', { staleMs: 300_000 })
  const [username, setUsername] = useState('')
  const [password, setPassword] = useState('')
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const isMissing = username.trim() === '' || password === ''
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (isMissing || busy) return
    setBusy(true)
    setError(null)
    try {
      await call('POST', '/api/auth/sign-in/username', { username: username.trim(), password })
      await queries.resetQueries()
      onSignedIn?.()
    } catch (problem) {
      setError(problem)
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <h1>{signIn.title}</h1>
      <Card>
        <form onSubmit={submit} noValidate>
          <p className="field__hint">{signIn.needed}</p>
          <TextField
            label={signIn.name}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={60}
            error={tried && isMissing ? signIn.missing : undefined}
            value={username}
            onChange={(event) => setUsername(event.target.value)}
          />
          <TextField
            label={signIn.password}
            type="password"
            autoComplete="current-password"
            maxLength={128}
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
          <FormError error={error} />
          <Button type="submit" wide busy={busy}>
            {signIn.enter}
          </Button>
        </form>
      </Card>
      <p className="field__hint">{signIn.forgot}</p>
      {district?.demonstration && <p className="field__hint">{signIn.demonstration}</p>}
    </>
  )
}
