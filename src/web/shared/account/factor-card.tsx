import { lazy, Suspense, useState } from 'react'
import type { OwnSecurity, RecoveryCodes } from '../../../people/sign-in/security.contract.ts'
import { nowMs } from '../../clock.ts'
import { Button } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { Loading } from '../../kit/states.tsx'
import { useSay } from '../../kit/status.tsx'
import { useWords } from '../../preferences.tsx'
import { sayMoment } from '../../words/time.ts'
import { PasswordStep } from './password-step.tsx'
import { RecoveryCodeList } from './recovery-codes.tsx'
import { useAccountWords } from './use-account-words.ts'

// Once in the life of an account.
const SetUpFactor = lazy(async () => ({ default: (await import('./set-up-factor.tsx')).SetUpFactor }))

type Factor = NonNullable<OwnSecurity['secondFactor']>

/** Whether codes from a phone are asked for, and what can be done about it. */
export function FactorCard({ factor, onChanged }: { factor: Factor; onChanged(): void }) {
  const words = useWords()
  const { factor: said } = useAccountWords()
  const [step, setStep] = useState<'set' | 'renew' | 'remove' | null>(null)
  const close = () => {
    setStep(null)
    onChanged()
  }
  const facts = words.common.facts(
    factor.since === null ? said.off : said.on(sayMoment(words, factor.since, nowMs())),
    factor.isRequired && said.required,
    factor.since !== null && said.left(factor.codesLeft),
  )
  return (
    <Card title={said.title}>
      {step === null && (
        <>
          <p>{facts}</p>
          <p className="field__hint">{said.what}</p>
        </>
      )}
      {step === null && factor.since === null && (
        <Button look="quiet" wide onClick={() => setStep('set')}>
          {said.begin}
        </Button>
      )}
      {step === null && factor.since !== null && (
        <div className="form-acts">
          <Button look="quiet" wide onClick={() => setStep('renew')}>
            {said.renew}
          </Button>
          <Button look="quiet" wide onClick={() => setStep('remove')}>
            {said.remove}
          </Button>
        </div>
      )}
      {step === 'set' && (
        <Suspense fallback={<Loading />}>
          <SetUpFactor onDone={close} onCancel={() => setStep(null)} />
        </Suspense>
      )}
      {step === 'renew' && <Renew onDone={close} onCancel={() => setStep(null)} />}
      {step === 'remove' && <Remove onDone={close} onCancel={() => setStep(null)} />}
    </Card>
  )
}

interface StepProps {
  onDone(): void
  onCancel(): void
}

function Renew({ onDone, onCancel }: StepProps) {
  const { factor: said } = useAccountWords()
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  if (codes !== null) return <RecoveryCodeList codes={codes} onDone={onDone} />
  return (
    <PasswordStep<RecoveryCodes>
      path="/api/auth/recovery-codes"
      send={said.renew}
      onDone={(reply) => setCodes(reply.codes)}
      onCancel={onCancel}
    />
  )
}

function Remove({ onDone, onCancel }: StepProps) {
  const { factor: said } = useAccountWords()
  const say = useSay()
  const finish = () => {
    say(said.removed)
    onDone()
  }
  return (
    <>
      <p>{said.removeHint}</p>
      <PasswordStep path="/api/auth/totp/remove" send={said.remove} onDone={finish} onCancel={onCancel} />
    </>
  )
}
