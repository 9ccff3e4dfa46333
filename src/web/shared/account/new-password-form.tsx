import { type FormEvent, useState } from 'react'
import type { SignedIn } from '../../../people/sign-in/security.contract.ts'
import { Button } from '../../kit/button.tsx'
import { TextField } from '../../kit/field.tsx'
import { FormError } from '../../kit/form-error.tsx'
import { useAccountWords } from './use-account-words.ts'
import { useSend } from './use-send.ts'

const shortest = 8
const empty = { current: '', next: '', again: '' }

/** Changes one's own password; every other session ends by it. */
export function NewPasswordForm({ onDone }: { onDone(): void }) {
  const { password: said } = useAccountWords()
  const [draft, setDraft] = useState(empty)
  const [tried, setTried] = useState(false)
  const { busy, error, send } = useSend<SignedIn>('/api/auth/change-password', () => {
    setDraft(empty)
    setTried(false)
    onDone()
  })
  const faults = {
    current: draft.current === '' ? said.missing : undefined,
    next: draft.next.length < shortest ? said.nextWrong : undefined,
    again: draft.again !== draft.next ? said.againWrong : undefined,
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (faults.current || faults.next || faults.again) return
    void send({ currentPassword: draft.current, newPassword: draft.next })
  }
  const fields = [
    ['current', said.current, undefined, 'current-password'],
    ['next', said.next, said.nextHint, 'new-password'],
    ['again', said.again, undefined, 'new-password'],
  ] as const
  return (
    <form onSubmit={submit} noValidate>
      <FormError error={error} />
      {fields.map(([key, label, hint, complete]) => (
        <TextField
          key={key}
          label={label}
          hint={hint}
          type="password"
          autoComplete={complete}
          maxLength={128}
          value={draft[key]}
          error={tried ? faults[key] : undefined}
          onChange={(event) => setDraft({ ...draft, [key]: event.target.value })}
        />
      ))}
      <Button type="submit" wide busy={busy}>
        {said.send}
      </Button>
    </form>
  )
}
