import { Refusal } from '../kernel/refusal.ts'
import type { Ctx } from '../platform/ctx.ts'
import { actOnCase } from './act.ts'
import type { ActReceipt, JoinCase } from './acts.contract.ts'
import { loadCase, saveCase } from './case.sql.ts'
import { line } from './events.ts'
import { isEnded, move } from './stage.rule.ts'

/**
 * 并单: the same problem reported again. Each reporter keeps an own receipt and story, and stays hidden from the
 * others (Care 2); the answer to the case that took it in reaches all of them.
 */
export const joinCase = (ctx: Ctx, caseId: string, input: JoinCase): Promise<ActReceipt> =>
  actOnCase(ctx, 'case.screen', caseId, input, async (before, { tx, next }) => {
    if (input.into === caseId) throw new Refusal('case_cannot_join_itself', { field: 'into' })
    const into = await loadCase(tx, input.into)
    ctx.must('case.screen', { path: into.reach, units: into.units })
    if (isEnded(into.stage)) throw new Refusal('case_move_not_allowed', { from: into.stage, to: 'joined' })
    if (before.confidential !== into.confidential) throw new Refusal('not_permitted', { act: 'case.screen' })
    // A neighbour's report never goes into practice, nor practice into it.
    if (before.drillId !== into.drillId) throw new Refusal('not_permitted', { act: 'case.screen' })
    // Both rows in order of id, so that two who join the same cases the other way round cannot stand in a ring.
    const rows = [
      { row: before, lines: 0 },
      { row: into, lines: 1 },
    ]
    for (const { row, lines } of rows.toSorted((a, b) => (a.row.id < b.row.id ? -1 : 1)))
      await saveCase(tx, row, {}, lines)
    return {
      change: {
        stage: move(before.stage, 'joined'),
        joinedInto: into.id,
        matter: into.matter,
        respondedAt: before.respondedAt ?? ctx.clock.now(),
      },
      lines: [
        line('case.joined', { ...next(), data: { into: into.id } }),
        line('case.took_in', {
          chain: into.chain,
          subject: into.id,
          seq: into.seq + 1,
          data: { caseId: before.id },
        }),
      ],
    }
  })
