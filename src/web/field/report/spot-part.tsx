import { useQuery } from '@tanstack/react-query'
import type { PublicMatter, SuggestedMatter } from '../../../matters/contract.ts'
import { call } from '../../api/call.ts'
import { useRead } from '../../api/use-read.ts'
import { Check, Choices } from '../../kit/choice.tsx'
import { TextArea, TextField } from '../../kit/field.tsx'
import { PhotoPicker } from '../../kit/photo-picker.tsx'
import { useWords } from '../../preferences.tsx'
import { MatterSelect } from '../../shared/matter-select.tsx'
import { useNameOf } from '../../shared/names.ts'
import type { FurtherPart } from '../../shared/report/report-form.tsx'
import { useSettled } from '../../shared/use-settled.ts'
import { VoiceLater } from '../../shared/voice/voice-later.tsx'

const MOST_SUGGESTED = 3

/** Matters that the words point to. A suggestion only: where it fails the catalogue is still there to choose from. */
function useSuggestions(words: string): readonly SuggestedMatter[] {
  const settled = useSettled(words.trim(), 600)
  const { data } = useQuery({
    queryKey: ['/api/matters/suggest', settled],
    queryFn: ({ signal }) =>
      call<readonly SuggestedMatter[]>('POST', '/api/matters/suggest', { words: settled }, { signal }),
    enabled: settled.length >= 4,
    staleTime: 300_000,
  })
  return data?.slice(0, MOST_SUGGESTED) ?? []
}

/** 即办即结: what was found is already solved; which matter it is, what was done, and how it looks now. */
export function SpotPart(part: FurtherPart) {
  const { spot } = useWords().report
  return (
    <>
      <Check checked={part.draft.solved} onCheck={(solved) => part.change({ solved })}>
        {spot.ask}
        <small>{spot.askHint}</small>
      </Check>
      {part.draft.solved && <Solved {...part} />}
    </>
  )
}

function Solved({ draft, missing, photos, change, setPhotos }: FurtherPart) {
  const { spot } = useWords().report
  const nameOf = useNameOf()
  const suggested = useSuggestions(draft.words)
  const { data: matters } = useRead<readonly PublicMatter[]>('/api/matters', { staleMs: 300_000 })
  const error = missing.matter && draft.matter === '' ? spot.matterMissing : undefined
  return (
    <>
      {suggested.length > 0 && (
        <Choices
          label={spot.matter}
          hint={spot.matterHint}
          value={draft.matter}
          onChoose={(matter) => change({ matter })}
          options={suggested.map((matter) => ({ value: matter.code, label: nameOf(matter) }))}
        />
      )}
      <MatterSelect
        label={suggested.length > 0 ? spot.matterOther : spot.matter}
        none={spot.matterMissing}
        error={error}
        matters={matters ?? []}
        value={draft.matter}
        onChoose={(matter) => change({ matter })}
      />
      <TextField
        label={spot.summary}
        hint={spot.summaryHint}
        maxLength={120}
        error={missing.summary && spot.summaryMissing}
        value={draft.summary}
        onChange={(event) => change({ summary: event.target.value })}
      />
      <TextArea
        label={spot.note}
        placeholder={spot.noteHint}
        most={5000}
        error={missing.note && spot.noteMissing}
        value={draft.note}
        onChange={(event) => change({ note: event.target.value })}
      />
      <VoiceLater label={spot.note} value={draft.note} onChange={(note) => change({ note })} />
      <PhotoPicker
        label={spot.photos}
        most={9}
        photos={photos.solved}
        onChange={(solved) => setPhotos({ ...photos, solved })}
      />
    </>
  )
}
