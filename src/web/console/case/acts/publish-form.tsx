import { useState } from 'react'
import type { PublishCase } from '../../../../cases/acts.contract.ts'
import { useDraft } from '../../../api/draft.ts'
import { useWords } from '../../words.ts'
import { ActForm } from '../act-form.tsx'
import { useAct } from '../use-act.ts'
import type { ActFormProps } from './forms.ts'
import { isSummary, SummaryField } from './summary-field.tsx'

/** A better summary for the public board; the last one stands there to be mended. */
export function PublishForm({ story }: ActFormProps) {
  const { hints, publish: said } = useWords().consoleCase
  const [draft, setDraft, forget] = useDraft(`publish.${story.id}`, { summary: story.summary ?? '' })
  const [tried, setTried] = useState(false)
  const act = useAct<Omit<PublishCase, 'requestId'>>(story.id, 'publish', forget)
  const send = () => {
    setTried(true)
    if (isSummary(draft.summary)) act.mutate({ body: { summary: draft.summary.trim() } })
  }
  if (story.confidential) return <p className="act-form__hint">{said.confidential}</p>
  return (
    <ActForm label={said.send} hint={hints.publish} busy={act.isPending} error={act.error} onSend={send}>
      <SummaryField value={draft.summary} tried={tried} onChange={(summary) => setDraft({ summary })} />
    </ActForm>
  )
}
