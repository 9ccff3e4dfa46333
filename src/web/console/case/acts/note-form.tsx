import { useState } from 'react'
import type { NoteCase } from '../../../../cases/acts.contract.ts'
import { useDraft } from '../../../api/draft.ts'
import { Check } from '../../../kit/choice.tsx'
import { TextArea } from '../../../kit/field.tsx'
import { PhotoPicker } from '../../../kit/photo-picker.tsx'
import { useWords } from '../../words.ts'
import { ActForm } from '../act-form.tsx'
import { useAct } from '../use-act.ts'
import type { ActFormProps } from './forms.ts'

export const NOTE_MOST = 5000
export const PHOTOS_MOST = 9
const start = { note: '', arrived: false }

/** 处置: what was done, with photographs. */
export function NoteForm({ story }: ActFormProps) {
  const { note: said, hints } = useWords().consoleCase
  const [draft, setDraft, forget] = useDraft(`note.${story.id}`, start)
  const [photos, setPhotos] = useState<readonly Blob[]>([])
  const [tried, setTried] = useState(false)
  const act = useAct<Pick<NoteCase, 'note' | 'arrived'>>(story.id, 'note', () => {
    forget()
    setPhotos([])
    setTried(false)
  })
  const note = draft.note.trim()
  const send = () => {
    setTried(true)
    if (note !== '' && draft.note.length <= NOTE_MOST)
      act.mutate({ body: { note, arrived: draft.arrived }, photos })
  }
  return (
    <ActForm label={said.send} hint={hints.note} busy={act.isPending} error={act.error} onSend={send}>
      <TextArea
        label={said.label}
        value={draft.note}
        most={NOTE_MOST}
        error={tried && note === '' ? said.needed : undefined}
        onChange={(event) => setDraft({ note: event.target.value })}
      />
      <Check checked={draft.arrived} onCheck={(arrived) => setDraft({ arrived })}>
        {said.arrived}
      </Check>
      <PhotoPicker label={said.photos} photos={photos} most={PHOTOS_MOST} onChange={setPhotos} />
    </ActForm>
  )
}
