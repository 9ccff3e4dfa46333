import { useState } from 'react'
import type { EraseReporter } from '../../../../cases/acts.contract.ts'
import { useDraft } from '../../../api/draft.ts'
import { Check } from '../../../kit/choice.tsx'
import { ActDialog } from '../../act-dialog.tsx'
import { useWords } from '../../words.ts'
import { ActForm } from '../act-form.tsx'
import { useAct } from '../use-act.ts'
import type { ActFormProps } from './forms.ts'
import { isReason } from './reason.ts'
import { ReasonField } from './reason-forms.tsx'

const start = { reason: '', photos: false }

/** Erases who reported, for good: asked twice. */
export function EraseForm({ story }: ActFormProps) {
  const { erase: said, hints } = useWords().consoleCase
  const [draft, setDraft, forget] = useDraft(`erase.${story.id}`, start)
  const [tried, setTried] = useState(false)
  const [sure, setSure] = useState(false)
  const act = useAct<Omit<EraseReporter, 'requestId'>>(story.id, 'erase', () => {
    forget()
    setSure(false)
    setTried(false)
  })
  const ask = () => {
    setTried(true)
    if (isReason(draft.reason)) setSure(true)
  }
  return (
    <>
      <ActForm label={said.ask} look="danger" hint={hints.erase} busy={false} error={null} onSend={ask}>
        <ReasonField
          label={said.reason}
          value={draft.reason}
          tried={tried}
          onChange={(reason) => setDraft({ reason })}
        />
        {story.photos.some(({ purpose }) => purpose === 'report') && (
          <Check checked={draft.photos} onCheck={(photos) => setDraft({ photos })}>
            {said.photos}
          </Check>
        )}
      </ActForm>
      {sure && (
        <ActDialog
          title={said.sureTitle}
          onClose={() => setSure(false)}
          label={said.send}
          look="danger"
          act={act}
          onConfirm={() => act.mutate({ body: { reason: draft.reason.trim(), photos: draft.photos } })}
        >
          <p>{said.sure}</p>
          {draft.photos && <p>{said.surePhotos}</p>}
        </ActDialog>
      )}
    </>
  )
}
