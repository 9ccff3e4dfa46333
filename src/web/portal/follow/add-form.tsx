import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { ActReceipt } from '../../../cases/acts.contract.ts'
import { useDraft } from '../../api/draft.ts'
import { sendAct } from '../../api/use-read.ts'
import { Button } from '../../kit/button.tsx'
import { TextArea } from '../../kit/field.tsx'
import { goToProblem } from '../../kit/focus.ts'
import { FormError } from '../../kit/form-error.tsx'
import { PhotoPicker } from '../../kit/photo-picker.tsx'
import { useSay } from '../../kit/status.tsx'
import { useWords } from '../../preferences.tsx'
import { useKeptPhotos } from '../../shared/kept-photos.ts'
import { uploadPhotos } from '../../shared/upload-photo.ts'
import { actPath, type OwnWay, receiptOf } from './own-case.ts'

const empty = { words: '' }

/** The reporter adds words and photographs to an own case. */
export function AddForm({ way }: { way: OwnWay }) {
  const { follow, report } = useWords()
  const { add } = follow
  const say = useSay()
  const queries = useQueryClient()
  const path = actPath(way, 'add')
  const keptAs = `add.${'receipt' in way ? way.receipt : way.caseId}`
  const [draft, change, forget] = useDraft(keptAs, empty)
  const [photos, setPhotos] = useKeptPhotos(keptAs)
  const [tried, setTried] = useState(false)
  const act = useMutation({
    mutationFn: async () =>
      sendAct<ActReceipt>(
        path,
        { words: draft.words.trim(), photos: await uploadPhotos(photos) },
        receiptOf(way),
      ),
    onSuccess: async () => {
      forget()
      setPhotos([])
      setTried(false)
      say(add.done)
      await queries.invalidateQueries()
    },
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setTried(true)
    if (draft.words.trim() === '') return goToProblem(event.currentTarget)
    if (!act.isPending) act.mutate()
  }
  return (
    <details className="card">
      <summary className="summary">{add.title}</summary>
      <form onSubmit={submit} noValidate>
        <TextArea
          label={add.words}
          hint={add.hint}
          most={5000}
          error={tried && draft.words.trim() === '' ? add.missing : undefined}
          value={draft.words}
          onChange={(event) => change({ words: event.target.value })}
        />
        <PhotoPicker label={report.photos} most={9} photos={photos} onChange={setPhotos} />
        <FormError error={act.error} offline={report.offlineKept} />
        <Button type="submit" wide busy={act.isPending}>
          {add.send}
        </Button>
      </form>
    </details>
  )
}
