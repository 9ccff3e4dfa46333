import { useState } from 'react'
import { useDraft } from '../../api/draft.ts'
import { Problem } from '../../api/problem.ts'
import { Check, Choices } from '../choice.tsx'
import { TextArea, TextField } from '../field.tsx'
import { FormError } from '../form-error.tsx'
import { PhotoPicker } from '../photo-picker.tsx'
import type { samplesZh } from './samples.ts'

/** Fields, choices and pictures, at rest and with an error. What is typed here is kept, as in every form. */
export function FormSamples({ samples: { form } }: { samples: typeof samplesZh }) {
  const [draft, setDraft] = useDraft('gallery', { words: '', phone: '', solved: '', calm: false })
  const [photos, setPhotos] = useState<readonly Blob[]>([])
  return (
    <>
      <TextArea
        label={form.words}
        hint={form.wordsHint}
        value={draft.words}
        most={60}
        onChange={(event) => setDraft({ words: event.target.value })}
      />
      <TextArea label={form.words} error={form.wordsError} value="" rows={2} readOnly />
      <TextArea label={form.words} value={form.wordsHint} most={10} rows={2} readOnly />
      <TextField label={form.phone} error={form.phoneError} value="138" readOnly />
      <FormError error={new Problem('offline')} />
      <TextField
        label={form.phone}
        hint={form.phoneHint}
        optional
        type="tel"
        autoComplete="tel"
        value={draft.phone}
        onChange={(event) => setDraft({ phone: event.target.value })}
      />
      <PhotoPicker label={form.photos} photos={photos} most={3} onChange={setPhotos} />
      <Choices
        label={form.solved}
        options={form.choices}
        value={draft.solved || null}
        onChoose={(solved) => setDraft({ solved })}
      />
      <Choices
        label={form.solved}
        error={form.choiceError}
        options={form.choices}
        value="partly"
        onChoose={() => undefined}
      />
      <Check checked={draft.calm} onCheck={(calm) => setDraft({ calm })}>
        {form.notEmergency}
      </Check>
    </>
  )
}
