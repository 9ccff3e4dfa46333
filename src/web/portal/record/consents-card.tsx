import { useState } from 'react'
import type { RegisterReceipt } from '../../../people/register/contract.ts'
import type { OwnPerson } from '../../../people/rights/contract.ts'
import { useAct } from '../../api/use-read.ts'
import { Button } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { ConfirmDialog } from '../../kit/confirm-dialog.tsx'
import { goToHeading } from '../../kit/focus.ts'
import { FormError } from '../../kit/form-error.tsx'
import { useSay } from '../../kit/status.tsx'
import { usePreferences } from '../../preferences.tsx'
import { sayDate } from '../../words/time.ts'
import { useRecordWords } from './record-words.tsx'

type Consent = OwnPerson['consents'][number]

/** What one agreed to, each to be taken back as easily as it was given (个人信息保护法, Article 15). */
export function ConsentsCard({ consents }: { consents: readonly Consent[] }) {
  const { consents: said } = useRecordWords()
  const [asking, setAsking] = useState<Consent | null>(null)
  return (
    <Card title={said.title} folds>
      {consents.length === 0 && <p>{said.none}</p>}
      <ul className="rows">
        {consents.map((consent) => (
          <ConsentRow key={consent.id} consent={consent} onTakeBack={() => setAsking(consent)} />
        ))}
      </ul>
      {asking !== null && <TakeBack consent={asking} onClose={() => setAsking(null)} />}
    </Card>
  )
}

function ConsentRow({ consent, onTakeBack }: { consent: Consent; onTakeBack(): void }) {
  const { words } = usePreferences()
  const { consents: said, register } = useRecordWords()
  const { purpose, givenBy, how, givenOn, withdrawnOn } = consent
  return (
    <li className="record__split">
      <span className="record__said">
        <span className="row__title">{register.purposes[purpose]}</span>
        <small>
          {words.common.facts(
            said.by[givenBy],
            register.desk.how[how],
            said.given(sayDate(words, givenOn)),
            withdrawnOn !== null && said.withdrawn(sayDate(words, withdrawnOn)),
          )}
        </small>
      </span>
      {withdrawnOn === null && (
        <Button look="quiet" aria-label={said.openOf(register.purposes[purpose])} onClick={onTakeBack}>
          {said.open}
        </Button>
      )}
    </li>
  )
}

function TakeBack({ consent: { id, purpose }, onClose }: { consent: Consent; onClose(): void }) {
  const { consents: said, register } = useRecordWords()
  const say = useSay()
  const act = useAct<RegisterReceipt>(`/api/my/consents/${id}/withdraw`, {
    onDone: () => {
      onClose()
      say(said.done)
      goToHeading()
    },
  })
  return (
    <ConfirmDialog
      title={said.ask(register.purposes[purpose])}
      onClose={onClose}
      label={said.confirm}
      busy={act.isPending}
      onConfirm={() => act.mutate({})}
      back={said.keep}
    >
      <p>{said.next}</p>
      <FormError error={act.error} />
    </ConfirmDialog>
  )
}
