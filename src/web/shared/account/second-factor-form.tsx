import { type FormEvent, useState } from 'react'
import type { SignedIn } from '../../../people/sign-in/security.contract.ts'
import { Button } from '../../kit/button.tsx'
import { TextField } from '../../kit/field.tsx'
import { FormError } from '../../kit/form-error.tsx'
import { useTitle } from '../../kit/shell.tsx'
import { useAccountWords } from './use-account-words.ts'
import { useSend } from './use-send.ts'

/** The second step of signing in. */
export default function SecondFactorForm({ onDone, onOther }: { onDone(): void; onOther(): void }) {
  const { second: said } = useAccountWords()
  useTitle(said.title)
  const [code, setCode] = useState('')
  const [tried, setTried] = useState(false)
  const { busy, error, send } = useSend<SignedIn>('/api/auth/second-factor', () => onDone())
  const isShort = code.trim().length < 6
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!isShort) void send({ code: code.trim() })
  }
  return (
    <form onSubmit={submit} noValidate>
      <h1>{said.title}</h1>
      <p className="field__hint">{said.lead}</p>
      <FormError error={error} />
      <TextField
        label={said.code}
        hint={said.codeHint}
        autoComplete="one-time-code"
        autoCapitalize="none"
        spellCheck={false}
        autoFocus
        maxLength={40}
        value={code}
        error={tried && isShort ? said.codeWrong : undefined}
        onChange={(event) => setCode(event.target.value)}
      />
      <div className="form-acts">
        <Button type="submit" wide busy={busy}>
          {said.send}
        </Button>
        <Button look="quiet" wide onClick={onOther}>
          {said.other}
        </Button>
      </div>
    </form>
  )
}
