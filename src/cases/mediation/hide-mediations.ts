import type { Ctx } from '../../platform/ctx.ts'
import type { Tx } from '../../platform/transaction.ts'
import { noAgreement } from './conduct.ts'
import { mediationLine } from './events.ts'
import { hideRows, selectMediationsOf } from './hide-mediations.sql.ts'
import { type Mediation, saveMediation } from './mediation.sql.ts'
import { mayEndAt, moveMediation } from './mediation-stage.rule.ts'

/**
 * The case turned out to be confidential: it has a lawful channel of its own. Its mediations leave the sight of the
 * committee, and with the row what its room holds; those that may end do so. The parties read what is their own. In the
 * transaction that screens the case; whoever screens need not conduct mediations. `path` is the case's, the district first.
 */
export async function hideMediations(
  ctx: Ctx,
  tx: Tx,
  caseId: string,
  path: readonly string[],
  reach: readonly string[],
): Promise<void> {
  await tx.lend('mediation.conduct')
  await tx.widen(...path)
  for (const mediation of await selectMediationsOf(tx, caseId)) await hide(ctx, tx, mediation, reach)
}

async function hide({ clock }: Ctx, tx: Tx, before: Mediation, reach: readonly string[]): Promise<void> {
  const now = clock.now()
  const place = { chain: before.chain, subject: before.id, occurredAt: now }
  const outcome = 'not_suitable' as const
  const cause = before.cause ?? 'other'
  const ends = mayEndAt.includes(before.stage)
    ? { ...noAgreement, stage: moveMediation(before.stage, 'ended'), outcome, cause, endedAt: now }
    : null
  let { seq } = before
  if (ends !== null) {
    seq += 1
    tx.record(mediationLine('mediation.ended', { ...place, seq, data: { outcome, cause, commits: {} } }))
  }
  seq += 1
  tx.record(mediationLine('mediation.hidden', { ...place, seq, data: { reach: [...reach] } }))
  await saveMediation(tx, before, { ...before, ...ends, seq })
  await hideRows(tx, before.id, reach)
}
