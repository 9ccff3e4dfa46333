import { useState } from 'react'
import type { ReplyCase } from '../../../../cases/acts.contract.ts'
import { useDraft } from '../../../api/draft.ts'
import { TextArea } from '../../../kit/field.tsx'
import { useWords } from '../../words.ts'
import { ActForm } from '../act-form.tsx'
import { useAct } from '../use-act.ts'
import type { ActFormProps } from './forms.ts'
import { NOTE_MOST } from './note-form.tsx'

const start = { answer: '' }

/** 答复: what the reporter is told, and the public where the case is public. */
export function ReplyForm({ story }: ActFormProps) {
  const { reply: said } = useWords().consoleCase
  const [draft, setDraft, forget] = useDraft(`reply.${story.id}`, start)
  const [tried, setTried] = useState(false)
  const act = useAct<Omit<ReplyCase, 'requestId'>>(story.id, 'reply', forget)
  const answer = draft.answer.trim()
  const send = () => {
    setTried(true)
    if (answer !== '' && draft.answer.length <= NOTE_MOST) act.mutate({ body: { answer } })
  }
  return (
    <ActForm
      label={said.send}
      hint={story.public ? said.hintPublic : said.hint}
      busy={act.isPending}
      error={act.error}
      onSend={send}
    >
      <TextArea
        label={said.label}
        value={draft.answer}
        most={NOTE_MOST}
        error={tried && answer === '' ? said.needed : undefined}
        onChange={(event) => setDraft({ answer: event.target.value })}
      />
    </ActForm>
  )
}
