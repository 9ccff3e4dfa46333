import { Refusal } from '../kernel/refusal.ts'
import type { Matter } from '../matters/contract.ts'
import { calendarOf, currentMatter } from '../matters/door.ts'
import { iso } from '../platform/clock.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { Tx } from '../platform/transaction.ts'
import { actOnCase } from './act.ts'
import type { ActReceipt, DeclineCase, PublishCase, ReferCase, ScreenCase } from './acts.contract.ts'
import type { Case } from './case.sql.ts'
import { moveGuards } from './case.sql.ts'
import { momentsOf, responseAccount, responseMoments } from './clocks.ts'
import { line } from './events.ts'
import { hideMediations } from './mediation/hide-mediations.ts'
import { hidePassed } from './passed-on/hide-passed.ts'
import { isOpen, move } from './stage.rule.ts'
import { hideActions } from './station/hide-actions.ts'
import { stopStanding } from './stop-standing.ts'
import { loadStory } from './story.sql.ts'
import { hideWhistles } from './whistle/hide-whistles.ts'

/** 甄别: names the matter, and the summary that the public may read. A confidential matter leaves the street's sight. */
export const screenCase = (ctx: Ctx, caseId: string, input: ScreenCase): Promise<ActReceipt> =>
  actOnCase(ctx, 'case.screen', caseId, input, async (before, { tx, keep, next }) => {
    const matter = await currentMatter(ctx, input.matter)
    const confidential = before.confidential || matter.confidential
    const isPublic = input.publish && !confidential
    if (isPublic && !input.summary) throw new Refusal('case_summary_needed', { field: 'summary' })
    const kept = await keep(input.summary ? [{ kind: 'summary', body: input.summary, toReporter: true }] : [])
    const moments =
      before.stage === 'joined'
        ? await momentsOnItsOwn(ctx, tx, before, matter)
        : responseMoments(before.acceptedAt, matter, await calendarOf(ctx))
    const reach = confidential ? before.path.slice(0, 1) : before.reach
    if (confidential && !before.confidential) {
      // The desk that screens it does not see it afterwards, and an update must see the row that it writes.
      await tx.widen(before.path[0]!)
      await moveGuards(tx, [{ id: before.id, reach, units: before.units }])
      await hidePassed(ctx, tx, before.id, reach)
      await hideActions(ctx, tx, before.id, reach)
      await hideWhistles(ctx, tx, before.id, reach)
      await hideMediations(ctx, tx, before.id, before.path, reach)
    }
    return {
      change: {
        stage: move(before.stage, 'screened'),
        matter: matter.code,
        confidential,
        public: isPublic,
        reach,
        ...moments,
        // A case that was joined by mistake stands by itself again.
        joinedInto: null,
      },
      lines: [
        line('case.screened', {
          ...next(),
          data: {
            matter: matter.code,
            public: isPublic,
            confidential,
            responseDueAt: iso(moments.responseDueAt),
            commits: kept.commits,
          },
        }),
      ],
    }
  })

/** Of a case that was joined by mistake: what lay between was nobody's delay, and its clock goes on from now. */
async function momentsOnItsOwn(ctx: Ctx, tx: Tx, { id, respondedAt }: Case, matter: Matter) {
  const now = ctx.clock.now()
  const again = { kind: 'case.screened', occurredAt: now, data: { matter: matter.code } }
  const account = responseAccount([...(await loadStory(tx, id)), again], matter, await calendarOf(ctx), now)
  const { dueAt: responseDueAt, yellowAt } = momentsOf(account)
  // Who had answered before it was joined has answered; the joining itself was none.
  return { responseDueAt, yellowAt, respondedAt: account.stoppedAt === null ? null : respondedAt }
}

/** Confirms a better summary for the public board. */
export const publishCase = (ctx: Ctx, caseId: string, input: PublishCase): Promise<ActReceipt> =>
  actOnCase(ctx, 'case.publish', caseId, input, async (before, { keep, next }) => {
    if (before.confidential) throw new Refusal('not_permitted', { act: 'case.publish' })
    if (!isOpen(before.stage) && before.stage !== 'closed')
      throw new Refusal('case_move_not_allowed', { from: before.stage, to: 'published' })
    const kept = await keep([{ kind: 'summary', body: input.summary, toReporter: true }])
    return {
      change: { public: true },
      lines: [line('case.published', { ...next(), data: { commits: kept.commits } })],
    }
  })

/** Not taken up, with a reason that the reporter sees. */
export const declineCase = (ctx: Ctx, caseId: string, input: DeclineCase): Promise<ActReceipt> =>
  actOnCase(ctx, 'case.screen', caseId, input, async (before, scene) => {
    const { keep, next } = scene
    const stage = move(before.stage, 'declined')
    const stopped = await stopStanding(ctx, scene, before)
    const kept = await keep([{ kind: 'reason', body: input.reason, toReporter: true }])
    const now = ctx.clock.now()
    return {
      change: {
        ...stopped,
        stage,
        respondedAt: before.respondedAt ?? now,
        closedAt: now,
      },
      lines: [line('case.declined', { ...next(), data: { commits: kept.commits } })],
    }
  })

/** To self-government, mutual help, or a paid or public service: not a unit's task, yet answered. */
export const referCase = (ctx: Ctx, caseId: string, input: ReferCase): Promise<ActReceipt> =>
  actOnCase(ctx, 'case.screen', caseId, input, async (before, scene) => {
    const { keep, next } = scene
    const stage = move(before.stage, 'referred')
    const stopped = await stopStanding(ctx, scene, before)
    const kept = await keep([{ kind: 'reason', body: input.reason, toReporter: true }])
    const now = ctx.clock.now()
    return {
      change: {
        ...stopped,
        stage,
        respondedAt: before.respondedAt ?? now,
        closedAt: now,
      },
      lines: [line('case.referred', { ...next(), data: { door: input.door, commits: kept.commits } })],
    }
  })
