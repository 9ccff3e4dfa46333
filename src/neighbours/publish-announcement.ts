import { newId } from '../kernel/ids.ts'
import { Refusal } from '../kernel/refusal.ts'
import { dayOf } from '../platform/clock.ts'
import type { Ctx } from '../platform/ctx.ts'
import { actOnce } from '../platform/once.ts'
import { closeTexts, commitsOf, insertTexts, seal } from '../platform/sealed-text.ts'
import { insertAnnouncement, loadAnnouncement, withdrawRow } from './announcement.sql.ts'
import type { Done, PublishAnnouncement, Withdraw } from './contract.ts'
import { neighbourLine } from './events.ts'
import { communityAt, speakingUnit } from './place.ts'

/** Publishes an announcement of a community: everybody reads it from now on, until its last day. */
export async function publishAnnouncement(ctx: Ctx, input: PublishAnnouncement): Promise<Done> {
  ctx.must('community.publish')
  const { community, path } = await communityAt(ctx, input.areaId)
  ctx.must('community.publish', { path })
  const publishedAt = ctx.clock.now()
  const { pinned, shownUntil } = input
  if (shownUntil !== null && shownUntil < dayOf(publishedAt, ctx.district.timeZone))
    throw new Refusal('announcement_over', { field: 'shownUntil' })
  const unitId = speakingUnit(ctx.who.posts, path)
  return actOnce(ctx, input, async (tx) => {
    const id = newId(publishedAt.epochMilliseconds)
    const title = seal(ctx, { subject: id, kind: 'announcement_title', body: input.title, open: true })
    const body = seal(ctx, { subject: id, kind: 'announcement_body', body: input.body, open: true })
    await insertTexts(tx, [title, body], { reach: path, units: [], accountId: null, receiptHash: null })
    await insertAnnouncement(tx, {
      id,
      areaId: community.id,
      reach: path,
      unitId,
      titleId: title.id,
      bodyId: body.id,
      pinned,
      publishedAt,
      shownUntil,
    })
    tx.record(
      neighbourLine('announcement.published', {
        chain: community.id,
        subject: id,
        seq: 1,
        occurredAt: publishedAt,
        data: { areaId: community.id, unitId, pinned, shownUntil, commits: commitsOf([title, body]) },
      }),
    )
    return { id }
  })
}

/** Takes an announcement back: nobody but the desks reads it any more. The reason is on the record. */
export async function withdrawAnnouncement(ctx: Ctx, id: string, input: Withdraw): Promise<Done> {
  ctx.must('community.publish')
  const asked = { ...input, id, act: 'withdraw' }
  return actOnce(ctx, asked, async (tx) => {
    const before = await loadAnnouncement(tx, id)
    ctx.must('community.publish', { path: before.reach })
    const occurredAt = ctx.clock.now()
    const seq = await withdrawRow(tx, before, occurredAt)
    await closeTexts(tx, [before.titleId, before.bodyId])
    const reason = seal(ctx, { subject: id, kind: 'reason', body: input.reason })
    const guard = { reach: before.reach, units: [], accountId: null, receiptHash: null }
    await insertTexts(tx, [reason], guard)
    const data = { commits: commitsOf([reason]) }
    const line = { chain: before.chain, subject: id, seq, occurredAt, data }
    tx.record(neighbourLine('announcement.withdrawn', line))
    return { id }
  })
}
