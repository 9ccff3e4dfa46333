import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { DistrictCard } from '../../../areas/contract.ts'
import type { SignedIn } from '../../../people/sign-in/security.contract.ts'
import { useRead } from '../../api/use-read.ts'
import { Button } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { TextField } from '../../kit/field.tsx'
import { FormError } from '../../kit/form-error.tsx'
import { useWords } from '../../preferences.tsx'
import { SecondFactorLater } from '../../shared/account/needs.tsx'
import { PasskeySignInLater } from '../../shared/account/passkey-sign-in-later.tsx'
import { useSend } from '../../shared/account/use-send.ts'

/** Staff sign in by name and password, or a passkey; the session travels in a cookie that no script can read. */
export function SignInForm({ onSignedIn }: { onSignedIn?: () => void }) {
  const { signIn } = useWords().field
  const queries = useQueryClient()
  const { data: district } = useRead<DistrictCard>('/api/district', { staleMs: 300_000 })
  const [username, setUsername] = useState('')
  const [password, setPassword] = useState('')
  const [tried, setTried] = useState(false)
  const [half, setHalf] = useState(false)
  const goOn = async () => {
    await queries.resetQueries()
    onSignedIn?.()
  }
  const isMissing = username.trim() === '' || password === ''
  const { busy, error, send } = useSend<SignedIn>('/api/auth/sign-in/username', ({ needs }) =>
    needs === 'second_factor' ? setHalf(true) : goOn(),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!isMissing) void send({ username: username.trim(), password })
  }
  if (half)
    return (
      <Card>
        <SecondFactorLater onDone={() => void goOn()} onOther={() => setHalf(false)} />
      </Card>
    )
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
        <PasskeySignInLater onDone={goOn} />
      </Card>
      <p className="field__hint">{signIn.forgot}</p>
      {district?.demonstration && <p className="field__hint">{signIn.demonstration}</p>}
    </>
  )
}
