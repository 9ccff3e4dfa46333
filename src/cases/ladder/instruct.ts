import { newId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { calendarOf, deadlineFor } from '../../matters/door.ts'
import { iso } from '../../platform/clock.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Tx } from '../../platform/transaction.ts'
import { actOnCase } from '../act.ts'
import type { ActReceipt } from '../acts.contract.ts'
import type { Case } from '../case.sql.ts'
import { line } from '../events.ts'
import { loadParts } from '../part.sql.ts'
import { isOpen } from '../stage.rule.ts'
import {
  endInstruction,
  type InstructionRow,
  insertInstruction,
  selectInstructions,
} from './instruction.sql.ts'
import type { AnswerInstruction, GiveInstruction, Giver, WithdrawInstruction } from './press.contract.ts'

/** 督办件: a street or the centre tells a unit of the case what it expects, and by when it wants to hear. */
export const giveInstruction = (ctx: Ctx, caseId: string, input: GiveInstruction): Promise<ActReceipt> =>
  actOnCase(ctx, 'case.press', caseId, input, async (before, { tx, keep, next, at: givenAt }) => {
    if (!isOpen(before.stage))
      throw new Refusal('case_move_not_allowed', { from: before.stage, to: 'instruct' })
    const { unitId, amount, countedIn } = input
    if (!(await instructable(ctx, tx, before)).includes(unitId))
      throw new Refusal('not_permitted', { act: 'case.press' })
    const standing = await selectInstructions(tx, caseId)
    if (standing.some((one) => one.unitId === unitId && one.endedAt === null))
      throw new Refusal('instruction_stands')
    const kept = await keep([{ kind: 'instruction', body: input.words }])
    const id = newId(givenAt.epochMilliseconds)
    const { dueAt } = deadlineFor({ amount, unit: countedIn }, givenAt, await calendarOf(ctx))
    const giver = giverOf(ctx)
    const textId = kept.texts[0]!.id
    await insertInstruction(tx, before, {
      ...{ id, unitId, giver, givenAt, textId, amount, countedIn, dueAt },
      givenBy: ctx.who.accountId!,
    })
    const data = { instructionId: id, unitId, giver, dueAt: iso(dueAt), commits: kept.commits }
    return { change: {}, lines: [line('case.instructed', { ...next(), data })] }
  })

/** The unit answers, and the instruction ends. */
export const answerInstruction = (ctx: Ctx, caseId: string, input: AnswerInstruction): Promise<ActReceipt> =>
  actOnCase(ctx, 'case.handle', caseId, input, async (_before, { tx, keep, next, at }) => {
    const found = await openInstruction(tx, caseId, input.instructionId)
    if (!ctx.who.units.includes(found.unitId)) throw new Refusal('not_permitted', { act: 'case.handle' })
    const kept = await keep([{ kind: 'instruction_answer', body: input.words }])
    await endInstruction(tx, found.id, at, kept.texts[0]!.id)
    const data = { instructionId: found.id, unitId: found.unitId, giver: found.giver, commits: kept.commits }
    return { change: {}, lines: [line('case.instruction_answered', { ...next(), data })] }
  })

/** Whoever may give one takes it back: it has no object any more, or was given by mistake. */
export const withdrawInstruction = (
  ctx: Ctx,
  caseId: string,
  input: WithdrawInstruction,
): Promise<ActReceipt> =>
  actOnCase(ctx, 'case.press', caseId, input, async (_before, { tx, next, at }) => {
    const found = await openInstruction(tx, caseId, input.instructionId)
    mustReachGiver(ctx, found.giver)
    await endInstruction(tx, found.id, at, null)
    const data = { instructionId: found.id, unitId: found.unitId }
    return { change: {}, lines: [line('case.instruction_withdrawn', { ...next(), data })] }
  })

/** Whether the asker gives instructions for the district, or for a street. */
export const giverOf = ({ who }: Pick<Ctx, 'who'>): Giver =>
  who.posts.some(({ grants }) => grants['case.press']?.includes('district')) ? 'district' : 'street'

/** Units of the case that still have a part to do and are not the asker's own: nobody instructs oneself. */
export async function instructable(ctx: Ctx, tx: Tx, before: Case): Promise<string[]> {
  const parts = await loadParts(tx, before.id)
  return parts
    .filter(
      ({ stage, unitId }) => stage !== 'resolved' && stage !== 'returned' && !ctx.who.units.includes(unitId),
    )
    .map(({ unitId }) => unitId)
}

/** What the district has given, no street takes back. */
function mustReachGiver(ctx: Ctx, giver: Giver): void {
  if (giver === 'district' && giverOf(ctx) !== 'district')
    throw new Refusal('not_permitted', { act: 'case.press' })
}

async function openInstruction(tx: Tx, caseId: string, id: string): Promise<InstructionRow> {
  const found = (await selectInstructions(tx, caseId)).find((one) => one.id === id)
  if (!found) throw new Refusal('not_found', { kind: 'instruction' })
  if (found.endedAt !== null) throw new Refusal('instruction_ended')
  return found
}
