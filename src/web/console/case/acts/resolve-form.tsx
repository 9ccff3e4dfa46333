import { useState } from 'react'
import type { ResolveCase } from '../../../../cases/acts.contract.ts'
import { useDraft } from '../../../api/draft.ts'
import { TextArea } from '../../../kit/field.tsx'
import { PhotoPicker } from '../../../kit/photo-picker.tsx'
import { useMatters } from '../../books.ts'
import { useWords } from '../../words.ts'
import { ActForm } from '../act-form.tsx'
import { useAct } from '../use-act.ts'
import type { ActFormProps } from './forms.ts'
import { NOTE_MOST, PHOTOS_MOST } from './note-form.tsx'

const start = { note: '' }

/** 办结 by a unit, with the evidence that the matter asks for. */
export function ResolveForm({ story }: ActFormProps) {
  const { resolve: said } = useWords().consoleCase
  const [draft, setDraft, forget] = useDraft(`resolve.${story.id}`, start)
  const [photos, setPhotos] = useState<readonly Blob[]>([])
  const [tried, setTried] = useState(false)
  const { data: matters } = useMatters()
  const evidence = matters?.find(({ code }) => code === story.matter?.code)?.evidence
  const act = useAct<Pick<ResolveCase, 'note'>>(story.id, 'resolve', forget)
  const note = draft.note.trim()
  const noteMissing = evidence?.note === true && note === ''
  const photoMissing = evidence?.photo === true && photos.length === 0
  const send = () => {
    setTried(true)
    if (noteMissing || photoMissing || draft.note.length > NOTE_MOST) return
    act.mutate({ body: note === '' ? {} : { note }, photos })
  }
  return (
    <ActForm
      label={said.send}
      hint={said.hint(evidence?.photo === true, evidence?.note === true)}
      busy={act.isPending}
      error={act.error}
      onSend={send}
    >
      <TextArea
        label={said.label}
        optional={evidence?.note !== true}
        value={draft.note}
        most={NOTE_MOST}
        error={tried && noteMissing ? said.noteNeeded : undefined}
        onChange={(event) => setDraft({ note: event.target.value })}
      />
      {tried && photoMissing && (
        <p className="field__error" role="alert">
          {said.photoNeeded}
        </p>
      )}
      <PhotoPicker label={said.photos} photos={photos} most={PHOTOS_MOST} onChange={setPhotos} />
    </ActForm>
  )
}
