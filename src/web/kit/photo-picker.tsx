import './photo-picker.css'
import { type ChangeEvent, useEffect, useId, useMemo, useRef, useState } from 'react'
import { usePreferences } from '../preferences.tsx'
import { buttonClass } from './button.tsx'
import './field.css'
import { shrinkPhoto } from './shrink-photo.ts'

export interface PhotoPickerProps {
  readonly label: string
  /** Pictures already made small, ready to be sent. */
  readonly photos: readonly Blob[]
  readonly most: number
  /** Said under the label where a photograph must be there; otherwise it is optional. */
  readonly needed?: string | undefined
  /** Why what is there was not taken. */
  readonly error?: string | undefined
  /** Whether pictures from elsewhere are still being made small. */
  readonly preparing?: boolean
  onChange(photos: readonly Blob[]): void
}

const keys = new WeakMap<Blob, string>()
let keysGiven = 0

/** A key of its own for each picture, so that removing one does not redraw the others. */
function keyOf(photo: Blob): string {
  const key = keys.get(photo) ?? `photo ${keysGiven++}`
  keys.set(photo, key)
  return key
}

/** Takes photographs by camera or from the album, makes them small on the phone, shows them, lets each be removed. */
export function PhotoPicker({ label, photos, most, needed, error, preparing, onChange }: PhotoPickerProps) {
  const id = useId()
  const words = usePreferences().words.common
  const [taking, setTaking] = useState(false)
  const busy = taking || preparing === true
  const [unreadable, setUnreadable] = useState(false)
  // The form may change while pictures are being shrunk: add to what is there then, not to what was there before.
  const latest = useRef(photos)
  latest.current = photos

  async function take(event: ChangeEvent<HTMLInputElement>) {
    const files = Array.from(event.target.files ?? [])
    event.target.value = ''
    setTaking(true)
    const shrunk = await Promise.allSettled(files.slice(0, most - latest.current.length).map(shrinkPhoto))
    setTaking(false)
    setUnreadable(shrunk.some(({ status }) => status === 'rejected'))
    const good = shrunk.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
    onChange([...latest.current, ...good].slice(0, most))
  }

  const full = photos.length >= most
  return (
    <div className="field">
      <p className="field__label" id={`${id}-label`}>
        {label} {needed === undefined && <small>{words.field.optional}</small>}
      </p>
      <p className="field__hint" id={`${id}-hint`}>
        {needed !== undefined && photos.length === 0 && <strong className="photos__needed">{needed}</strong>}
        {words.photos.hint}
      </p>
      <Wrong says={error} />
      <Wrong says={unreadable ? words.photos.unreadable : undefined} />
      {photos.length > 0 && (
        <ul className="photos" aria-labelledby={`${id}-label`}>
          {photos.map((photo, index) => (
            <Preview
              key={keyOf(photo)}
              photo={photo}
              n={index + 1}
              onRemove={() => onChange(photos.filter((one) => one !== photo))}
            />
          ))}
        </ul>
      )}
      <label className={`${buttonClass({ look: 'quiet' })} photos__add${full ? ' photos__add--full' : ''}`}>
        {busy ? words.photos.preparing : words.photos.add}
        <input
          className="unseen"
          type="file"
          accept="image/*"
          multiple
          disabled={full || busy}
          aria-describedby={`${id}-hint`}
          onChange={take}
        />
      </label>
      <p className="photos__foot" role="status">
        {photos.length > 0 && <small>{words.photos.count(photos.length, most)}</small>}
      </p>
    </div>
  )
}

function Wrong({ says }: { says: string | undefined }) {
  if (says === undefined) return null
  return (
    <p className="field__error" role="alert">
      {says}
    </p>
  )
}

function Preview({ photo, n, onRemove }: { photo: Blob; n: number; onRemove(): void }) {
  const { photos } = usePreferences().words.common
  const url = useMemo(() => URL.createObjectURL(photo), [photo])
  useEffect(() => () => URL.revokeObjectURL(url), [url])
  return (
    <li className="photos__photo">
      <img src={url} alt={photos.preview(n)} />
      <button type="button" className="photos__remove" aria-label={photos.remove(n)} onClick={onRemove}>
        <span aria-hidden="true">×</span>
      </button>
    </li>
  )
}
