import './passkey.css'
import type { PasskeyAsked } from '../../../people/sign-in/passkey/contract.ts'
import type { SignedIn } from '../../../people/sign-in/security.contract.ts'
import { call } from '../../api/call.ts'
import { Button } from '../../kit/button.tsx'
import { answerByPasskey } from './passkey-device.ts'
import { PasskeyError } from './passkey-error.tsx'
import { useAccountWords } from './use-account-words.ts'
import { usePasskeyAct } from './use-passkey-act.ts'

const door = '/api/auth/sign-in/passkey'

/** Signs in by finger, face or the code of the screen: no name, and nothing that can be read on the way. */
export default function PasskeySignIn({ onDone }: { onDone(): void | Promise<void> }) {
  const { passkeys: said } = useAccountWords()
  const { busy, error, act } = usePasskeyAct()
  const enter = () =>
    act(async () => {
      const asked = await call<PasskeyAsked>('POST', `${door}/begin`, {})
      await call<SignedIn>('POST', door, await answerByPasskey(asked))
      await onDone()
    })
  return (
    <div className="by-passkey">
      <Button look="quiet" wide busy={busy} onClick={() => void enter()}>
        {said.signIn}
      </Button>
      <small>{said.signInHint}</small>
      <PasskeyError error={error} />
    </div>
  )
}
