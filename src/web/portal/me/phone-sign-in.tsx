import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { Outbox } from '../../../people/contract.ts'
import { call } from '../../api/call.ts'
import { isRefusal, sayProblem } from '../../api/problem.ts'
import { Button } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { TextField } from '../../kit/field.tsx'
import { goToHeading, goToProblem } from '../../kit/focus.ts'
import { useWords } from '../../preferences.tsx'
import { PasskeySignInLater } from '../../shared/account/passkey-sign-in-later.tsx'

const AGAIN_SECONDS = 60
const phoneForm = /^(\+?\d[\d -]{5,19})$/

/** Seconds until a code may be asked for again. */
function useCountdown(): readonly [number, () => void] {
  const [left, setLeft] = useState(0)
  useEffect(() => {
    if (left === 0) return
    const timer = setTimeout(() => setLeft(left - 1), 1000)
    return () => clearTimeout(timer)
  }, [left])
  return [left, () => setLeft(AGAIN_SECONDS)]
}

/** Asks for a one-time code and signs in with it. */
function usePhoneSignIn() {
  const words = useWords()
  const { signIn } = words.portal.me
  const queries = useQueryClient()
  const [phone, setPhone] = useState('')
  const [code, setCode] = useState('')
  const [sentTo, setSentTo] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<{ on: 'phone' | 'code'; words: string }>()
  const [left, startCountdown] = useCountdown()

  const trying = async (on: 'phone' | 'code', act: () => Promise<void>) => {
    if (busy) return
    setBusy(true)
    setError(undefined)
    try {
      await act()
    } catch (problem) {
      setError({ on, words: isRefusal(problem, 'sign_in_wrong') ? signIn.wrong : sayProblem(words, problem) })
    } finally {
      setBusy(false)
    }
  }
  const goOn = async () => {
    await queries.invalidateQueries()
    goToHeading()
  }
  const sendCode = () => {
    const phoneNumber = phone.trim()
    if (!phoneForm.test(phoneNumber)) return setError({ on: 'phone', words: signIn.phoneWrong })
    return trying('phone', async () => {
      await call('POST', '/api/auth/phone-number/send-otp', { phoneNumber })
      setSentTo(phoneNumber)
      startCountdown()
    })
  }
  const enter = () => {
    if (!/^\d{6}$/.test(code.trim())) return setError({ on: 'code', words: signIn.codeWrong })
    return trying('code', async () => {
      await call('POST', '/api/auth/phone-number/verify', { phoneNumber: sentTo, code: code.trim() })
      await goOn()
    })
  }
  return {
    phone,
    setPhone,
    code,
    setCode,
    sentTo,
    busy,
    error,
    left,
    sendCode,
    enter,
    goOn,
    otherPhone: () => setSentTo(null),
  }
}

/** The form whose focus goes to what is wrong, and to the code once it is asked for. */
function useFocusIn(error: object | undefined, asksCode: boolean) {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (error !== undefined) goToProblem(form.current)
  }, [error])
  useEffect(() => {
    if (asksCode) form.current?.querySelector<HTMLElement>('[autocomplete="one-time-code"]')?.focus()
  }, [asksCode])
  return form
}

/** Signs a resident in by a one-time code, or a passkey. In a demonstration, where nothing is sent, the code can be shown. */
export function PhoneSignIn({
  demonstration,
  why,
}: {
  demonstration: boolean
  /** What signing in is for here; where left out, what it is for everywhere. */
  why?: string
}) {
  const { signIn } = useWords().portal.me
  const { phone, setPhone, code, setCode, sentTo, busy, error, left, sendCode, enter, goOn, otherPhone } =
    usePhoneSignIn()
  const form = useFocusIn(error, sentTo !== null)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void (sentTo === null ? sendCode() : enter())
  }
  return (
    <Card title={signIn.title}>
      <p className="field__hint">{why ?? signIn.why}</p>
      <form ref={form} onSubmit={submit} noValidate>
        <TextField
          label={signIn.phone}
          type="tel"
          inputMode="tel"
          autoComplete="tel"
          maxLength={20}
          readOnly={sentTo !== null}
          error={error?.on === 'phone' ? error.words : undefined}
          value={phone}
          onChange={(event) => setPhone(event.target.value)}
        />
        {sentTo === null ? (
          <Button type="submit" wide busy={busy}>
            {signIn.send}
          </Button>
        ) : (
          <>
            <TextField
              label={signIn.code}
              hint={signIn.codeHint}
              inputMode="numeric"
              autoComplete="one-time-code"
              maxLength={6}
              error={error?.on === 'code' ? error.words : undefined}
              value={code}
              onChange={(event) => setCode(event.target.value)}
            />
            {demonstration && <OutboxCode phone={sentTo} onUse={setCode} />}
            <div className="form-acts">
              <Button type="submit" wide busy={busy}>
                {signIn.enter}
              </Button>
              <Button look="quiet" wide disabled={left > 0} onClick={sendCode}>
                {left > 0 ? signIn.again(left) : signIn.send}
              </Button>
              <Button look="quiet" wide onClick={otherPhone}>
                {signIn.otherPhone}
              </Button>
            </div>
          </>
        )}
      </form>
      <PasskeySignInLater onDone={goOn} />
    </Card>
  )
}

/** The code that a demonstration wrote into its outbox instead of sending it. */
function OutboxCode({ phone, onUse }: { phone: string; onUse(code: string): void }) {
  const words = useWords()
  const { signIn } = words.portal.me
  const [said, setSaid] = useState<string | null>(null)
  const [code, setCode] = useState<string | null>(null)
  const look = async () => {
    try {
      const { codes } = await call<Outbox>('GET', '/api/outbox')
      const end = phone.replace(/\D/g, '').slice(-4)
      const mine = codes.find(({ phoneMasked }) => phoneMasked.endsWith(end))
      setCode(mine?.code ?? null)
      setSaid(mine ? null : signIn.outboxNone)
    } catch (problem) {
      setSaid(sayProblem(words, problem))
    }
  }
  return (
    <p className="field__hint" role="status">
      {code === null ? (
        <button type="button" className="link-button" onClick={look}>
          {signIn.outbox}
        </button>
      ) : (
        <button type="button" className="link-button" onClick={() => onUse(code)}>
          {signIn.outboxUse(code)}
        </button>
      )}
      {said}
    </p>
  )
}
