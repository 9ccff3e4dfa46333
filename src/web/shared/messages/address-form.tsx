import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { RobotDone } from '../../../notices/delivery/contract.ts'
import { call } from '../../api/call.ts'
import { Button } from '../../kit/button.tsx'
import { TextField } from '../../kit/field.tsx'
import { FormError } from '../../kit/form-error.tsx'
import { useSay } from '../../kit/status.tsx'
import { usePreferences, useWords } from '../../preferences.tsx'
import { useMessageWords } from './use-message-words.ts'

/** An address to be told at; a code goes there first. */
export function AddressForm({ onAdded, onClose }: { onAdded(): void; onClose(): void }) {
  const { email: said } = useMessageWords()
  const { actions } = useWords().common
  const { language } = usePreferences()
  const say = useSay()
  const [address, setAddress] = useState('')
  const [tried, setTried] = useState(false)
  const isAddress = /^\S+@\S+\.\S+$/.test(address.trim())
  const add = useMutation({
    mutationFn: () =>
      call<RobotDone>('POST', '/api/my/channels/email', { address: address.trim(), language }),
    onSuccess: () => {
      say(said.sent)
      onAdded()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (isAddress && !add.isPending) add.mutate()
  }
  return (
    <form onSubmit={submit} noValidate>
      <TextField
        label={said.label}
        hint={said.hint}
        type="email"
        autoComplete="email"
        maxLength={200}
        value={address}
        error={tried && !isAddress ? said.wrong : undefined}
        onChange={(event) => setAddress(event.target.value)}
      />
      <FormError error={add.error} />
      <div className="form-acts">
        <Button type="submit" wide busy={add.isPending}>
          {said.add}
        </Button>
        <Button look="quiet" wide onClick={onClose}>
          {actions.cancel}
        </Button>
      </div>
    </form>
  )
}

/** Whoever reads what was mailed there enters it here. */
export function ConfirmAddress({ id, onChanged }: { id: string; onChanged(): void }) {
  const { email: said } = useMessageWords()
  const say = useSay()
  const [code, setCode] = useState('')
  const [tried, setTried] = useState(false)
  const isCode = /^\d{6}$/.test(code.trim())
  const confirm = useMutation({
    mutationFn: () => call<RobotDone>('POST', `/api/my/channels/${id}/confirm`, { code: code.trim() }),
    onSuccess: () => {
      say(said.confirmed)
      onChanged()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (isCode && !confirm.isPending) confirm.mutate()
  }
  return (
    <form className="device__form" onSubmit={submit} noValidate>
      <TextField
        label={said.code}
        hint={said.codeHint}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={6}
        value={code}
        error={tried && !isCode ? said.codeWrong : undefined}
        onChange={(event) => setCode(event.target.value)}
      />
      <FormError error={confirm.error} />
      <Button type="submit" wide busy={confirm.isPending}>
        {said.confirm}
      </Button>
    </form>
  )
}
