import { atlasOf } from '../../../areas/door.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { Ctx } from '../../../platform/ctx.ts'
import type { Tx } from '../../../platform/transaction.ts'
import { mayAct } from '../../permission.rule.ts'
import { registerLine } from '../events.ts'
import { loadHomes } from '../home.sql.ts'
import { placeFor } from '../place.ts'
import type { ImportOverview, TakeRows } from './contract.ts'
import { emptyColumnNames, holdImport, moveImport } from './import.sql.ts'
import { knownOfBatch, knownPersons } from './known.sql.ts'
import type { RowPlan } from './plan.contract.ts'
import { homeKey } from './plan-rows.rule.ts'
import { readOverview } from './read-file.ts'
import { countWaiting, moveRows, type RowMove, type StandingRow, selectWaiting } from './row.sql.ts'
import { type Ready, type Standing, writeChunk } from './write-chunk.ts'

/** Rows in one transaction: enough that round trips do not count, few enough that nobody waits for the chain. */
const chunkSize = 250

export interface TakeOptions {
  readonly onProgress?: (done: number, of: number) => void
}

/**
 * Takes in the waiting rows that are chosen, all where nothing is said, in chunks: each is whole or not at all, and a
 * program that dies goes on with the next one when it is asked again. A row whose home or person changed since the file
 * was read is not taken in (`stale`). Refuses `not_found`, `import_not_ready`.
 */
export async function takeInRegister(
  ctx: Ctx,
  importId: string,
  chosen: TakeRows,
  { onProgress = () => undefined }: TakeOptions = {},
): Promise<ImportOverview> {
  ctx.must('register.import')
  ctx.must('register.update')
  const of = await ctx.read((tx) => countWaiting(tx, importId, chosen))
  const counts = { taken: 0, stale: 0 }
  for (let after = 0; ; ) {
    const last = await ctx.transaction(async (tx) => {
      const { state } = await holdImport(tx, importId)
      if (!['read', 'taking', 'taken'].includes(state)) throw new Refusal('import_not_ready')
      const rows = await selectWaiting(tx, importId, chosen, after, chunkSize)
      if (rows.length === 0) return null
      const moves = await takeChunk(ctx, tx, importId, rows)
      await moveRows(tx, importId, moves)
      if (state !== 'taking') await moveImport(tx, importId, { state: 'taking' })
      const taken = moves.filter(({ state: to }) => to === 'taken').length
      const stale = moves.length - taken
      const chain = (await atlasOf(ctx)).district.id
      const data = { firstRow: rows[0]!.n, lastRow: rows.at(-1)!.n, taken, stale }
      tx.record(registerLine('register.chunk_imported', { chain, subject: importId, data }))
      counts.taken += taken
      counts.stale += stale
      return rows.at(-1)!.n
    })
    if (last === null) break
    after = last
    onProgress(counts.taken + counts.stale, Math.max(of, counts.taken + counts.stale))
  }
  await closeTaking(ctx, importId, counts)
  return readOverview(ctx, importId)
}

async function closeTaking(
  ctx: Ctx,
  importId: string,
  counts: { taken: number; stale: number },
): Promise<void> {
  await ctx.transaction(async (tx) => {
    const { state, fileHash } = await holdImport(tx, importId)
    if (state !== 'taking') return
    await moveImport(tx, importId, { state: 'taken', takenAt: ctx.clock.now() })
    // Nobody matches the columns of the other sheets any more.
    await emptyColumnNames(tx, importId, { unreadAlone: true })
    const chain = (await atlasOf(ctx)).district.id
    const data = { ...counts, fileHash: fileHash.toString('hex') }
    tx.record(registerLine('register.imported', { chain, subject: importId, data }))
  })
}

