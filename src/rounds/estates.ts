import type { Area } from '../areas/contract.ts'
import { type Atlas, areaSpotsOf, atlasOf } from '../areas/door.ts'
import { Refusal } from '../kernel/refusal.ts'
import { dayOf, iso } from '../platform/clock.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { Tx } from '../platform/transaction.ts'
import { type AnnouncedList, contentOf, itemOn, listOn } from './checklist.rule.ts'
import { selectLists } from './checklist.sql.ts'
import { toChecklist } from './checklists.ts'
import type {
  EstateItem,
  EstatePage,
  EstatePageOne,
  EstateQuery,
  EstateRow,
  FieldRounds,
  ItemPage,
  ItemQuery,
} from './contract.ts'
import { dueFirst, dueOn, isDue, onPhone, turnOf } from './due.rule.ts'
import { selectFoundCases } from './errand-case.sql.ts'
import { standsOpen } from './found-case.rule.ts'
import { mayAt } from './may.rule.ts'
import { areasWith, askedAreas, kindOf, nameOf, placeOf, walkedIn, walkedPlace } from './place.ts'
import { type ItemRow, selectChains, selectItems, selectLastRounds, selectRoundsAt } from './round.sql.ts'

/** A walked place with when it is due, before its findings are counted. */
type Dated = Omit<EstateRow, 'open'> & { readonly area: Area }

/** The latest rounds that an estate's page shows. */
const roundsShown = 12

async function dated(
  ctx: Ctx,
  tx: Tx,
  atlas: Atlas,
  areas: readonly Area[],
  lists: readonly AnnouncedList[],
): Promise<Dated[]> {
  const { timeZone } = ctx.district
  const today = dayOf(ctx.clock.now(), timeZone)
  const last = await selectLastRounds(
    tx,
    areas.map(({ id }) => id),
  )
  return areas.map((area) => {
    const estateKind = kindOf(area)
    const walkedAt = last.get(area.id) ?? null
    const { periodDays } = contentOf(listOn(today, area.path, estateKind, lists), estateKind)
    const due = dueOn(walkedAt && dayOf(walkedAt, timeZone), periodDays)
    return {
      area,
      place: placeOf(atlas, area),
      estateKind,
      lastRoundAt: walkedAt && iso(walkedAt),
      dueOn: due,
      isDue: isDue(due, today),
    }
  })
}

/** Things as everybody reads them, with the cases that came of each. */
async function toItems(
  tx: Tx,
  atlas: Atlas,
  rows: readonly ItemRow[],
  lists: readonly AnnouncedList[],
): Promise<(EstateItem & { readonly areaId: string })[]> {
  const byId = new Map(lists.map((list) => [list.id, list]))
  const found = rows.flatMap(({ areaId, findingId }) => (findingId === null ? [] : [{ areaId, findingId }]))
  const walkedOn = await selectChains(tx, [...new Set(found.map(({ areaId }) => areaId))])
  const cases = await selectFoundCases(
    tx,
    new Map(
      found.map(({ areaId, findingId }) => [
        findingId,
        [atlas.chainOf(atlas.known(areaId)), ...(walkedOn.get(areaId) ?? [])],
      ]),
    ),
  )
  return rows.map(({ checklistId, checkedAt, ...row }) => {
    const { zh, en } = itemOn(byId.get(checklistId ?? '') ?? null, kindOf(atlas.known(row.areaId)), row.item)
    const came = row.findingId === null ? [] : (cases.get(row.findingId) ?? [])
    return { ...row, zh, en, checkedAt: iso(checkedAt), cases: came }
  })
}

/** These places with how many of their findings stand open. */
async function withOpen(
  tx: Tx,
  atlas: Atlas,
  places: readonly Dated[],
  lists: readonly AnnouncedList[],
): Promise<EstateRow[]> {
  const areaIds = places.map(({ area }) => area.id)
  const items = await toItems(tx, atlas, await selectItems(tx, { areaIds, state: 'found' }), lists)
  const open = Map.groupBy(items.filter(standsOpen), ({ areaId }) => areaId)
  return places.map(({ area, ...row }) => ({ ...row, open: open.get(area.id)?.length ?? 0 }))
}

