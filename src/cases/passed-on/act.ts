import { Refusal } from '../../kernel/refusal.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { NewLine } from '../../platform/events.ts'
import { actOnce } from '../../platform/once.ts'
import { type Guard, insertTexts, type SealedText, seal } from '../../platform/sealed-text.ts'
import type { Tx } from '../../platform/transaction.ts'
import type { PassedReceipt, PassedText } from './contract.ts'
import { loadPassed, type Passed, savePassed } from './passed.sql.ts'

export const guardOf = ({ reach, units }: Pick<Passed, 'reach' | 'units'>): Guard => ({
  reach,
  units,
  accountId: null,
  receiptHash: null,
})

/** Whoever passed it on: the desk of the unit, else the street by its area. */
export const passerOf = ({ reach, fromUnitId }: Pick<Passed, 'reach' | 'fromUnitId'>) =>
  fromUnitId === null ? { path: reach } : { units: [fromUnitId] }

interface Scene {
  readonly tx: Tx
  readonly now: Temporal.Instant
  /** Seals a text for whoever sees what was passed on. */
  readonly keep: (kind: PassedText['kind'], body: string) => Promise<SealedText>
  /** The chain, subject and place in the story that the act's line carries. */
  readonly place: Pick<NewLine, 'chain' | 'subject' | 'seq' | 'occurredAt'>
}

interface Deed {
  readonly change?: Partial<Pick<Passed, 'stage' | 'receivedAt' | 'answeredAt'>>
  readonly line: NewLine
}

/** Whoever is overtaken was so by somebody who came through. */
const mostTries = 10

/** One act on something passed on: permission first, one transaction, once per request id, tried again when overtaken. */
export async function actOnPassed(
  ctx: Ctx,
  act: string,
  id: string,
  asked: { readonly requestId: string; readonly [field: string]: unknown },
  where: (passed: Passed) => { readonly path?: readonly string[]; readonly units?: readonly string[] },
  work: (passed: Passed, scene: Scene) => Promise<Deed>,
): Promise<PassedReceipt> {
  ctx.must(act)
  const whole = { ...asked, id, act }
  for (let tries = 1; ; tries += 1)
    try {
      return await actOnce(ctx, whole, async (tx) => {
        const passed = await loadPassed(tx, id)
        ctx.must(act, where(passed))
        return perform(ctx, tx, passed, work)
      })
    } catch (error) {
      const isOvertaken = error instanceof Refusal && error.code === 'passed_moved_on'
      if (!isOvertaken || tries === mostTries) throw error
    }
}

async function perform(
  ctx: Ctx,
  tx: Tx,
  passed: Passed,
  work: (passed: Passed, scene: Scene) => Promise<Deed>,
): Promise<PassedReceipt> {
  const now = ctx.clock.now()
  const seq = passed.seq + 1
  const { change, line } = await work(passed, {
    tx,
    now,
    keep: async (kind, body) => {
      const sealed = seal(ctx, { subject: passed.id, kind, body })
      await insertTexts(tx, [sealed], guardOf(passed))
      return sealed
    },
    place: { chain: passed.chain, subject: passed.id, seq, occurredAt: now },
  })
  const after = { ...passed, ...change, seq }
  await savePassed(tx, passed, after)
  tx.record(line)
  return { id: passed.id, stage: after.stage }
}
