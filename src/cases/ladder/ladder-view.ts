import type { WorkCalendar } from '../../kernel/calendar.ts'
import { calendarOf } from '../../matters/door.ts'
import { iso } from '../../platform/clock.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { loadCase } from '../case.sql.ts'
import { clockAccount } from '../clock.rule.ts'
import type { ClockEvent } from '../clock-stretches.rule.ts'
import type { ClockAccount } from '../contract.ts'
import { may } from '../may.ts'
import { namesFor } from '../names.ts'
import { isOpen } from '../stage.rule.ts'
import { loadStory } from '../story.sql.ts'
import { type CaseText, selectTextsOf } from '../text.sql.ts'
import { seenAs } from './acknowledge.rule.ts'
import { caseLadderOf } from './case-ladder.ts'
import { giverOf, instructable } from './instruct.ts'
import { type InstructionRow, selectInstructions, selectOpenOf } from './instruction.sql.ts'
import type { LadderView, OpenInstructions } from './press.contract.ts'

/** When an instruction's light turns yellow: a third of its time is left. */
const yellowPercent = 33

/** What will be said next of a case's clocks, and what was instructed. */
export async function ladderView(ctx: Ctx, caseId: string): Promise<LadderView> {
  ctx.must('case.see')
  return ctx.read(async (tx) => {
    const found = await loadCase(tx, caseId)
    const at = { path: found.reach, units: found.units }
    ctx.must('case.see', at)
    const story = await loadStory(tx, caseId)
    const waiting = (await caseLadderOf(ctx))(story).flatMap(({ clock, unitId, waiting: steps }) =>
      steps.slice(0, 1).map((step) => ({ clock, unitId, ...step })),
    )
    const rows = await selectInstructions(tx, caseId)
    const presses = isOpen(found.stage) && may(ctx, 'case.press', at)
    const open = new Set(rows.flatMap(({ unitId, endedAt }) => (endedAt === null ? [unitId] : [])))
    const mayInstruct = presses ? (await instructable(ctx, tx, found)).filter((id) => !open.has(id)) : []
    const names = await namesFor(ctx, tx, [
      ...waiting.map(({ unitId }) => unitId),
      ...rows.map(({ unitId }) => unitId),
      ...mayInstruct,
    ])
    const texts = wordsOf(await selectTextsOf(tx, [caseId], ['instruction', 'instruction_answer']))
    const calendar = await calendarOf(ctx)
    const canOf = ({ unitId, giver, endedAt }: InstructionRow): LadderView['instructions'][number]['can'] => {
      if (endedAt !== null) return []
      const mine = ctx.who.units.includes(unitId) && may(ctx, 'case.handle', at)
      const takesBack = may(ctx, 'case.press', at) && (giver === 'street' || giverOf(ctx) === 'district')
      return [...(mine ? (['answer'] as const) : []), ...(takesBack ? (['withdraw'] as const) : [])]
    }
    return {
      next: waiting.map(({ clock, unitId, step, at: moment }) => ({
        clock,
        unit: names.unit(unitId),
        kind: step.kind,
        audience: step.audience,
        at: moment && iso(moment),
      })),
      canAcknowledge: seenAs(story, ctx.who, found.reach) !== null,
      instructions: rows.map((row) => ({
        id: row.id,
        unit: names.unit(row.unitId)!,
        giver: row.giver,
        words: texts.get(row.textId) ?? null,
        answer: row.answerId === null ? null : (texts.get(row.answerId) ?? null),
        account: accountOf(row, calendar, ctx.clock.now()),
        withdrawn: row.withdrawn,
        lapsed: row.lapsed,
        can: canOf(row),
      })),
      mayInstruct: mayInstruct.map((id) => names.unit(id)!),
    }
  })
}

/** As many as a desk looks at before its queue; the others come up as these are answered. */
const shownAtMost = 20

/** What the reader's units were instructed and have not answered. */
export async function openInstructions(ctx: Ctx, atMost = shownAtMost): Promise<OpenInstructions> {
  ctx.must('case.see')
  return ctx.read(async (tx) => {
    const found = await selectOpenOf(tx, ctx.who.units, atMost + 1)
    const rows = found.slice(0, atMost)
    const names = await namesFor(
      ctx,
      tx,
      rows.map(({ unitId }) => unitId),
    )
    const calendar = await calendarOf(ctx)
    const caseIds = [...new Set(rows.map(({ caseId }) => caseId))]
    const texts = wordsOf(await selectTextsOf(tx, caseIds, ['instruction']))
    const shown = rows.map((row) => ({
      id: row.id,
      unit: names.unit(row.unitId)!,
      giver: row.giver,
      words: texts.get(row.textId) ?? null,
      account: accountOf(row, calendar, ctx.clock.now()),
      caseId: row.caseId,
      caseNumber: row.caseNumber,
    }))
    return { rows: shown, more: found.length > atMost }
  })
}

const wordsOf = (texts: readonly CaseText[]): ReadonlyMap<string, string | null> =>
  new Map(texts.map(({ id, body }) => [id, body]))

function accountOf(row: InstructionRow, calendar: WorkCalendar, now: Temporal.Instant): ClockAccount {
  const events: ClockEvent[] = [
    { kind: 'started', at: row.givenAt },
    ...(row.endedAt === null ? [] : [{ kind: 'stopped', at: row.endedAt } as const]),
  ]
  const allowance = { amount: row.amount, unit: row.countedIn }
  return clockAccount({ clock: 'resolution', allowance, yellowPercent, calendar, events, now })
}
