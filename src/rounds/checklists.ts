import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { type Atlas, atlasOf } from '../areas/door.ts'
import { newId } from '../kernel/ids.ts'
import { Refusal } from '../kernel/refusal.ts'
import { currentMatters } from '../matters/door.ts'
import { dayOf } from '../platform/clock.ts'
import type { Ctx } from '../platform/ctx.ts'
import { actOnce } from '../platform/once.ts'
import { type AnnouncedList, contentOf, listOn } from './checklist.rule.ts'
import { insertList, selectLists } from './checklist.sql.ts'
import type { AnnounceChecklist, Announced, Checklist, ChecklistQuery, Checklists } from './contract.ts'
import { roundLine } from './events.ts'
import { mayAt } from './may.rule.ts'
import { nameOf } from './place.ts'

/** A list as everybody who walks reads it. */
export const toChecklist = (
  atlas: Atlas,
  list: AnnouncedList | null,
  estateKind: Checklist['estateKind'],
): Checklist => ({
  id: list?.id ?? null,
  area: list && nameOf(atlas, list.areaId),
  estateKind,
  validFrom: list?.validFrom ?? null,
  ...(({ periodDays, items }) => ({ periodDays, items: [...items] }))(contentOf(list, estateKind)),
})

/** What counts today for a kind of estate in the district or a street, and what was announced for it there. */
export async function readChecklists(ctx: Ctx, { estateKind, areaId }: ChecklistQuery): Promise<Checklists> {
  ctx.must('round.see')
  const atlas = await atlasOf(ctx)
  const area = keepingArea(atlas, areaId ?? ownArea(ctx, atlas))
  const lists = await ctx.read(selectLists)
  const today = dayOf(ctx.clock.now(), ctx.district.timeZone)
  return {
    area: nameOf(atlas, area.id),
    inForce: toChecklist(atlas, listOn(today, area.path, estateKind, lists), estateKind),
    announced: lists
      .filter((list) => list.estateKind === estateKind && area.path.includes(list.areaId))
      .map((list) => toChecklist(atlas, list, estateKind))
      .reverse(),
    canAnnounce: mayAt(ctx, 'round.set', area.path),
  }
}

/** The street of the asker's post, or the district. */
function ownArea(ctx: Ctx, atlas: Atlas): string {
  const post = ctx.who.posts.find(({ grants }) => grants['round.see'] !== undefined)
  const path = (post && atlas.get(post.areaId)?.path) ?? []
  return path[1] ?? atlas.district.id
}

/** Lists are the district's or a street's. Refuses `area_unknown`. */
function keepingArea(atlas: Atlas, areaId: string) {
  const area = atlas.known(areaId)
  if (area.kind !== 'district' && area.kind !== 'street')
    throw new Refusal('area_unknown', { area: area.nameZh })
  return area
}

/** Announces a list from a day on, today or later; rounds that were walked keep theirs. */
export async function announceChecklist(ctx: Ctx, input: AnnounceChecklist): Promise<Announced> {
  ctx.must('round.set')
  const atlas = await atlasOf(ctx)
  const area = keepingArea(atlas, input.areaId)
  ctx.must('round.set', { path: area.path })
  const now = ctx.clock.now()
  if (input.validFrom < dayOf(now, ctx.district.timeZone))
    throw new Refusal('checklist_past', { field: 'validFrom' })
  const known = new Set((await currentMatters(ctx)).map(({ code }) => code))
  const stranger = input.items.find(({ matter }) => matter !== null && !known.has(matter))
  if (stranger) throw new Refusal('matter_unknown', { matter: stranger.matter ?? '' })
  return actOnce(ctx, input, async (tx) => {
    const { requestId: _, ...list } = input
    const id = newId(now.epochMilliseconds)
    await insertList(tx, { ...list, id })
    const { areaId, estateKind, validFrom, periodDays, items } = list
    const data = { areaId, estateKind, validFrom, periodDays, items: items.length, words: wordsOf(items) }
    tx.record(roundLine('checklist.announced', { chain: area.id, subject: id, data }))
    return { id }
  })
}

/** What the line says of the words on a list: SHA-256 of its things in canonical JSON (RFC 8785). */
export const wordsOf = (items: Checklist['items']): string =>
  createHash('sha256')
    .update(canonicalize(items) ?? '')
    .digest('hex')
