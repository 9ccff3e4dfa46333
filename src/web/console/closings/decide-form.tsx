import { useState } from 'react'
import type { DecideReopening } from '../../../cases/closing/closing.contract.ts'
import { useDraft } from '../../api/draft.ts'
import { Choices } from '../../kit/choice.tsx'
import { ActForm } from '../case/act-form.tsx'
import { isReason } from '../case/acts/reason.ts'
import { ReasonField } from '../case/acts/reason-forms.tsx'
import { useWords } from '../words.ts'
import { useClosingAct } from './use-closing.ts'

const start: { granted: 'yes' | 'no' | null; reason: string } = { granted: null, reason: '' }

/** Whether it is done once more; a no is explained to the reporter. */
export function DecideForm({ caseId, onDone }: { caseId: string; onDone?: () => void }) {
  const { ask: said } = useWords().consoleClosings
  const [{ granted, reason }, change, forget] = useDraft(`reopen.${caseId}`, start)
  const [tried, setTried] = useState(false)
  const act = useClosingAct<Omit<DecideReopening, 'requestId'>>(caseId, 'decide-reopening', () => {
    forget()
    onDone?.()
  })
  const send = () => {
    setTried(true)
    if (granted === null || (granted === 'no' && !isReason(reason))) return
    act.mutate({ granted: granted === 'yes', ...(isReason(reason) ? { reason: reason.trim() } : {}) })
  }
  return (
    <ActForm label={said.send} busy={act.isPending} error={act.error} onSend={send}>
      <Choices
        label={said.label}
        options={[
          { value: 'yes', label: said.grant },
          { value: 'no', label: said.refuse },
        ]}
        value={granted}
        {...(tried && granted === null ? { error: said.missing } : {})}
        onChoose={(chosen) => change({ granted: chosen })}
      />
      <ReasonField
        label={said.reason}
        hint={said.reasonHint}
        optional={granted !== 'no'}
        value={reason}
        tried={tried}
        onChange={(text) => change({ reason: text })}
      />
    </ActForm>
  )
}
