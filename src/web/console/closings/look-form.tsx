import { useState } from 'react'
import type { LookAtClosing } from '../../../cases/closing/closing.contract.ts'
import { useDraft } from '../../api/draft.ts'
import { Choices } from '../../kit/choice.tsx'
import { ActForm } from '../case/act-form.tsx'
import { isReason } from '../case/acts/reason.ts'
import { ReasonField } from '../case/acts/reason-forms.tsx'
import { useWords } from '../words.ts'
import { useClosingAct } from './use-closing.ts'

const start: { verdict: LookAtClosing['verdict'] | null; reason: string } = { verdict: null, reason: '' }

/** Somebody has looked: in order, or it goes back; always with a reason. */
export function LookForm({ caseId, onDone }: { caseId: string; onDone?: () => void }) {
  const { look: said } = useWords().consoleClosings
  const [{ verdict, reason }, change, forget] = useDraft(`look.${caseId}`, start)
  const [tried, setTried] = useState(false)
  const act = useClosingAct<Omit<LookAtClosing, 'requestId'>>(caseId, 'look-at-closing', () => {
    forget()
    onDone?.()
  })
  const send = () => {
    setTried(true)
    if (verdict !== null && isReason(reason)) act.mutate({ verdict, reason: reason.trim() })
  }
  return (
    <ActForm label={said.send} busy={act.isPending} error={act.error} onSend={send}>
      <Choices
        label={said.label}
        options={[
          { value: 'in_order', label: said.in_order },
          { value: 'not_in_order', label: said.not_in_order, hint: said.not_in_order_hint },
        ]}
        value={verdict}
        {...(tried && verdict === null ? { error: said.missing } : {})}
        onChoose={(chosen) => change({ verdict: chosen })}
      />
      <ReasonField
        label={said.reason}
        value={reason}
        tried={tried}
        onChange={(text) => change({ reason: text })}
      />
    </ActForm>
  )
}
