import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { EmergencyLine } from '../../../matters/doors.contract.ts'
import type { ChecklistItem, RoundPlace } from '../../../rounds/contract.ts'
import { useDraft } from '../../api/draft.ts'
import { newRequestId } from '../../api/identity.ts'
import { isRefusal, type Problem } from '../../api/problem.ts'
import { Button } from '../../kit/button.tsx'
import { SelectField, TextArea } from '../../kit/field.tsx'
import { FormError } from '../../kit/form-error.tsx'
import { PhotoPicker } from '../../kit/photo-picker.tsx'
import { useSay } from '../../kit/status.tsx'
import { useWords } from '../../preferences.tsx'
import { useKeptPhotos } from '../../shared/kept-photos.ts'
import { useNameOf } from '../../shared/names.ts'
import { EmergencyCall } from '../../shared/report/door-ways.tsx'
import { emptyReport } from '../../shared/report/report-draft.ts'
import { useWholeDistrict } from '../../shared/whole-district.ts'
import { placeOfRound } from './place-steps.rule.ts'
import { keepOrSend } from './send-piece.ts'
import { useSaid } from './use-said.ts'

/** Where a finding may lie: the estate itself first, then its buildings. */
export interface Place {
  readonly id: string
  readonly zh: string
  readonly en: string
}

interface FindingProps {
  readonly item: ChecklistItem
  readonly estate: RoundPlace
  readonly places: readonly Place[]
  onSending(sending: boolean): void
  onNoted(findingId: string): void
  onCancel(): void
}

const chosenOf = (places: readonly Place[], placeId: string): Place | undefined =>
  places.find(({ id }) => id === placeId)

const MOST_WORDS = 500
const MOST_PHOTOS = 9
const empty = { sentence: '', placeId: '' }

function pieceOf(
  words: string,
  place: ReturnType<typeof placeOfRound>,
  notEmergency: boolean,
  photos: readonly Blob[],
) {
  const occasion = { kind: 'round', id: newRequestId() } as const
  return {
    act: 'report',
    about: { zh: '', en: '' },
    body: { words, areaId: place.id, notEmergency, occasion },
    draft: { ...emptyReport, words, place, occasion },
    photos: photos.map((picture) => ({ part: 'found', picture }) as const),
  } as const
}

/** A finding becomes a report: place and thing are known; what is wrong is said in a sentence, or a photograph shows it. */
export function FindingForm({ item, estate, places, onSending, onNoted, onCancel }: FindingProps) {
  const { walk } = useSaid()
  const nameOf = useNameOf()
  const say = useSay()
  const queries = useQueryClient()
  const district = useWholeDistrict()
  const keptAs = `finding.${estate.id}.${item.code}`
  const [draft, change, forget] = useDraft(keptAs, empty)
  const [photos, setPhotos] = useKeptPhotos(keptAs)
  const [tried, setTried] = useState(false)
  const [{ busy, error }, setState] = useState<{ busy: boolean; error: unknown }>({
    busy: false,
    error: null,
  })
  const become = (state: { busy: boolean; error: unknown }) => {
    setState(state)
    onSending(state.busy)
  }
  const sentence = draft.sentence.trim()
  const saysNothing = sentence === '' && photos.length === 0
  const note = async (notEmergency: boolean) => {
    setTried(true)
    if (saysNothing || busy) return
    become({ busy: true, error: null })
    const words = walk.report(nameOf(item), sentence || walk.inPhoto)
    const place = placeOfRound(district, estate, chosenOf(places, draft.placeId))
    const piece = pieceOf(words, place, notEmergency, photos)
    try {
      await keepOrSend(queries, piece)
      forget()
      setPhotos([])
      say(walk.added)
      onSending(false)
      onNoted(piece.body.occasion.id)
    } catch (problem) {
      become({ busy: false, error: problem })
    }
  }
  return (
    <div className="walk__found">
      <PhotoPicker label={walk.photos} most={MOST_PHOTOS} photos={photos} onChange={setPhotos} />
      <TextArea
        label={walk.sentence}
        hint={walk.sentenceHint}
        most={MOST_WORDS}
        value={draft.sentence}
        error={tried && saysNothing ? walk.sentenceMissing : undefined}
        onChange={(event) => change({ sentence: event.target.value })}
      />
      {places.length > 1 && (
        <SelectField label={walk.where} value={draft.placeId} onChoose={(placeId) => change({ placeId })}>
          <option value="">{walk.whole}</option>
          {places.slice(1).map((place) => (
            <option key={place.id} value={place.id}>
              {nameOf(place)}
            </option>
          ))}
        </SelectField>
      )}
      <FormError error={error} />
      {isRefusal(error, 'emergency_first') && <Rings error={error} onSend={() => void note(true)} />}
      <Button wide busy={busy} onClick={() => void note(false)}>
        {walk.add}
      </Button>
      <button type="button" className="link-button" disabled={busy} onClick={onCancel}>
        {walk.change}
      </button>
    </div>
  )
}

/** What may be an emergency: the numbers first, and then the report all the same. */
function Rings({ error, onSend }: { error: Problem; onSend(): void }) {
  const { emergency } = useWords().report
  return (
    <>
      {String(error.facts.lines ?? '110')
        .split(',')
        .map((line) => (
          <EmergencyCall key={line} line={line as EmergencyLine} />
        ))}
      <Button wide look="quiet" onClick={onSend}>
        {emergency.notEmergency}
      </Button>
    </>
  )
}
