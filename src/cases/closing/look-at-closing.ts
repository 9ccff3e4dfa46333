import { Refusal } from '../../kernel/refusal.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Tx } from '../../platform/transaction.ts'
import type { Deed, Scene } from '../act.ts'
import { actOnCase } from '../act.ts'
import type { ActReceipt } from '../acts.contract.ts'
import { handBack } from '../answer-case.ts'
import type { Case } from '../case.sql.ts'
import { line } from '../events.ts'
import { loadParts } from '../part.sql.ts'
import { isEnded } from '../stage.rule.ts'
import { loadStory } from '../story.sql.ts'
import type { LookAtClosing } from './closing.contract.ts'
import { endAsk } from './end-ask.ts'
import { type Flag, markLooked, selectFlags } from './flag.sql.ts'
import { isOwnWork } from './flags.rule.ts'
import { reopenCase } from './reopen.ts'

/**
 * Somebody of the centre or the street has looked at what was marked on a closing: in order, or it goes back to be done
 * again. A mark alone does nothing to anybody.
 */
export const lookAtClosing = (ctx: Ctx, caseId: string, input: LookAtClosing): Promise<ActReceipt> =>
  actOnCase(ctx, 'case.press', caseId, input, async (before, scene) => {
    const open = (await selectFlags(scene.tx, caseId)).filter(({ lookedAt }) => lookedAt === null)
    if (open.length === 0) throw new Refusal('closing_looked_at')
    const story = await loadStory(scene.tx, caseId)
    if (open.some((flag) => isOwnWork(flag, story, ctx.who)))
      throw new Refusal('not_permitted', { act: 'case.press' })
    const { verdict, reason } = input
    if (verdict === 'not_in_order') await mustBeWhole(scene.tx, before, open)
    const kept = await scene.keep([{ kind: 'reason', body: reason }])
    const at = ctx.clock.now()
    const ids = open.map(({ id }) => id)
    await markLooked(scene.tx, ids, { by: ctx.who.accountId!, at, verdict, reasonId: kept.texts[0]!.id })
    const looked = open.map(({ id, unitId, kind }) =>
      line('case.closing_reviewed', {
        ...scene.next(),
        data: { flagId: id, unitId, kind, matter: before.matter ?? '', verdict, commits: kept.commits },
      }),
    )
    const back = verdict === 'not_in_order' ? await sendBack(ctx, scene, before) : { change: {}, lines: [] }
    return { change: back.change, lines: [...looked, ...back.lines] }
  })

/**
 * A part that was done before the whole cannot go back alone: the acts that send back are those of a whole case. Refuses
 * `closing_part_open`.
 */
async function mustBeWhole(tx: Tx, { id, stage }: Case, open: readonly Flag[]): Promise<void> {
  if (isEnded(stage) || stage === 'resolved' || stage === 'replied' || stage === 'checked') return
  const parts = await loadParts(tx, id)
  const isDone = (unitId: string | null) =>
    parts.some((part) => part.unitId === unitId && part.stage === 'resolved')
  if (open.some(({ unitId }) => isDone(unitId))) throw new Refusal('closing_part_open')
}

/** Before it was checked it goes on where it was; afterwards it is done again. What is back already stays there. */
async function sendBack(ctx: Ctx, scene: Scene, before: Case): Promise<Deed> {
  const { stage, leadUnitId } = before
  const isEarly = stage === 'resolved' || stage === 'replied'
  if (isEarly && leadUnitId !== null) return handBack(ctx, scene, before)
  if (stage === 'replied' || stage === 'checked' || stage === 'closed') {
    const ended = await endAsk(ctx, scene, before)
    const again = await reopenCase(ctx, scene, before, 'found_hollow')
    return { change: again.change, lines: [...ended, again.line] }
  }
  // Solved on the spot by nobody's part, and not answered yet: its desk has it in hand.
  return { change: {}, lines: [] }
}
