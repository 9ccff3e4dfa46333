import { Refusal } from '../../kernel/refusal.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { NewLine } from '../../platform/events.ts'
import { actOnce } from '../../platform/once.ts'
import {
  commitsOf,
  type Guard,
  insertTexts,
  type NewText,
  type SealedText,
  seal,
} from '../../platform/sealed-text.ts'
import type { Tx } from '../../platform/transaction.ts'
import type { ActionReceipt } from './action.contract.ts'
import {
  insertTasks,
  loadAction,
  loadTasks,
  type StandingAction,
  type StandingTask,
  saveAction,
  saveTasks,
} from './action.sql.ts'

type Sight = Pick<StandingAction, 'reach' | 'units'>
export const guardOf = ({ reach, units }: Sight): Guard => ({
  reach,
  units,
  accountId: null,
  receiptHash: null,
})

/** Whether the post leads it: the street by its area, or the unit that leads its station. */
export const leadOf = ({ reach, leadUnitId }: Pick<StandingAction, 'reach' | 'leadUnitId'>) => ({
  path: reach,
  units: leadUnitId === null ? [] : [leadUnitId],
})

/** What a use case works with, besides the action and its tasks. */
interface Scene {
  readonly tx: Tx
  readonly now: Temporal.Instant
  /** Seals a text for whoever sees the action, or a task of it. */
  readonly keep: (text: Omit<NewText, 'subject'>, sight: Sight) => Promise<SealedText>
  /** The chain, subject and next place in the story that a line carries, and when it happened. */
  readonly next: () => Pick<NewLine, 'chain' | 'subject' | 'seq' | 'occurredAt'>
}

interface Deed {
  readonly change?: Partial<Pick<StandingAction, 'stage' | 'units' | 'overAt' | 'saidId'>>
  readonly tasks?: readonly StandingTask[]
  readonly added?: readonly StandingTask[]
  readonly lines: readonly NewLine[]
}

interface Standing {
  readonly action: StandingAction
  readonly tasks: readonly StandingTask[]
}

/** Whoever is overtaken was so by somebody who came through: as often as units answer at once. */
const mostTries = 20

/**
 * One act on a joint action: permission first, one transaction, once per request id. Who is overtaken between reading and
 * writing reads all anew and tries again. `where` says on what of it the act must be allowed.
 */
export async function actOnAction(
  ctx: Ctx,
  act: string,
  actionId: string,
  asked: { readonly requestId: string; readonly [field: string]: unknown },
  where: (standing: Standing) => { readonly path?: readonly string[]; readonly units?: readonly string[] },
  work: (standing: Standing, scene: Scene) => Promise<Deed>,
): Promise<ActionReceipt> {
  ctx.must(act)
  const whole = { ...asked, actionId, act }
  for (let tries = 1; ; tries += 1)
    try {
      return await actOnce(ctx, whole, async (tx) => {
        const action = await loadAction(tx, actionId)
        const standing = { action, tasks: await loadTasks(tx, [actionId]) }
        ctx.must(act, where(standing))
        return perform(ctx, tx, standing, work)
      })
    } catch (error) {
      const isOvertaken = error instanceof Refusal && error.code === 'action_moved_on'
      if (!isOvertaken || tries === mostTries) throw error
    }
}

async function perform(
  ctx: Ctx,
  tx: Tx,
  standing: Standing,
  work: (standing: Standing, scene: Scene) => Promise<Deed>,
): Promise<ActionReceipt> {
  const { action } = standing
  const now = ctx.clock.now()
  let lines = 0
  const deed = await work(standing, {
    tx,
    now,
    keep: async (text, sight) => {
      const sealed = seal(ctx, { ...text, subject: action.id })
      await insertTexts(tx, [sealed], guardOf(sight))
      return sealed
    },
    next: () => {
      lines += 1
      return { chain: action.chain, subject: action.id, seq: action.seq + lines, occurredAt: now }
    },
  })
  const after = { ...action, ...deed.change, seq: action.seq + lines }
  await saveAction(tx, action, after)
  await saveTasks(tx, deed.tasks ?? [])
  await insertTasks(tx, deed.added ?? [])
  for (const line of deed.lines) tx.record(line)
  return { actionId: action.id, stage: after.stage }
}

/** Refuses `action_over` once it has ended or was called off. */
export function mustBeOpen({ stage }: Pick<StandingAction, 'stage'>): void {
  if (stage !== 'open') throw new Refusal('action_over', { stage })
}

/** Commitments of several texts, as a line carries them. */
export const commitsTo = (...texts: readonly (SealedText | null)[]): Record<string, string> =>
  commitsOf(texts.filter((text) => text !== null))
