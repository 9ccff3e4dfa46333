import './act-bar.css'
import { type FormEvent, useEffect, useMemo, useRef, useState } from 'react'
import type { CaseStory } from '../../../cases/story.contract.ts'
import type { PublicMatter } from '../../../matters/contract.ts'
import { useDraft } from '../../api/draft.ts'
import { useRead } from '../../api/use-read.ts'
import { Button } from '../../kit/button.tsx'
import { ConfirmDialog } from '../../kit/confirm-dialog.tsx'
import { TextArea } from '../../kit/field.tsx'
import { FormError } from '../../kit/form-error.tsx'
import { PhotoPicker } from '../../kit/photo-picker.tsx'
import { useWords } from '../../preferences.tsx'
import { useKeptPhotos } from '../../shared/kept-photos.ts'
import { VoiceLater } from '../../shared/voice/voice-later.tsx'
import { ActFoot } from './act-foot.tsx'
import { isCarrying, takeCarriedPhotos } from './carried-photos.ts'
import { useCaseAct } from './use-case-act.ts'
import { usualResult } from './usual-result.rule.ts'

const MOST = 5000
const MOST_PHOTOS = 9

interface EvidenceProps {
  readonly found: CaseStory
  readonly act: 'note' | 'resolve'
  onDone(): void
}

/** Words and photographs of the spot: what was done so far (`note`), or that it is done (`resolve`). */
export function EvidenceForm({ found, act, onDone }: EvidenceProps) {
  const { field, report } = useWords()
  const { [act]: said, resolve: done } = field.case
  const keptAs = `${act}.${found.id}`
  const ready = useReady(found, act)
  const [draft, change, forget] = useDraft(keptAs, ready)
  const { photos, setPhotos, preparing } = useEvidence(keptAs)
  const [tried, setTried] = useState(false)
  const [asking, setAsking] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const needed = useNeeded(found, act)
  const taken = () => {
    forget()
    setPhotos([])
    onDone()
  }
  const send = useCaseAct(found.id, act, said.done, { onDone: taken })
  const note = draft.note.trim()
  const missing = { note: needed.note && note === '', photo: needed.photo && photos.length === 0 }
  const go = () => {
    setAsking(false)
    send.mutate(note === '' ? { photos } : { note, photos })
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (missing.note || missing.photo || draft.note.length > MOST) {
      // After the errors are drawn: the first is brought clear of the bar at the foot.
      setTimeout(() => form.current?.querySelector('.field__error')?.scrollIntoView({ block: 'center' }))
      return
    }
    // Who has photographed the result has meant it, and reads above the button that it is for good.
    if (act === 'resolve' && photos.length === 0) setAsking(true)
    else go()
  }
  return (
    <form ref={form} onSubmit={submit} noValidate>
      <PhotoPicker
        label={said.photos}
        most={MOST_PHOTOS}
        needed={needed.photo ? done.photoNeeded : undefined}
        error={tried && missing.photo ? done.photoMissing : undefined}
        photos={photos}
        preparing={preparing}
        onChange={setPhotos}
      />
      <NoteField
        act={act}
        note={draft.note}
        ready={ready.note}
        error={tried && missing.note ? field.case.note.missing : undefined}
        onNote={(text) => change({ note: text })}
      />
      <FormError error={send.error} offline={report.offlineKept} />
      <ActFoot caseId={found.id} says={act === 'resolve' ? done.final : undefined}>
        <Button type="submit" busy={send.isPending} disabled={preparing}>
          {said.send}
        </Button>
      </ActFoot>
      {asking && (
        <ConfirmDialog big title={done.ask} label={said.send} onConfirm={go} onClose={() => setAsking(false)}>
          <p>{done.askNext}</p>
        </ConfirmDialog>
      )}
    </form>
  )
}

/** What must be there: words with every note; what the matter asks for with a resolution. */
function useNeeded(found: CaseStory, act: 'note' | 'resolve'): { note: boolean; photo: boolean } {
  const path = act === 'resolve' && found.matter ? '/api/matters' : null
  const { data } = useRead<readonly PublicMatter[]>(path, { staleMs: 300_000 })
  if (act === 'note') return { note: true, photo: false }
  const evidence = data?.find(({ code }) => code === found.matter?.code)?.evidence
  return { note: evidence?.note ?? false, photo: evidence?.photo ?? false }
}

/** The form before anybody writes: a result has its matter's usual words, in the reader's language. */
function useReady({ matter }: CaseStory, act: 'note' | 'resolve'): { readonly note: string } {
  const { phrases } = useWords().field.case.resolve
  const usual = act === 'resolve' && matter !== null ? usualResult(matter.zh) : null
  const note = usual === null ? '' : (phrases[usual] ?? '')
  return useMemo(() => ({ note }), [note])
}

/** What was taken before and kept, or was taken on a card just now and carried here. */
function useEvidence(keptAs: string) {
  const [photos, setPhotos] = useKeptPhotos(keptAs)
  const [preparing, setPreparing] = useState(() => isCarrying(keptAs))
  const latest = useRef(photos)
  latest.current = photos
  useEffect(() => {
    if (!isCarrying(keptAs)) return
    takeCarriedPhotos(keptAs).then((carried) => {
      if (carried.length > 0) setPhotos([...carried, ...latest.current].slice(0, MOST_PHOTOS))
      setPreparing(false)
    })
  }, [keptAs, setPhotos])
  return { photos, setPhotos, preparing }
}

interface NoteProps {
  readonly act: 'note' | 'resolve'
  readonly note: string
  /** What stood there ready: a phrase takes its place. */
  readonly ready: string
  readonly error: string | undefined
  onNote(note: string): void
}

function NoteField({ act, note, ready, error, onNote }: NoteProps) {
  const { [act]: said, resolve } = useWords().field.case
  const isReady = note !== '' && note === ready
  return (
    <>
      <TextArea
        label={said.words}
        hint={isReady ? resolve.ready : said.hint}
        most={MOST}
        error={error}
        value={note}
        onChange={(event) => onNote(event.target.value)}
      />
      <VoiceLater label={said.words} value={note} onChange={onNote} />
      <Phrases phrases={said.phrases} note={isReady ? '' : note} onNote={onNote} />
    </>
  )
}

/** What is said most often, by one tap: nobody types with gloves on. A second one goes onto a line of its own. */
function Phrases({
  phrases,
  note,
  onNote,
}: {
  phrases: readonly string[]
  note: string
  onNote(note: string): void
}) {
  const { quick } = useWords().field.case
  return (
    <fieldset className="field">
      <legend className="field__hint">{quick}</legend>
      <div className="phrases">
        {phrases.map((phrase) => (
          <button
            key={phrase}
            type="button"
            onClick={() => onNote(note.trim() === '' ? phrase : `${note.trimEnd()}\n${phrase}`)}
          >
            {phrase}
          </button>
        ))}
      </div>
    </fieldset>
  )
}
