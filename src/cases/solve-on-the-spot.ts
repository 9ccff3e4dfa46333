import { Refusal } from '../kernel/refusal.ts'
import { currentMatter } from '../matters/door.ts'
import { iso } from '../platform/clock.ts'
import type { Ctx } from '../platform/ctx.ts'
import { once } from '../platform/once.ts'
import { commitsOf, insertTexts, seal } from '../platform/sealed-text.ts'
import { enter, prepare, withFreeNumber } from './accept-case.ts'
import { guardOf, loadCase, saveCase } from './case.sql.ts'
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
      await saveCase(
        tx,
        accepted,
        {
          stage: move(accepted.stage, 'resolved'),
          matter: matter.code,
          public: isPublic,
          respondedAt: now,
          resolvedAt: now,
          clockStopped: true,
        },
        2,
      )
      const at = { chain: entered.chain, subject: entered.id }
      tx.record(
        line('case.screened', {
          ...at,
          seq: 2,
          data: {
            matter: matter.code,
            public: isPublic,
            confidential: accepted.confidential,
            responseDueAt: iso(entered.responseDueAt),
            commits: commitsOf([summary]),
          },
        }),
      )
      tx.record(
        line('case.resolved', {
          ...at,
          seq: 3,
          data: {
            unitId: null,
            onTheSpot: true,
            whole: true,
            matter: matter.code,
            dueAt: null,
            photos: input.photos.length,
            commits: { ...commitsOf([note]), ...photos },
          },
        }),
      )
      return receipt
    }),
  )
  return { ...stored, receiptCode: prepared.code }
}
