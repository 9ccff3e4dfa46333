import { calendarOf } from '../matters/door.ts'
import { areasFor } from '../people/door.ts'
import { iso } from '../platform/clock.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { Approval, ApprovalPage, ApprovalsQuery } from './approvals.contract.ts'
import {
  countGranted,
  keyOf,
  readAfter,
  selectReturns,
  selectWaiting,
  type WaitingRequest,
} from './approvals.sql.ts'
import { unitEvents } from './clock-events.rule.ts'
import { clockRulesOf } from './clock-rules.ts'
import { resolutionAccount } from './clocks.ts'
import { firstNamed } from './emergency/first-named.ts'
import { modesOf } from './emergency/modes-now.ts'
import { grantEffect } from './grant-effect.rule.ts'
import { grantedTo, roomFor } from './limits.rule.ts'
import { may } from './may.ts'
import { namesFor } from './names.ts'
import { loadStories } from './story.sql.ts'
import { selectTextsOf } from './text.sql.ts'

/** Requests that wait for the asker's decision, each with the unit's clock as it stands and as it would stand. */
export async function approvalsFor(ctx: Ctx, { after, limit }: ApprovalsQuery): Promise<ApprovalPage> {
  ctx.must('case.decide')
  return ctx.read(async (tx) => {
    await tx.narrow(areasFor(ctx.who, 'case.decide'))
    const key = readAfter(after)
    const on = await modesOf(ctx, key)
    const first = await firstNamed(ctx)
    const found = await selectWaiting(tx, ctx.who, key, limit, may(ctx, 'case.arbitrate', {}), on)
    const page = found.slice(0, limit)
    const mine = page.filter(({ found: row }) =>
      may(ctx, 'case.decide', { path: row.reach, units: row.units }),
    )
    const ids = mine.map((request) => request.found.id)
    const stories = await loadStories(tx, ids)
    const summaries = new Map(
      (await selectTextsOf(tx, ids, ['summary'])).map((text) => [text.subject, text.body]),
    )
    const granted = await countGranted(tx, ids)
    const disputed = mine.filter((request) => request.arbitration).map((request) => request.found.id)
    const returns = await selectReturns(tx, disputed)
    const names = await namesFor(
      ctx,
      tx,
      [...mine, ...returns].map((request) => request.unitId),
    )
    const rules = await clockRulesOf(ctx)
    const calendar = await calendarOf(ctx)
    const now = ctx.clock.now()
    const toApproval = (request: WaitingRequest): Approval[] => {
      const { id: requestId, unitId, found: row, ...asked } = request
      const story = stories.get(row.id) ?? []
      const matter = rules.unit(story, unitId, row.matter)
      const unit = names.unit(unitId)
      if (!matter || !unit) return []
      const past = unitEvents(story, unitId)
      const effect = grantEffect(asked, matter, calendar, now)
      const account = resolutionAccount(past, matter, calendar, now)
      return [
        {
          ...asked,
          requestId,
          unit,
          caseId: row.id,
          number: row.number,
          matter: names.matter(row.matter),
          place: names.place(row.areaId),
          summary: summaries.get(row.id) ?? null,
          reopened: row.reopened,
          practice: row.drillId !== null,
          first: first(row),
          grantedBefore: granted.get(`${row.id} ${unitId}`) ?? 0,
          room: isMeasured(asked.kind) ? roomFor(matter.limits, grantedTo(story, unitId)) : null,
          returnedBefore: returns
            .filter((given) => given.caseId === row.id)
            .map(({ unitId: by, at, reason }) => ({ unit: names.unit(by)!, at: iso(at!), reason })),
          account,
          grantedAccount:
            effect.stage === 'returned'
              ? null
              : resolutionAccount([...past, ...effect.events], matter, calendar, now),
        },
      ]
    }
    const last = found.length > limit ? page.at(-1) : undefined
    const next = last ? keyOf(last.id, last.found, on) : null
    return { rows: mine.flatMap(toApproval), next }
  })
}

/** Returning a case uses up nothing. */
const isMeasured = (kind: WaitingRequest['kind']): boolean => kind !== 'return'
