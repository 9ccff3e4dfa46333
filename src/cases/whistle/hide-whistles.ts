import type { Ctx } from '../../platform/ctx.ts'
import type { NewLine } from '../../platform/events.ts'
import { moveTexts, shareTexts } from '../../platform/sealed-text.ts'
import type { Tx } from '../../platform/transaction.ts'
import { absence } from './call.rule.ts'
import { loadCalls } from './call.sql.ts'
import { whistleLine } from './events.ts'
import { hideRows, selectWhistlesOf } from './hide-whistles.sql.ts'
import { takeSteps } from './take-steps.ts'
import type { StandingWhistle } from './whistle.sql.ts'
import { isOver, moveWhistle } from './whistle-stage.rule.ts'

/**
 * The case that whistles were blown for turned out to be confidential: with it they leave the sight of all but the centre,
 * their calls, words and points too. Who is still on the way or on the spot is released; nobody is called any more. In the
 * transaction that screens the case, which sees `reach` already.
 */
export async function hideWhistles(
  ctx: Ctx,
  tx: Tx,
  caseId: string,
  reach: readonly string[],
): Promise<void> {
  for (const whistle of await selectWhistlesOf(tx, caseId)) await hide(ctx, tx, whistle, reach)
}

async function hide(ctx: Ctx, tx: Tx, whistle: StandingWhistle, reach: readonly string[]): Promise<void> {
  const now = ctx.clock.now()
  let lines = 0
  const next = (occurredAt = now) => {
    lines += 1
    return { chain: whistle.chain, subject: whistle.id, seq: whistle.seq + lines, occurredAt }
  }
  const calls = whistle.stage === 'sounding' ? await loadCalls(tx, [whistle.id]) : []
  const left = calls
    .filter((call) => !isOver(call.stage))
    .map((call) => {
      const missed = absence(call, now)
      const steps = missed.length > 0 ? missed : [{ kind: 'released', at: now } as const]
      return takeSteps(call, steps, next, { commits: {} })
    })
  const unitIds = left.map(({ call }) => call.unitId)
  const hidden = whistleLine('whistle.hidden', { ...next(), data: { reach: [...reach], unitIds } })
  const ends = { ...whistle, units: [], seq: whistle.seq + lines, ...stageAfter(whistle, now) }
  await hideRows(
    tx,
    whistle,
    ends,
    left.map(({ call }) => call),
    reach,
  )
  await moveTexts(tx, [whistle.id], reach)
  await shareTexts(tx, whistle.id, [])
  const written: readonly NewLine[] = [...left.flatMap((one) => one.lines), hidden]
  for (const line of written) tx.record(line)
}

function stageAfter({ stage }: StandingWhistle, now: Temporal.Instant): Partial<StandingWhistle> {
  if (stage === 'sounding') return { stage: moveWhistle(stage, 'ended'), endedAt: now }
  return stage === 'waiting' ? { stage: moveWhistle(stage, 'declined') } : {}
}
