import { type FormEvent, useState } from 'react'
import { Button } from '../../kit/button.tsx'
import { TextField } from '../../kit/field.tsx'
import { FormError } from '../../kit/form-error.tsx'
import { useAccountWords } from './use-account-words.ts'
import { useSend } from './use-send.ts'

/** Asks for the password again before how the account is signed in to changes. */
export function PasswordStep<Reply>({
  path,
  send: sendWords,
  onDone,
  onCancel,
}: {
  path: string
  send: string
  onDone(reply: Reply): void | Promise<void>
  onCancel?: (() => void) | undefined
}) {
  const { factor, password: said } = useAccountWords()
  const [password, setPassword] = useState('')
  const [tried, setTried] = useState(false)
  const { busy, error, send } = useSend<Reply>(path, onDone)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (password !== '') void send({ password })
  }
  return (
    <form onSubmit={submit} noValidate>
      <FormError error={error} />
      <TextField
        label={factor.password}
        type="password"
        autoComplete="current-password"
        maxLength={128}
        value={password}
        error={tried && password === '' ? said.missing : undefined}
        onChange={(event) => setPassword(event.target.value)}
      />
      <div className="form-acts">
        <Button type="submit" wide busy={busy}>
          {sendWords}
        </Button>
        {onCancel && (
          <Button look="quiet" wide onClick={onCancel}>
            {factor.cancel}
          </Button>
        )}
      </div>
    </form>
  )
}
