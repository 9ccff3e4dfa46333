import { type Atlas, atlasOf } from '../../areas/door.ts'
import { newId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { findUnit, mustBeStaff } from '../../organisations/door.ts'
import { dayOf } from '../../platform/clock.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { actOnce } from '../../platform/once.ts'
import type { Tx } from '../../platform/transaction.ts'
import { mayAct } from '../permission.rule.ts'
import { daysAfter, laterDay, soonDays } from './attention.rule.ts'
import { officeLine } from './events.ts'
import { holderOf } from './holders.sql.ts'
import type {
  EndLink,
  FollowLink,
  LinkEnded,
  LinkMade,
  LinkPage,
  LinkRow,
  ListLinks,
  MakeLink,
} from './link.contract.ts'
import { linkEnd, linkRuleOn, linkState } from './link.rule.ts'
import { linkPlace } from './link-place.contract.ts'
import {
  countLinks,
  endLinkOn,
  findLink,
  insertLinks,
  type LinkQuery,
  type NamedLink,
  type StoredLink,
  selectLinks,
} from './links.sql.ts'

/** Refuses whoever may not keep links there, and a place of a kind that this link does not lead to. */
function mustLink(ctx: Ctx, atlas: Atlas, kind: MakeLink['kind'], areaId: string): void {
  const area = atlas.known(areaId)
  ctx.must('link.manage', { path: area.path })
  if (area.ended || area.kind !== linkPlace[kind]) throw new Refusal('link_place_wrong', { kind })
}

type Whom = Pick<MakeLink, 'unitId' | 'holderId' | 'newHolder'>

/** Who is linked: a department that acts, or a person. Refuses `unit_unknown`, `holder_unknown`. */
async function linked(ctx: Ctx, tx: Tx, kind: MakeLink['kind'], whom: Whom) {
  if (kind !== 'department')
    return { unitId: null, holderId: (await holderOf(tx, whom, ctx.clock.now().epochMilliseconds)).id }
  const unit = whom.unitId === undefined ? null : await findUnit(tx, whom.unitId)
  if (unit?.kind !== 'department') throw new Refusal('unit_unknown')
  return { unitId: unit.id, holderId: null }
}

/** Writes a link with its line. Refuses `link_stands_already` and a link that ends before it begins. */
async function write(ctx: Ctx, tx: Tx, chain: string, wanted: Omit<StoredLink, 'id'>): Promise<LinkMade> {
  if (wanted.endsOn <= wanted.startsOn) throw new Refusal('input_invalid', { field: 'endsOn', rule: 'order' })
  const link = { id: newId(ctx.clock.now().epochMilliseconds), ...wanted }
  await insertLinks(tx, [link])
  const { id: linkId, ...data } = link
  tx.record(officeLine('link.made', { chain, subject: linkId, data: { linkId, ...data } }))
  return { linkId, endsOn: link.endsOn }
}

/** Links a person or a department to a place, for three years where no other end is said. */
export async function makeLink(ctx: Ctx, body: MakeLink): Promise<LinkMade> {
  ctx.must('link.manage')
  const atlas = await atlasOf(ctx)
  const { kind, areaId } = body
  mustLink(ctx, atlas, kind, areaId)
  return actOnce(ctx, body, async (tx) => {
    const startsOn = body.startsOn ?? dayOf(ctx.clock.now(), ctx.district.timeZone)
    const whom = await linked(ctx, tx, kind, body)
    const endsOn = body.endsOn ?? linkEnd(startsOn)
    return write(ctx, tx, atlas.district.id, { kind, areaId, ...whom, startsOn, endsOn, follows: null })
  })
}

/** A link that nobody ended, of a place whose links the asker may keep. Refuses `link_unknown`. */
async function keptLink(ctx: Ctx, tx: Tx, atlas: Atlas, linkId: string): Promise<NamedLink> {
  const link = await findLink(tx, linkId)
  if (!link || link.endedOn !== null) throw new Refusal('link_unknown')
  ctx.must('link.manage', { path: atlas.known(link.areaId).path })
  return link
}

async function end(
  tx: Tx,
  chain: string,
  link: NamedLink,
  endedOn: string,
  reason: 'renewed' | 'handed_over' | EndLink['reason'],
) {
  if (!(await endLinkOn(tx, link.id, endedOn, reason))) throw new Refusal('link_unknown')
  tx.record(officeLine('link.ended', { chain, subject: link.id, data: { linkId: link.id, endedOn, reason } }))
}

/**
 * Carries a link on in one act: nobody named renews it from where it ends (today where that has passed), somebody named
 * takes it over from today on. The link before ends on the day on which the new one begins.
 */
export async function followLink(ctx: Ctx, linkId: string, body: FollowLink): Promise<LinkMade> {
  ctx.must('link.manage')
  const atlas = await atlasOf(ctx)
  const request = { ...body, linkId }
  return actOnce(ctx, request, async (tx) => {
    const link = await keptLink(ctx, tx, atlas, linkId)
    mustLink(ctx, atlas, link.kind, link.areaId)
    const today = dayOf(ctx.clock.now(), ctx.district.timeZone)
    const renewed = [body.unitId, body.holderId, body.newHolder].every((who) => who === undefined)
    const fromDay = body.fromDay ?? (renewed && link.endsOn > today ? link.endsOn : today)
    if (fromDay < link.startsOn) throw new Refusal('input_invalid', { field: 'fromDay', rule: 'order' })
    const whom = renewed
      ? { unitId: link.unit?.id ?? null, holderId: link.holder?.id ?? null }
      : await linked(ctx, tx, link.kind, body)
    await end(tx, atlas.district.id, link, fromDay, renewed ? 'renewed' : 'handed_over')
    return write(ctx, tx, atlas.district.id, {
      kind: link.kind,
      areaId: link.areaId,
      ...whom,
      startsOn: fromDay,
      endsOn: body.endsOn ?? linkEnd(fromDay),
      follows: link.id,
    })
  })
}

/** Ends a link, today or on an earlier day of it. */
export async function endLink(ctx: Ctx, linkId: string, body: EndLink): Promise<LinkEnded> {
  ctx.must('link.manage')
  const atlas = await atlasOf(ctx)
  const request = { ...body, linkId }
  return actOnce(ctx, request, async (tx) => {
    const link = await keptLink(ctx, tx, atlas, linkId)
    const today = dayOf(ctx.clock.now(), ctx.district.timeZone)
    const latest = laterDay(link.startsOn, today)
    const endedOn = body.endedOn ?? latest
    if (endedOn > latest) throw new Refusal('input_invalid', { field: 'endedOn', rule: 'future' })
    if (endedOn < link.startsOn) throw new Refusal('input_invalid', { field: 'endedOn', rule: 'order' })
    await end(tx, atlas.district.id, link, endedOn, body.reason)
    return { linkId, endedOn }
  })
}

/** Links by page, for staff, with how many there are and how many somebody should see to. */
export async function listLinks(ctx: Ctx, asked: ListLinks): Promise<LinkPage> {
  mustBeStaff(ctx)
  const atlas = await atlasOf(ctx)
  const today = dayOf(ctx.clock.now(), ctx.district.timeZone)
  const { kind, areaId, state, text } = asked
  const query: LinkQuery = { kind, areaId, state, text, today, soonUntil: daysAfter(today, soonDays) }
  return ctx.read(async (tx) => {
    const after = asked.after === undefined ? null : await findLink(tx, asked.after)
    const found = await selectLinks(tx, query, { after, limit: asked.limit })
    const count = (of: LinkQuery['state']) => countLinks(tx, { ...query, state: of })
    return {
      rows: found.map((link) => linkRow(ctx, atlas, link, today)),
      next: found.length === asked.limit ? found.at(-1)!.id : null,
      counts: { current: await count('current'), soon: await count('soon'), over: await count('over') },
      rule: linkRuleOn(today),
    }
  })
}

function linkRow(ctx: Ctx, atlas: Atlas, { areaId, ...link }: NamedLink, today: string): LinkRow {
  const area = atlas.known(areaId)
  const { id, nameZh, nameEn, kind } = area
  return {
    ...link,
    area: { id, nameZh, nameEn, kind },
    way: atlas.stepsOf(area).slice(1),
    state: linkState(link, today),
    can: link.endedOn === null && mayAct(ctx.who, 'link.manage', { path: area.path }),
  }
}
