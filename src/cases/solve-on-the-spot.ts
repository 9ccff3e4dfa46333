import { Refusal } from '../kernel/refusal.ts'
import { calendarOf, currentMatter } from '../matters/door.ts'
import { iso } from '../platform/clock.ts'
import type { Ctx } from '../platform/ctx.ts'
import { once } from '../platform/once.ts'
import { commitsOf, insertTexts, seal } from '../platform/sealed-text.ts'
import { enter, prepare, withFreeNumber } from './accept-case.ts'
import type { Case } from './case.sql.ts'
import { guardOf, loadCase, saveCase } from './case.sql.ts'
import { responseMoments } from './clocks.ts'
import type { Receipt, SolveOnTheSpot } from './contract.ts'
import { line } from './events.ts'
import { missingEvidence } from './evidence.rule.ts'
import { attachPhotos } from './photo.sql.ts'
import { move } from './stage.rule.ts'

/** 即办即结: a grid worker found a trifle and mended it. Accepted, screened and resolved in one step. */
export async function solveOnTheSpot(ctx: Ctx, input: SolveOnTheSpot): Promise<Receipt> {
  ctx.must('case.accept')
  if (input.report.onBehalf) throw new Refusal('input_invalid', { field: 'onBehalf' })
  const prepared = await prepare(ctx, input.report)
  ctx.must('case.resolve', { path: prepared.path })
  // What is kept from the grid's sight is not the grid's to end.
  if (prepared.reach.length < prepared.path.length)
    throw new Refusal('not_permitted', { act: 'case.resolve' })
  const matter = await currentMatter(ctx, input.matter)
  if (matter.confidential) throw new Refusal('not_permitted', { act: 'case.resolve' })
  const missing = missingEvidence(matter.evidence, { note: input.note, photos: input.photos.length })
  if (missing) throw new Refusal('case_evidence_missing', { evidence: missing })
  const calendar = await calendarOf(ctx)
  const stored = await withFreeNumber(() =>
    once(ctx, input.report.requestId, input, async (tx, claim) => {
      const { receipt, entered } = await enter(ctx, tx, input.report, prepared, claim)
      const accepted = await loadCase(tx, entered.id)
      const of = { subject: entered.id, toReporter: true }
      const note = seal(ctx, { ...of, kind: 'note', body: input.note })
      const summary = seal(ctx, { ...of, kind: 'summary', body: input.summary })
      await insertTexts(tx, [note, summary], guardOf(accepted))
      const photos = await attachPhotos(ctx, tx, accepted, input.photos, 'evidence')
      const now = ctx.clock.now()
      const isPublic = !accepted.confidential
      // As for every case, the clock of the first answer is its matter's once a matter is named.
      const moments = responseMoments(accepted.acceptedAt, matter, calendar)
      await saveCase(
        tx,
        accepted,
        {
          stage: move(accepted.stage, 'resolved'),
          matter: matter.code,
          public: isPublic,
          ...moments,
          respondedAt: now,
          resolvedAt: now,
          clockStopped: true,
        },
        2,
      )
      const { responseDueAt } = moments
      const told = {
        matter: matter.code,
        public: isPublic,
        confidential: accepted.confidential,
        responseDueAt,
      }
      const evidence = { ...commitsOf([note]), ...photos }
      tx.record(screenedLine(accepted, told, commitsOf([summary])))
      tx.record(resolvedLine(accepted, matter.code, input.photos.length, evidence))
      return receipt
    }),
  )
  return { ...stored, receiptCode: prepared.code }
}

/** Where a line stands in the story of what was accepted just now. */
const placed = ({ chain, id: subject }: Case, seq: number) => ({ chain, subject, seq })

type Commits = Readonly<Record<string, string>>

const screenedLine = (
  accepted: Case,
  { responseDueAt, ...told }: Pick<Case, 'public' | 'confidential' | 'responseDueAt'> & { matter: string },
  commits: Commits,
) =>
  line('case.screened', {
    ...placed(accepted, 2),
    data: { ...told, responseDueAt: iso(responseDueAt), commits },
  })

const resolvedLine = (accepted: Case, matter: string, photos: number, commits: Commits) =>
  line('case.resolved', {
    ...placed(accepted, 3),
    data: { unitId: null, onTheSpot: true, whole: true, matter, dueAt: null, photos, commits },
  })
