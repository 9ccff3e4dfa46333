import '../rows.css'
import './account.css'
import { useState } from 'react'
import type { OwnPasskey, PasskeyWanted } from '../../../people/sign-in/passkey/contract.ts'
import { call } from '../../api/call.ts'
import { nowMs } from '../../clock.ts'
import { Button } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { useSay } from '../../kit/status.tsx'
import { useWords } from '../../preferences.tsx'
import { sayMoment } from '../../words/time.ts'
import { makePasskey } from './passkey-device.ts'
import { PasskeyError } from './passkey-error.tsx'
import { passkeysHere } from './passkey-support.ts'
import { PasswordStep } from './password-step.tsx'
import { useAccountWords } from './use-account-words.ts'
import { usePasskeyAct } from './use-passkey-act.ts'

const path = '/api/my/passkeys'

interface CardProps {
  readonly passkeys: readonly OwnPasskey[]
  /** Staff show their password first; residents have none. */
  readonly hasPassword: boolean
  onChanged(): void
}

/**
 * One's own passkeys: each by what it was added on, to be removed here, and one more to be added. Where no browser could
 * use any, at an address without TLS or a name, and none stands, nothing is said of them.
 */
export function PasskeysCard({ passkeys, hasPassword, onChanged }: CardProps) {
  const { passkeys: said } = useAccountWords()
  const here = passkeysHere()
  if (here === 'no_address' && passkeys.length === 0) return null
  return (
    <Card title={said.title}>
      <p className="field__hint">{said.what}</p>
      {passkeys.length > 0 && (
        <ul className="rows">
          {passkeys.map((passkey) => (
            <PasskeyRow key={passkey.id} passkey={passkey} onChanged={onChanged} />
          ))}
        </ul>
      )}
      {here === 'usable' && <AddPasskey hasPassword={hasPassword} onChanged={onChanged} />}
      {here === 'no_browser' && <p className="field__hint">{said.notHere}</p>}
    </Card>
  )
}

function AddPasskey({ hasPassword, onChanged }: Omit<CardProps, 'passkeys'>) {
  const { passkeys: said } = useAccountWords()
  const say = useSay()
  const [asksPassword, setAsksPassword] = useState(false)
  const { busy, error, act } = usePasskeyAct()
  const add = (shown?: PasskeyWanted) =>
    act(async () => {
      const wanted = shown ?? (await call<PasskeyWanted>('POST', `${path}/begin`, {}))
      await call<OwnPasskey>('POST', path, await makePasskey(wanted))
      say(said.added)
      onChanged()
    })
  if (asksPassword)
    return (
      <PasswordStep<PasskeyWanted>
        path={`${path}/begin`}
        send={said.next}
        onDone={(wanted) => {
          setAsksPassword(false)
          void add(wanted)
        }}
        onCancel={() => setAsksPassword(false)}
      />
    )
  return (
    <>
      <PasskeyError error={error} />
      <Button
        look="quiet"
        wide
        busy={busy}
        onClick={() => (hasPassword ? setAsksPassword(true) : void add())}
      >
        {said.add}
      </Button>
    </>
  )
}

function PasskeyRow({ passkey, onChanged }: { passkey: OwnPasskey; onChanged(): void }) {
  const words = useWords()
  const { passkeys: said, sessions } = useAccountWords()
  const say = useSay()
  const { busy, error, act } = usePasskeyAct()
  const device = sessions.device(passkey.system, passkey.browser)
  const now = nowMs()
  const remove = () =>
    act(async () => {
      await call('POST', `${path}/${passkey.id}/remove`, {})
      say(said.removed)
      onChanged()
    })
  return (
    <li className="device">
      <div className="device__said">
        <span className="row__title">{device}</span>
        <small>{said.addedAt(sayMoment(words, passkey.addedAt, now))}</small>
        <small>
          {passkey.usedAt === null ? said.neverUsed : said.usedAt(sayMoment(words, passkey.usedAt, now))}
        </small>
        <PasskeyError error={error} />
      </div>
      <Button look="quiet" busy={busy} aria-label={said.removeOf(device)} onClick={() => void remove()}>
        {said.remove}
      </Button>
    </li>
  )
}