/** Estates by when they are due for a round, with their open findings. */
export async function listEstates(ctx: Ctx, query: EstateQuery): Promise<EstatePage> {
  const { atlas, areas } = await askedAreas(ctx, query.areaId)
  return ctx.read(async (tx) => {
    const lists = await selectLists(tx)
    const ofKind = walkedIn(atlas, areas).filter((area) => !query.kind || kindOf(area) === query.kind)
    const all = await dated(ctx, tx, atlas, ofKind, lists)
    const wanted = all.filter((row) => query.due === undefined || row.isDue === (query.due === 'true'))
    const sorted = dueFirst(wanted)
    const from = query.after === undefined ? sorted : sorted.filter((row) => turnOf(row) > query.after!)
    const shown = from.slice(0, query.limit)
    return {
      rows: await withOpen(tx, atlas, shown, lists),
      next: from.length > shown.length ? turnOf(shown.at(-1)!) : null,
      of: wanted.length,
      due: all.filter((row) => row.isDue).length,
    }
  })
}

/** One estate: how its things stand, and its last rounds. Refuses `area_unknown`. */
export async function readEstate(ctx: Ctx, areaId: string): Promise<EstatePageOne> {
  ctx.must('round.see')
  const atlas = await atlasOf(ctx)
  const area = walkedPlace(atlas, areaId)
  ctx.must('round.see', { path: area.path })
  return ctx.read(async (tx) => {
    const lists = await selectLists(tx)
    const [estate] = await withOpen(tx, atlas, await dated(ctx, tx, atlas, [area], lists), lists)
    const items = await toItems(tx, atlas, await selectItems(tx, { areaIds: [area.id] }), lists)
    return {
      estate: estate!,
      items: items.map(({ areaId: _place, ...item }) => item),
      rounds: await selectRoundsAt(tx, area.id, roundsShown),
      canBlow: mayAt(ctx, 'whistle.blow', area.path),
    }
  })
}

const keyForm = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([a-z][a-z0-9_]{1,39})$/

function readAfter(text: string): { areaId: string; item: string } {
  const [, areaId, item] = keyForm.exec(text) ?? []
  if (areaId === undefined || item === undefined)
    throw new Refusal('input_invalid', { field: 'after', rule: 'key' })
  return { areaId, item }
}

/** Hazards and facilities of all estates that the asker sees, as they were found last. */
export async function listItems(ctx: Ctx, { after, limit, areaId, ...filter }: ItemQuery): Promise<ItemPage> {
  const { atlas, areas } = await askedAreas(ctx, areaId)
  const areaIds = walkedIn(atlas, areas).map(({ id }) => id)
  const from = after === undefined ? undefined : readAfter(after)
  return ctx.read(async (tx) => {
    const found = await selectItems(tx, { areaIds, ...filter, after: from, limit: limit + 1 })
    const shown = found.slice(0, limit)
    const last = shown.at(-1)
    const items = await toItems(tx, atlas, shown, await selectLists(tx))
    return {
      rows: items.map(({ areaId: at, ...item }) => ({ ...item, place: placeOf(atlas, atlas.known(at)) })),
      next: last && found.length > shown.length ? `${last.areaId}.${last.item}` : null,
    }
  })
}

/** Estates of the asker's own grids with lists and how things stand: kept on the phone for where there is no signal. */
export async function fieldRounds(ctx: Ctx): Promise<FieldRounds> {
  ctx.must('round.walk')
  const atlas = await atlasOf(ctx)
  const walked = walkedIn(atlas, areasWith(ctx, atlas, 'round.walk'))
  const today = dayOf(ctx.clock.now(), ctx.district.timeZone)
  return ctx.read(async (tx) => {
    const lists = await selectLists(tx)
    const places = onPhone(await dated(ctx, tx, atlas, walked, lists))
    const rows = await withOpen(tx, atlas, places, lists)
    const areas = places.map(({ area }) => area)
    const areaIds = areas.map(({ id }) => id)
    const items = Map.groupBy(
      await toItems(tx, atlas, await selectItems(tx, { areaIds }), lists),
      ({ areaId }) => areaId,
    )
    const offered = new Map(
      areas.map((area) => [
        area.id,
        { kind: kindOf(area), list: listOn(today, area.path, kindOf(area), lists) },
      ]),
    )
    const spots = await areaSpotsOf(ctx, tx, areaIds)
    const each = new Map([...offered.values()].map((one) => [`${one.list?.id}/${one.kind}`, one]))
    return {
      estates: rows.map((row) => ({
        ...row,
        items: (items.get(row.place.id) ?? []).map(({ areaId: _place, ...item }) => item),
        buildings: atlas.partsOf(row.place.id).map(({ id }) => nameOf(atlas, id)),
        checklistId: offered.get(row.place.id)?.list?.id ?? null,
        spot: spots.get(row.place.id) ?? null,
      })),
      checklists: [...each.values()].map(({ kind, list }) => toChecklist(atlas, list, kind)),
    }
  })
}
