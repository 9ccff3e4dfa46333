import { Refusal } from '../../kernel/refusal.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { NewLine } from '../../platform/events.ts'
import { actOnce } from '../../platform/once.ts'
import type { NewText, SealedText } from '../../platform/sealed-text.ts'
import { commitsOf, insertTexts, seal } from '../../platform/sealed-text.ts'
import type { Tx } from '../../platform/transaction.ts'
import { type Call, insertCalls, loadCalls, saveCalls } from './call.sql.ts'
import type { WhistleReceipt } from './contract.ts'
import { guardOf, loadWhistle, type StandingWhistle, saveWhistle } from './whistle.sql.ts'

/** What a use case works with, besides the whistle and its calls. */
export interface Scene {
  readonly tx: Tx
  readonly now: Temporal.Instant
  /** Seals texts of the whistle, read by whoever sees it; by these units alone where they are named. */
  readonly keep: (
    texts: readonly Omit<NewText, 'subject'>[],
    units?: readonly string[],
  ) => Promise<{ readonly texts: readonly SealedText[]; readonly commits: Record<string, string> }>
  /** The chain, subject and next place in the story that every line carries, and when it happened. */
  readonly next: (occurredAt?: Temporal.Instant) => Pick<NewLine, 'chain' | 'subject' | 'seq' | 'occurredAt'>
}

/** What an act amounts to: the whistle's change, the calls that changed, and the lines of its story. */
interface Deed {
  readonly change?: Partial<
    Pick<
      StandingWhistle,
      'stage' | 'units' | 'reviewedAt' | 'warranted' | 'soundedAt' | 'endedAt' | 'resultId'
    >
  >
  /** All calls, where the act was on the whistle. */
  readonly calls?: readonly Call[]
  /** The one call that was acted on. */
  readonly call?: Call
  /** Calls that come to the whistle. */
  readonly added?: readonly Call[]
  readonly lines: readonly NewLine[]
}

interface Standing {
  readonly whistle: StandingWhistle
  readonly calls: readonly Call[]
}

/** What was asked, whole: the same request id with anything else in it is another act. */
interface Asked {
  readonly requestId: string
  readonly [field: string]: unknown
}

/** Whoever is overtaken was so by somebody who came through: as often as units are called at once. */
const mostTries = 20

/**
 * One act on a whistle: permission first, one transaction, once per request id. Units that are called at once answer at
 * once: who is overtaken between reading and writing reads all anew and tries again.
 */
export async function actOnWhistle(
  ctx: Ctx,
  act: string,
  whistleId: string,
  asked: Asked,
  work: (standing: Standing, scene: Scene) => Promise<Deed>,
): Promise<WhistleReceipt> {
  for (let tries = 1; ; tries += 1)
    try {
      return await tryOnWhistle(ctx, act, whistleId, asked, work)
    } catch (error) {
      const isOvertaken = error instanceof Refusal && error.code === 'whistle_moved_on'
      if (!isOvertaken || tries === mostTries) throw error
    }
}

const tryOnWhistle = (
  ctx: Ctx,
  act: string,
  whistleId: string,
  asked: Asked,
  work: (standing: Standing, scene: Scene) => Promise<Deed>,
): Promise<WhistleReceipt> => {
  ctx.must(act)
  const whole = { ...asked, whistleId, act }
  return actOnce(ctx, whole, async (tx) => {
    const whistle = await loadWhistle(tx, whistleId)
    ctx.must(act, { path: whistle.reach, units: whistle.units })
    const calls = await loadCalls(tx, [whistleId])
    return perform(ctx, tx, { whistle, calls }, work)
  })
}

async function perform(
  ctx: Ctx,
  tx: Tx,
  { whistle, calls }: Standing,
  work: (standing: Standing, scene: Scene) => Promise<Deed>,
): Promise<WhistleReceipt> {
  let lines = 0
  const now = ctx.clock.now()
  const deed = await work(
    { whistle, calls },
    {
      tx,
      now,
      keep: async (texts, units = whistle.units) => {
        const sealed = texts.map((text) => seal(ctx, { ...text, subject: whistle.id }))
        await insertTexts(tx, sealed, guardOf(whistle, units))
        return { texts: sealed, commits: commitsOf(sealed) }
      },
      // The rows' own moment: a line that is written milliseconds later would say another.
      next: (occurredAt = now) => {
        lines += 1
        return { chain: whistle.chain, subject: whistle.id, seq: whistle.seq + lines, occurredAt }
      },
    },
  )
  const after = { ...whistle, ...deed.change, seq: whistle.seq + lines }
  await saveWhistle(tx, whistle, after)
  const { call } = deed
  await saveCalls(tx, call ? [call] : (deed.calls ?? []), after)
  if (deed.added) await insertCalls(tx, deed.added, after)
  for (const written of deed.lines) tx.record(written)
  return { whistleId: whistle.id, stage: after.stage, call: call ? { id: call.id, stage: call.stage } : null }
}

/** The call of the whistle. Refuses `not_found`, and `whistle_not_sounding` before it sounds and after its end. */
export function liveCall({ whistle, calls }: Standing, callId: string): Call {
  const call = calls.find(({ id }) => id === callId)
  if (!call) throw new Refusal('not_found', { kind: 'call' })
  if (whistle.stage !== 'sounding') throw new Refusal('whistle_not_sounding', { stage: whistle.stage })
  return call
}
