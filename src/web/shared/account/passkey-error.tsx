import { FormError } from '../../kit/form-error.tsx'
import { PasskeyFault } from './passkey-device.ts'
import { useAccountWords } from './use-account-words.ts'

/** Why nothing came of it, in words: what the device said, or the server. */
export function PasskeyError({ error }: { error: unknown }) {
  const { passkeys: said } = useAccountWords()
  if (!(error instanceof PasskeyFault)) return <FormError error={error} />
  return (
    <p className="field__error" role="alert">
      {said.faults[error.kind]}
    </p>
  )
}
