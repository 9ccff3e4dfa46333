import { forgetDraft, keepDraft, keptDraft } from '../../api/draft.ts'
import { hasKeptPhotos, keepPhotos } from '../../shared/kept-photos.ts'
import type { ReportDraft } from '../../shared/report/report-draft.ts'
import { NEXT, REPORT } from './report-keys.ts'

const photoKeys = [`${REPORT}.found`, `${REPORT}.solved`]

/** What an errand knows of a report that begins on it: where, and which errand. */
type Beginning = Pick<ReportDraft, 'place' | 'occasion'>

/** The next report begins on an errand. What somebody had begun before stays as it is until they say. */
export const beginReport = (beginning: Beginning): void => keepDraft<Beginning>(NEXT, beginning)

/** What the next report begins with; null where none waits, or it is the one that is being written. */
export function waitingReport(): Beginning | null {
  const next = keptDraft<Beginning>(NEXT)
  const begun = keptDraft<Partial<ReportDraft>>(REPORT)
  if (next === null || next.occasion?.id !== begun?.occasion?.id) return next
  forgetDraft(NEXT)
  return null
}

/** Whether words or photographs of another report stand in the form. */
export async function hasBegun(): Promise<boolean> {
  const { words, address, summary, note } = keptDraft<Partial<ReportDraft>>(REPORT) ?? {}
  if ([words, address, summary, note].some((text) => (text ?? '').trim() !== '')) return true
  const kept = await Promise.all(photoKeys.map(hasKeptPhotos))
  return kept.includes(true)
}

/** Puts the next report into the form; what stood there is gone, with its photographs. */
export async function takeNext(next: Beginning): Promise<void> {
  // Where the browser keeps no photographs there are none to forget.
  await Promise.all(photoKeys.map((key) => keepPhotos(key, []).catch(() => undefined)))
  keepDraft<Partial<ReportDraft>>(REPORT, next)
  forgetDraft(NEXT)
}
