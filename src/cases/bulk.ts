import { randomUUID } from 'node:crypto'
import { Refusal } from '../kernel/refusal.ts'
import { iso } from '../platform/clock.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { Tx } from '../platform/transaction.ts'
import type { ActReceipt } from './acts.contract.ts'
import { closeCase } from './answer-case.ts'
import type { Rehearsal, RehearseActs, RehearsedRow } from './bulk.contract.ts'
import { type Case, loadCase } from './case.sql.ts'
import { selectRequests } from './case-page.sql.ts'
import { readDueAt } from './clocks.ts'
import { decideRequest } from './decide-request.ts'
import { dispatchCase } from './dispatch-case.ts'
import { signCase } from './handle-case.ts'
import { joinCase } from './join-case.ts'
import { namesFor } from './names.ts'
import { rehearse } from './rehearse.ts'
import { publishCase } from './screen-case.ts'
import { isEnded } from './stage.rule.ts'
import { selectTextsOf } from './text.sql.ts'

/** The permission without which an act is nobody's to rehearse. */
const needs: Readonly<Record<RehearseActs['act'], string>> = {
  sign: 'case.sign',
  dispatch: 'case.dispatch',
  close: 'case.close',
  publish: 'case.publish',
  join: 'case.screen',
  decide: 'case.decide',
}

/** What one row would be sent to its own act with. */
interface Step {
  readonly requestId: string | null
  readonly summary: string | null
  readonly act: (ctx: Ctx) => Promise<ActReceipt>
}

/**
 * What an act on many cases would bring to each of them, and which of them it would refuse and why: found by doing it
 * and taking it back, case by case. Nothing is changed. A case that the asker may not see is refused as not found.
 */
export async function rehearseActs(ctx: Ctx, input: RehearseActs): Promise<Rehearsal> {
  ctx.must(needs[input.act])
  const rows: RehearsedRow[] = []
  for (const caseId of new Set(input.caseIds)) rows.push(...(await rowsOf(ctx, input, caseId)))
  return { rows }
}

async function rowsOf(ctx: Ctx, input: RehearseActs, caseId: string): Promise<RehearsedRow[]> {
  const none = { caseId, number: '', requestId: null, summary: null, after: null, refusal: null }
  let number = ''
  try {
    const steps = await ctx.read(async (tx) => {
      const before = await loadCase(tx, caseId)
      ctx.must('case.see', { path: before.reach, units: before.units })
      // Known from here on: who may see the case reads which one an act has nothing to do with.
      number = before.number
      return stepsOf(tx, input, before)
    })
    const rows: RehearsedRow[] = []
    for (const { act, ...told } of steps)
      rows.push({ ...none, number, ...told, ...(await outcome(ctx, caseId, act)) })
    return rows
  } catch (error) {
    return [{ ...none, number, refusal: refusalOf(error) }]
  }
}

async function outcome(
  ctx: Ctx,
  caseId: string,
  act: Step['act'],
): Promise<Pick<RehearsedRow, 'after' | 'refusal'>> {
  try {
    return { after: await rehearse(ctx, act, (tx) => standing(ctx, tx, caseId)), refusal: null }
  } catch (error) {
    return { after: null, refusal: refusalOf(error) }
  }
}

/** A "no" is an answer here; whatever else is thrown is a bug, here too. */
function refusalOf(error: unknown): NonNullable<RehearsedRow['refusal']> {
  if (error instanceof Refusal) return { code: error.code, facts: error.facts }
  throw error
}

async function standing(ctx: Ctx, tx: Tx, caseId: string): Promise<RehearsedRow['after']> {
  const found = await loadCase(tx, caseId)
  const names = await namesFor(ctx, tx, [found.leadUnitId])
  const dueAt = isEnded(found.stage) ? null : readDueAt(found.leadUnitId ? found.dueAt : found.responseDueAt)
  return { stage: found.stage, unit: names.unit(found.leadUnitId), dueAt: dueAt && iso(dueAt) }
}

async function stepsOf(tx: Tx, input: RehearseActs, before: Case): Promise<Step[]> {
  const { id } = before
  const plain = { requestId: null, summary: null }
  const once = { requestId: randomUUID() }
  switch (input.act) {
    case 'sign':
      return [{ ...plain, act: (ctx) => signCase(ctx, id, once) }]
    case 'dispatch':
      return [{ ...plain, act: (ctx) => dispatchCase(ctx, id, { ...once, assistUnitIds: [] }) }]
    case 'close':
      return [{ ...plain, act: (ctx) => closeCase(ctx, id, once) }]
    case 'join':
      return [{ ...plain, act: (ctx) => joinCase(ctx, id, { ...once, into: input.into }) }]
    case 'publish': {
      const summary = await confirmedSummary(tx, before)
      return [{ ...plain, summary, act: (ctx) => publishCase(ctx, id, { ...once, summary }) }]
    }
    case 'decide': {
      const waiting = (await selectRequests(tx, id)).filter((request) => request.granted === null)
      if (waiting.length === 0) throw new Refusal('case_request_decided')
      const { granted, reason } = input
      const body = { ...once, granted, ...(reason === undefined ? {} : { reason }) }
      return waiting.map((request) => ({
        ...plain,
        requestId: request.id,
        act: (ctx) => decideRequest(ctx, id, request.id, body),
      }))
    }
  }
}

/** The summary that a person wrote for the public. What the reporter said never takes its place. */
async function confirmedSummary(tx: Tx, before: Case): Promise<string> {
  if (before.public) throw new Refusal('case_public_already')
  const summary = (await selectTextsOf(tx, [before.id], ['summary'])).at(-1)?.body
  if (!summary) throw new Refusal('case_summary_needed', { field: 'summary' })
  return summary
}
