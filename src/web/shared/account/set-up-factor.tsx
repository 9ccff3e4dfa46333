import './account.css'
import { type FormEvent, useState } from 'react'
import type { RecoveryCodes, TotpToSetUp } from '../../../people/sign-in/security.contract.ts'
import { Button } from '../../kit/button.tsx'
import { TextField } from '../../kit/field.tsx'
import { FormError } from '../../kit/form-error.tsx'
import { QrPicture } from '../qr-picture.tsx'
import { PasswordStep } from './password-step.tsx'
import { RecoveryCodeList } from './recovery-codes.tsx'
import { useAccountWords } from './use-account-words.ts'
import { useSend } from './use-send.ts'

/** Sets up time-based codes: password, picture, first code, recovery codes. */
export function SetUpFactor({ onDone, onCancel }: { onDone(): void; onCancel?: (() => void) | undefined }) {
  const { factor: said } = useAccountWords()
  const [begun, setBegun] = useState<TotpToSetUp | null>(null)
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  if (codes !== null) return <RecoveryCodeList codes={codes} onDone={onDone} />
  if (begun === null)
    return (
      <PasswordStep<TotpToSetUp>
        path="/api/auth/totp/begin"
        send={said.next}
        onDone={setBegun}
        onCancel={onCancel}
      />
    )
  return <FirstCode begun={begun} onConfirmed={setCodes} onCancel={onCancel} />
}

function FirstCode({
  begun,
  onConfirmed,
  onCancel,
}: {
  begun: TotpToSetUp
  onConfirmed(codes: readonly string[]): void
  onCancel?: (() => void) | undefined
}) {
  const { factor: said } = useAccountWords()
  const [code, setCode] = useState('')
  const [tried, setTried] = useState(false)
  const { busy, error, send } = useSend<RecoveryCodes>('/api/auth/totp/confirm', ({ codes }) =>
    onConfirmed(codes),
  )
  const isWrong = !/^\d{6}$/.test(code.replace(/\s/g, ''))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!isWrong) void send({ code: code.replace(/\s/g, '') })
  }
  return (
    <form onSubmit={submit} noValidate>
      <p>{said.scan}</p>
      <p className="field__hint">{said.scanHint}</p>
      <QrPicture text={begun.address} alt={said.scanAlt} />
      <p className="field__hint">{said.typed}</p>
      <p className="secret">{begun.secret.match(/.{1,4}/g)?.join(' ')}</p>
      <FormError error={error} />
      <TextField
        label={said.code}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={7}
        value={code}
        error={tried && isWrong ? said.codeWrong : undefined}
        onChange={(event) => setCode(event.target.value)}
      />
      <div className="form-acts">
        <Button type="submit" wide busy={busy}>
          {said.confirm}
        </Button>
        {onCancel && (
          <Button look="quiet" wide onClick={onCancel}>
            {said.cancel}
          </Button>
        )}
      </div>
    </form>
  )
}
