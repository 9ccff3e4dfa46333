import { type FormEvent, useState } from 'react'
import { useDraft } from '../../api/draft.ts'
import { Button } from '../../kit/button.tsx'
import { TextArea } from '../../kit/field.tsx'
import { FormError } from '../../kit/form-error.tsx'
import { PhotoPicker } from '../../kit/photo-picker.tsx'
import { useWords } from '../../preferences.tsx'
import { useCaseAct } from './use-case-act.ts'

const empty = { note: '' }

/** Words and photographs of the spot: what was done so far (`note`), or that it is done (`resolve`). */
export function EvidenceForm({ caseId, act }: { caseId: string; act: 'note' | 'resolve' }) {
  const { field, report } = useWords()
  const said = field.case[act]
  const [draft, change, forget] = useDraft(`${act}.${caseId}`, empty)
  const [photos, setPhotos] = useState<readonly Blob[]>([])
  const [tried, setTried] = useState(false)
  const send = useCaseAct(caseId, act, said.done, () => {
    forget()
    setPhotos([])
    setTried(false)
  })
  const note = draft.note.trim()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (note !== '') send.mutate({ note, photos })
  }
  return (
    <details className="card">
      <summary className="summary">{said.open}</summary>
      <form onSubmit={submit} noValidate>
        <TextArea
          label={said.words}
          hint={said.hint}
          most={5000}
          error={tried && note === '' ? field.case.note.missing : undefined}
          value={draft.note}
          onChange={(event) => change({ note: event.target.value })}
        />
        <PhotoPicker label={said.photos} most={9} photos={photos} onChange={setPhotos} />
        <FormError error={send.error} offline={report.offlineKept} />
        <Button type="submit" wide busy={send.isPending}>
          {said.send}
        </Button>
      </form>
    </details>
  )
}
