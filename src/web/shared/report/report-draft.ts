import type { AcceptCase, Point, SolveOnTheSpot } from '../../../cases/contract.ts'
import type { ChosenPlace } from '../my-place.ts'

/** Where the phone was when its owner let it say so, or where somebody tapped on the map. */
export interface Position extends Point {
  /** How far off the phone may be; null for a point of the map. */
  readonly metres: number | null
}

/** A report as it is being written: what of it survives a closed page. */
export interface ReportDraft {
  readonly words: string
  readonly place: ChosenPlace | null
  readonly position: Position | null
  readonly address: string
  readonly name: string
  readonly phone: string
  readonly onBehalf: NonNullable<AcceptCase['onBehalf']> | null
  /** Solved on the spot: the second half of the form. */
  readonly solved: boolean
  readonly matter: string
  readonly summary: string
  readonly note: string
  /** The errand on which a worker found it. */
  readonly occasion?: NonNullable<AcceptCase['occasion']> | null
}

export const emptyReport: ReportDraft = {
  words: '',
  place: null,
  position: null,
  address: '',
  name: '',
  phone: '',
  onBehalf: null,
  solved: false,
  matter: '',
  summary: '',
  note: '',
}

type Asked = 'words' | 'phone' | 'matter' | 'summary' | 'note'
export type Missing = Readonly<Partial<Record<Asked, true>>>

export const MOST_WORDS = 5000
const phoneForm = /^[+\d][\d -]{5,19}$/

/** What must be mended before it can be sent. The server checks again; these are what a reader can see at once. */
export function missingIn(draft: ReportDraft): Missing {
  const missing: Partial<Record<Asked, true>> = {}
  const words = draft.words.trim()
  if (words === '' || words.length > MOST_WORDS) missing.words = true
  if (draft.phone.trim() !== '' && !phoneForm.test(draft.phone.trim())) missing.phone = true
  if (!draft.solved) return missing
  const summary = draft.summary.trim()
  if (draft.matter === '') missing.matter = true
  if (summary.length < 4 || summary.length > 120) missing.summary = true
  if (draft.note.trim() === '') missing.note = true
  return missing
}

type Report = Omit<AcceptCase, 'requestId'>

/** The report that is sent; what was left empty is left out. */
export function reportOf(draft: ReportDraft, photos: string[], notEmergency: boolean): Report {
  const { place, position } = draft
  const [address, name, phone] = [draft.address.trim(), draft.name.trim(), draft.phone.trim()]
  return {
    words: draft.words.trim(),
    ...(place?.scanned === undefined ? place && { areaId: place.id } : { place: place.scanned }),
    ...(position && { point: { lon: position.lon, lat: position.lat } }),
    ...(address !== '' && { address }),
    photos,
    ...((name !== '' || phone !== '') && {
      contact: { ...(name !== '' && { name }), ...(phone !== '' && { phone }) },
    }),
    notEmergency,
    ...(draft.onBehalf && { onBehalf: draft.onBehalf }),
    ...(draft.occasion && { occasion: draft.occasion }),
  }
}

type Solved = Omit<SolveOnTheSpot, 'report'>

export const solvedOf = (draft: ReportDraft, photos: string[]): Solved => ({
  matter: draft.matter,
  summary: draft.summary.trim(),
  note: draft.note.trim(),
  photos,
})
