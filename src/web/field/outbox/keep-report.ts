import { type ReportDraft, reportOf, solvedOf } from '../../shared/report/report-draft.ts'
import type { Later, WentOut } from '../../shared/report/use-send-report.ts'
import { keepPiece } from './outbox.ts'
import type { NewPiece } from './piece.ts'

/** A report's words stand for what it is about; there is no case yet. */
const noCase = { caseId: null, about: { zh: '', en: '' } } as const

function bodyOf(draft: ReportDraft, notEmergency: boolean): NewPiece['body'] {
  const { photos: _photos, ...report } = reportOf(draft, [], notEmergency)
  if (!draft.solved) return report
  const { photos: _ofResult, ...solved } = solvedOf(draft, [])
  return { ...solved, report }
}

const pictures = (
  part: 'found' | 'act',
  photos: readonly Blob[],
  sent: readonly string[] = [],
): NewPiece['photos'] => photos.map((picture, at) => ({ part, picture, fileId: sent[at] ?? null }))

/** Keeps a report that met no signal, to be sent when there is some. Answers whether this browser keeps it. */
export async function keepReport({ draft, photos, notEmergency, wentOut }: Later): Promise<boolean> {
  const sent: Partial<WentOut> = wentOut ?? {}
  const kept = await keepPiece({
    ...noCase,
    act: draft.solved ? 'solved' : 'report',
    body: bodyOf(draft, notEmergency),
    draft,
    photos: [
      ...pictures('found', photos.found, sent.found),
      ...(draft.solved ? pictures('act', photos.solved, sent.solved) : []),
    ],
    ...(wentOut === null ? {} : { requestId: wentOut.requestId }),
  })
  return kept !== null
}
