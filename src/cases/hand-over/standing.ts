import { dayOf, iso } from '../../platform/clock.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Tx } from '../../platform/transaction.ts'
import { selectAlerts } from '../alert.sql.ts'
import { selectWaiting as selectRequests } from '../approvals.sql.ts'
import { countQueues } from '../desk.sql.ts'
import { touches } from '../emergency/mode.rule.ts'
import { modesNow } from '../emergency/modes-now.ts'
import { selectWaiting } from '../field-day.sql.ts'
import { selectOpenOf } from '../ladder/instruction.sql.ts'
import { selectListed } from '../listing/listing.sql.ts'
import { may } from '../may.ts'
import { turnOf } from '../whistle/sight.ts'
import { selectWhistles } from '../whistle/whistle-list.sql.ts'
import { countedTo, type HandOverCounts, type ItemKind, itemKinds } from './contract.ts'
import type { KeptItem } from './hand-over.sql.ts'
import { type OpenOf, selectAskedBy, selectCasesOf, selectPromises, selectReviews } from './open-items.sql.ts'
import { type HeldSeat, narrowedTo, placeOfSeat } from './seat-of-post.ts'

/** So many of each kind are named; the counts say how many there are. */
export const namedAtMost = 10

export interface Open {
  readonly counts: HandOverCounts
  readonly items: readonly KeptItem[]
}

type Found = Readonly<Partial<Record<ItemKind, readonly KeptItem[]>>>

/** What stands at the seat now, by the record: nobody types it. Reads as the seat sees it, and not as all of its holder's posts. */
export async function standingAt(ctx: Ctx, tx: Tx, held: HeldSeat): Promise<Open> {
  const seated = narrowedTo(ctx, held)
  await tx.narrow(seated.who.reach)
  const own: OpenOf = {
    unitIds: [...new Set(seated.who.posts.flatMap(({ unitId }) => unitId ?? []))],
    areaIds: seated.who.reach,
  }
  const isGrid = held.seat.kind === 'grid'
  const work = await workOf(seated, tx, isGrid ? countedTo : namedAtMost)
  const found: Found = {
    alert: await alertsOf(seated, tx),
    emergency: await emergenciesOf(seated, held),
    whistle: await whistlesOf(seated, tx),
    instruction: await instructionsOf(tx, own),
    work,
    request: await requestsOf(seated, tx, own),
    listing: await listingsOf(seated, tx, own),
    promise: await selectPromises(tx, unitsOfSeat(held, own), countedTo),
  }
  const lights = await lightsOf(seated, tx)
  const open = isGrid ? { ...lights, work: work.length } : lights
  const counts = Object.fromEntries(itemKinds.map((kind) => [kind, (found[kind] ?? []).length]))
  return {
    counts: { ...counts, ...open } as HandOverCounts,
    items: itemKinds.flatMap((kind) => (found[kind] ?? []).slice(0, namedAtMost)),
  }
}

/** A desk and a grid are promised for by their area, a unit by itself. */
const unitsOfSeat = ({ seat }: HeldSeat, { areaIds }: OpenOf): OpenOf => ({
  unitIds: seat.unitId === null ? [] : [seat.unitId],
  areaIds,
})

/** Practice left out. Of a unit its open parts; of a desk also what waits for its answer and its check. A grid counts what is to be done there. */
async function lightsOf(seated: Ctx, tx: Tx): Promise<{ work: number; red: number; yellow: number }> {
  const queue = seated.who.units.length > 0 ? 'work' : 'open'
  const counted = {
    work: { queue, drill: false },
    red: { queue, light: 'red', drill: false },
    yellow: { queue, light: 'yellow', drill: false },
  } as const
  return countQueues(tx, seated.who, counted, seated.clock.now())
}

async function workOf(seated: Ctx, tx: Tx, most: number): Promise<KeptItem[]> {
  const rows = await selectWaiting(tx, seated.who, null, most, await modesNow(seated), { drill: false })
  return rows.slice(0, most).map((row) => ({
    kind: 'work',
    id: row.id,
    number: row.number,
    matter: row.matter,
    areaId: row.areaId,
    dueAt: iso((row.leadUnitId && row.dueAt) || row.responseDueAt),
  }))
}

async function alertsOf(seated: Ctx, tx: Tx): Promise<KeptItem[]> {
  if (seated.who.reach.length === 0 || !may(seated, 'alert.see', {})) return []
  const alerts = await selectAlerts(tx)
  return alerts.map(({ id, areaId }) => plain('alert', id, areaId))
}

async function emergenciesOf(seated: Ctx, { seat }: HeldSeat): Promise<KeptItem[]> {
  const { path } = await placeOfSeat(seated, seat)
  const on = (await modesNow(seated)).filter((mode) => !mode.drill && touches(mode, path))
  return on.map((mode) => plain('emergency', mode.id, mode.areaId, mode.untilAt && iso(mode.untilAt)))
}

async function whistlesOf(seated: Ctx, tx: Tx): Promise<KeptItem[]> {
  if (!may(seated, 'whistle.see', {})) return []
  const sight = { areaIds: seated.who.reach, unitIds: seated.who.units }
  const found = await selectWhistles(tx, sight, turnOf(seated), { list: 'open', limit: countedTo })
  return found.filter(({ drillId }) => drillId === null).map(({ id, areaId }) => plain('whistle', id, areaId))
}

const plain = (kind: ItemKind, id: string, areaId: string, dueAt: string | null = null): KeptItem => ({
  kind,
  id,
  number: null,
  matter: null,
  areaId,
  dueAt,
})

async function instructionsOf(tx: Tx, { unitIds }: OpenOf): Promise<KeptItem[]> {
  const open = await selectOpenOf(tx, unitIds, countedTo)
  const cases = await selectCasesOf(
    tx,
    open.map(({ caseId }) => caseId),
  )
  return open.flatMap(({ caseId, dueAt }) => {
    const found = cases.get(caseId)
    return found ? [{ kind: 'instruction', ...found, dueAt: iso(dueAt) } as const] : []
  })
}

/** Those that wait for the seat's own word where it decides; else those that it asked for and waits for itself. */
async function requestsOf(seated: Ctx, tx: Tx, own: OpenOf): Promise<KeptItem[]> {
  const { who } = seated
  if (who.reach.length === 0 || !may(seated, 'case.decide', {})) return selectAskedBy(tx, own, countedTo)
  const arbitrates = may(seated, 'case.arbitrate', {})
  const waiting = await selectRequests(tx, { ...who, units: own.unitIds }, null, countedTo, arbitrates, [])
  return waiting
    .filter(({ found }) => found.drillId === null && may(seated, 'case.decide', { path: found.reach }))
    .map(({ found }) => ({
      kind: 'request',
      id: found.id,
      number: found.number,
      matter: found.matter,
      areaId: found.areaId,
      dueAt: null,
    }))
}

async function listingsOf(seated: Ctx, tx: Tx, own: OpenOf): Promise<KeptItem[]> {
  const today = dayOf(seated.clock.now(), seated.district.timeZone)
  if (own.areaIds.length === 0 || !may(seated, 'case.decide', {}))
    return selectReviews(tx, own, today, countedTo)
  const query = { by: today, after: undefined, limit: countedTo }
  const listed = await selectListed(tx, own.areaIds, query)
  return listed
    .filter(({ found }) => found.drillId === null)
    .map(({ found }) => ({
      kind: 'listing',
      id: found.id,
      number: found.number,
      matter: found.matter,
      areaId: found.areaId,
      dueAt: null,
    }))
}