async function standingOf(ctx: Ctx, tx: Tx, rows: readonly StandingRow[]): Promise<Standing> {
  const plans = rows.flatMap(({ plan }) => plan ?? [])
  const homes = await loadHomes(
    tx,
    plans.map(({ home }) => home.id),
  )
  const known = await knownOfBatch(tx, (await atlasOf(ctx)).district.id, {
    homes: plans.map(({ home }) => home),
    hashes: plans.flatMap(({ person }) => person?.facts?.identity?.hash ?? []),
    people: [],
  })
  const people = await knownPersons(
    tx,
    plans.flatMap(({ person }) => [person?.id ?? [], person?.facts?.guardianId ?? []].flat()),
  )
  return { homes, byKey: known.homes, people, byHash: known.byHash }
}

/** Writes the rows of one chunk. Sees the whole district from here on: what may be done was decided when it was read. */
async function takeChunk(
  ctx: Ctx,
  tx: Tx,
  importId: string,
  rows: readonly StandingRow[],
): Promise<RowMove[]> {
  const standing = await standingOf(ctx, tx, rows)
  const chunk = {
    homes: new Map<string, string>(),
    people: new Set<string>(),
    left: new Set<string>(),
    moves: [] as RowMove[],
  }
  const ready: Ready[] = []
  for (const row of inDependence(rows)) {
    const plan = row.plan
    const homeId = plan && homeIdFor(plan, standing, chunk.homes)
    const path = plan ? (await placeFor(ctx, plan.home.buildingId)).path : []
    const may = mayAct(ctx.who, 'register.import', { path })
    if (!plan || !may || homeId === null || isStale(plan, standing, chunk)) {
      chunk.moves.push({ n: row.n, state: 'stale', made: null })
      continue
    }
    chunk.homes.set(homeKey(plan.home.buildingId, plan.home.labelKey), homeId)
    if (plan.person) chunk.people.add(plan.person.id)
    for (const { occupancyId } of plan.leaves) chunk.left.add(occupancyId)
    ready.push({ row, plan, homeId })
  }
  await writeChunk(ctx, tx, importId, ready, standing, chunk.moves)
  return chunk.moves
}

/** Children behind the grown-ups: one of them acts for the child. */
const inDependence = (rows: readonly StandingRow[]): StandingRow[] => {
  const hasGuardian = ({ plan }: StandingRow) => typeof plan?.person?.facts?.guardianId === 'string'
  return [...rows.filter((row) => !hasGuardian(row)), ...rows.filter(hasGuardian)]
}

function homeIdFor(
  { home }: RowPlan,
  { homes, byKey }: Standing,
  inChunk: ReadonlyMap<string, string>,
): string | null {
  const key = homeKey(home.buildingId, home.labelKey)
  const there = homes.get(home.id) ?? byKey.get(key)
  if (there) return there.endedOn === null ? there.id : null
  return home.isNew ? (inChunk.get(key) ?? home.id) : null
}

/** Whether the register changed since the file was read, so that the row would say something else now. */
function isStale(
  plan: RowPlan,
  standing: Standing,
  inChunk: { readonly people: ReadonlySet<string>; readonly left: ReadonlySet<string> },
): boolean {
  const { home, person, leaves } = plan
  if (home.newUse !== null && standing.homes.get(home.id)?.seq !== home.seq) return true
  if (!person) return false
  const known = standing.people.get(person.id)
  const { guardianId = null, identity = null } = person.facts ?? {}
  if (guardianId !== null && !standing.people.has(guardianId) && !inChunk.people.has(guardianId)) return true
  const holder = identity && standing.byHash.get(identity.hash)
  if (holder && holder.person.id !== person.id) return true
  if (!person.isNew && (!known || (person.facts !== null && known.person.seq !== person.seq))) return true
  const stays = known?.stays ?? []
  if (leaves.some((leave) => stays.every(({ id, seq }) => id !== leave.occupancyId || seq !== leave.seq)))
    return true
  const left = new Set([...inChunk.left, ...leaves.map(({ occupancyId }) => occupancyId)])
  const { stay } = plan
  return stays.some(
    (one) => !left.has(one.id) && stay !== null && (one.homeId === home.id || (one.lives && stay.lives)),
  )
}
