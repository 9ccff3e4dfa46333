import { atlasOf } from '../../areas/door.ts'
import type { ChangeLife, LifeChanged } from '../../organisations/body.contract.ts'
import { changeLife } from '../../organisations/door.ts'
import { dayOf } from '../../platform/clock.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { actOnce } from '../../platform/once.ts'
import { peopleLine } from '../events.ts'
import { endPostsOfUnit } from '../post.sql.ts'
import { officeLine } from './events.ts'
import { endLinksOf } from './links.sql.ts'
import { endTermsOf } from './terms.sql.ts'

/**
 * Suspends, resumes or dissolves a body. With a dissolution all that is held in it ends: offices, links and posts. While
 * it is suspended its offices stay, but its posts open nothing (`session.sql.ts`) and it takes no new cases. Refuses as
 * `changeLife`.
 */
export async function changeBody(ctx: Ctx, unitId: string, body: ChangeLife): Promise<LifeChanged> {
  ctx.must('body.manage')
  const atlas = await atlasOf(ctx)
  const request = { ...body, unitId }
  return actOnce(ctx, request, async (tx) => {
    const { step } = await changeLife(ctx, tx, atlas, unitId, body)
    const changed = { unitId, phase: step.phase, fromDay: step.fromDay }
    if (step.phase !== 'dissolved') return { ...changed, ended: { terms: 0, links: 0, posts: 0 } }
    const chain = atlas.district.id
    const terms = await endTermsOf(tx, unitId, step.fromDay)
    const links = await endLinksOf(tx, unitId, step.fromDay)
    // A post was used until now, whenever the body ended on paper.
    const posts = await endPostsOfUnit(tx, unitId, dayOf(ctx.clock.now(), ctx.district.timeZone))
    if (terms.length + links.length > 0) {
      const data = { unitId, endedOn: step.fromDay, terms, links }
      tx.record(officeLine('body.emptied', { chain, subject: unitId, data }))
    }
    for (const { id: postId, accountId, endsOn } of posts)
      tx.record(peopleLine('post.ended', { chain, subject: postId, data: { postId, accountId, endsOn } }))
    return { ...changed, ended: { terms: terms.length, links: links.length, posts: posts.length } }
  })
}
