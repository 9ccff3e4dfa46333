import { useState } from 'react'
import type { ReviewWhistle } from '../../../cases/whistle/contract.ts'
import { Choices } from '../../kit/choice.tsx'
import { useSay } from '../../kit/status.tsx'
import { ActForm } from '../case/act-form.tsx'
import { useWords } from '../words.ts'
import { isSaid, SaidField } from './said-field.tsx'
import { useWhistleAct } from './use-whistles.ts'

/** 审哨: whether there is good cause; who finds none says why. */
export function ReviewForm({ id, when, why }: { id: string; when: 'before' | 'after'; why: string }) {
  const { consoleWhistles } = useWords()
  const { review: said, done } = consoleWhistles
  const say = useSay()
  const [chosen, setChosen] = useState<'yes' | 'no' | null>(null)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const act = useWhistleAct<Omit<ReviewWhistle, 'requestId'>>(`/api/whistles/${id}/review`, () =>
    say(done.review),
  )
  const send = () => {
    setTried(true)
    if (chosen === null || (chosen === 'no' && !isSaid(reason))) return
    act.mutate({ warranted: chosen === 'yes', ...(isSaid(reason) ? { reason: reason.trim() } : {}) })
  }
  const { yes, no } = said.choices[when]
  return (
    <section className="panel no-print" aria-label={said.label}>
      <ActForm label={said.send} hint={why} busy={act.isPending} error={act.error} onSend={send}>
        <Choices<'yes' | 'no'>
          label={said.label}
          options={[
            { value: 'yes', label: yes },
            { value: 'no', label: no },
          ]}
          value={chosen}
          {...(tried && chosen === null ? { error: said.choose } : {})}
          onChoose={setChosen}
        />
        <SaidField
          label={said.reason}
          optional={chosen !== 'no'}
          needed={consoleWhistles.forms.refuse.needed}
          value={reason}
          tried={tried}
          onChange={setReason}
        />
      </ActForm>
    </section>
  )
}
