import { useState } from 'react'
import type { CheckCase } from '../../../../cases/acts.contract.ts'
import { useDraft } from '../../../api/draft.ts'
import { Choices } from '../../../kit/choice.tsx'
import { useWords } from '../../words.ts'
import { ActForm } from '../act-form.tsx'
import { useAct } from '../use-act.ts'
import type { ActFormProps } from './forms.ts'
import { isReason } from './reason.ts'
import { ReasonField } from './reason-forms.tsx'

const start: { passed: 'yes' | 'no' | null; note: string } = { passed: null, note: '' }

/** 核查: found done, or sent back to the unit with what is missing. */
export function CheckForm({ story }: ActFormProps) {
  const { check: said, hints } = useWords().consoleCase
  const [draft, setDraft, forget] = useDraft(`check.${story.id}`, start)
  const [tried, setTried] = useState(false)
  const act = useAct<Omit<CheckCase, 'requestId'>>(story.id, 'check', forget)
  const { passed, note } = draft
  const send = () => {
    setTried(true)
    if (passed === null || (passed === 'no' && !isReason(note))) return
    act.mutate({ body: { passed: passed === 'yes', ...(isReason(note) ? { note: note.trim() } : {}) } })
  }
  return (
    <ActForm label={said.send} hint={hints.check} busy={act.isPending} error={act.error} onSend={send}>
      <Choices
        label={said.label}
        options={[
          { value: 'yes', label: said.passed },
          { value: 'no', label: said.sendBack, hint: said.sendBackHint },
        ]}
        value={passed}
        {...(tried && passed === null ? { error: said.choose } : {})}
        onChoose={(chosen) => setDraft({ passed: chosen })}
      />
      <ReasonField
        label={said.note}
        optional={passed !== 'no'}
        value={note}
        tried={tried}
        onChange={(text) => setDraft({ note: text })}
      />
    </ActForm>
  )
}
