import { atlasOf } from '../../../areas/door.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { Ctx } from '../../../platform/ctx.ts'
import type { Tx } from '../../../platform/transaction.ts'
import { mayAct } from '../../permission.rule.ts'
import { registerLine } from '../events.ts'
import { loadHomes } from '../home.sql.ts'
import { writeKeys } from '../keys.sql.ts'
import { loadPersons, moveSight } from '../person.sql.ts'
import { commitToFacts } from '../person-facts.ts'
import { settle } from '../settle.ts'
import { keepVersions } from '../version.sql.ts'
import type { ImportOverview } from './contract.ts'
import { holdImport, moveImport } from './import.sql.ts'
import { knownPersons } from './known.sql.ts'
import { readOverview } from './read-file.ts'
import { type Made, moveRows, type StandingRow, selectTaken } from './row.sql.ts'
import {
  putBack,
  removeRows,
  type StandingOf,
  selectForgotten,
  standingRows,
  type UndoneKind,
} from './undo.sql.ts'

const chunkSize = 250
const behindAll = 2_147_483_647
const kinds = ['home', 'person', 'occupancy'] as const

/**
 * Undoes an import, the last row first, in chunks that are whole or not at all: what it entered goes, what it changed is as
 * before. A row of which somebody changed anything since stays as it is (`kept`), as does one whose home lies where the asker
 * may not import, and one that changed what nobody knows any more as it was. Refuses `not_found`, `import_not_ready`.
 */
export async function undoRegisterImport(
  ctx: Ctx,
  importId: string,
  { onProgress = () => undefined }: { readonly onProgress?: (done: number, of: number) => void } = {},
): Promise<ImportOverview> {
  ctx.must('register.import')
  ctx.must('register.update')
  const of = (await readOverview(ctx, importId)).states.taken ?? 0
  let undone = 0
  // A home or a guardian may stand before whoever hangs on them: what could not go yet is tried again.
  for (let inPass = -1; inPass !== 0; ) {
    inPass = 0
    for (let before = behindAll; ; ) {
      const did = await ctx.transaction((tx) => undoChunk(ctx, tx, importId, before))
      if (!did) break
      inPass += did.undone
      undone += did.undone
      before = did.firstRow
      onProgress(undone, of)
    }
  }
  await closeUndoing(ctx, importId)
  return readOverview(ctx, importId)
}

async function undoChunk(ctx: Ctx, tx: Tx, importId: string, before: number) {
  const { state } = await holdImport(tx, importId)
  if (!['taken', 'taking', 'undoing'].includes(state)) throw new Refusal('import_not_ready')
  const rows = await selectTaken(tx, importId, before, chunkSize)
  if (rows.length === 0) return null
  if (state !== 'undoing') await moveImport(tx, importId, { state: 'undoing' })
  const { district } = await atlasOf(ctx)
  await tx.widenRegister(district.id)
  const free = await freeRows(tx, importId, await ownRows(ctx, tx, rows))
  await takeBack(ctx, tx, importId, free)
  await moveRows(
    tx,
    importId,
    free.map(({ n }) => ({ n, state: 'undone', made: null })),
  )
  const data = {
    firstRow: rows.at(-1)!.n,
    lastRow: rows[0]!.n,
    undone: free.length,
    kept: rows.length - free.length,
  }
  if (free.length > 0)
    tx.record(registerLine('register.chunk_undone', { chain: district.id, subject: importId, data }))
  return data
}

const madeOf = (rows: readonly StandingRow[]): Made[] => rows.flatMap(({ made }) => made ?? [])
const idsMade = (made: readonly Made[]): Record<UndoneKind, string[]> => ({
  home: made.flatMap(({ homeId }) => homeId ?? []),
  person: made.flatMap(({ personId }) => personId ?? []),
  occupancy: made.flatMap(({ stayId }) => stayId ?? []),
})
const idsChanged = (made: readonly Made[], kind: UndoneKind): string[] =>
  made.flatMap(({ changed }) => changed.filter((one) => one.kind === kind).map(({ id }) => id))

/** The rows whose home lies where the asker may import now: a community may have gone to another street since. */
async function ownRows(ctx: Ctx, tx: Tx, rows: readonly StandingRow[]): Promise<StandingRow[]> {
  // The first is the row's own home; others are those that somebody left for it.
  const homeOf = ({ made }: StandingRow) => made?.homeIds.slice(0, 1) ?? []
  const homes = await loadHomes(tx, rows.flatMap(homeOf))
  const atlas = await atlasOf(ctx)
  return rows.filter((row) =>
    homeOf(row).some((id) => {
      const path = atlas.get(homes.get(id)?.buildingId ?? '')?.path
      return path !== undefined && mayAct(ctx.who, 'register.import', { path })
    }),
  )
}

/** The rows of which nothing changed since, on which nothing hangs that stays, and of which is known what was before. */
async function freeRows(tx: Tx, importId: string, rows: readonly StandingRow[]): Promise<StandingRow[]> {
  const forgotten = new Set<string>()
  for (const kind of kinds)
    for (const id of await selectForgotten(tx, kind, idsChanged(madeOf(rows), kind), importId))
      forgotten.add(`${kind} ${id}`)
  const isKnown = ({ made }: StandingRow) =>
    made?.changed.every(({ kind, id }) => !forgotten.has(`${kind} ${id}`))
  for (let free = rows.filter(isKnown); ; ) {
    const made = madeOf(free)
    const ids = idsMade(made)
    const besides = { stays: ids.occupancy, people: ids.person }
    const standing = new Map<string, StandingOf>()
    for (const kind of kinds) {
      const all = [...new Set([...ids[kind], ...idsChanged(made, kind)])]
      for (const [id, row] of await standingRows(tx, kind, all, besides)) standing.set(`${kind} ${id}`, row)
    }
    const still = free.filter((row) => isFree(row, standing))
    // Whoever stays holds back their home and their guardian: look again without them.
    if (still.length === free.length) return still
    free = still
  }
}

function isFree({ made }: StandingRow, standing: ReadonlyMap<string, StandingOf>): boolean {
  if (!made) return false
  const isUntouched = (kind: UndoneKind, id: string | null) => {
    if (id === null) return true
    const row = standing.get(`${kind} ${id}`)
    return row?.seq === 1 && row.held === 0
  }
  return (
    isUntouched('home', made.homeId) &&
    isUntouched('person', made.personId) &&
    isUntouched('occupancy', made.stayId) &&
    made.changed.every(({ kind, id, seq }) => standing.get(`${kind} ${id}`)?.seq === seq)
  )
}

async function takeBack(ctx: Ctx, tx: Tx, importId: string, rows: readonly StandingRow[]): Promise<void> {
  if (rows.length === 0) return
  const made = madeOf(rows)
  const ids = idsMade(made)
  await tellTakenBack(tx, importId, ids)
  await writeKeys(tx, ids.person, [])
  for (const kind of ['occupancy', 'person', 'home'] as const) await removeRows(tx, kind, ids[kind])
  for (const kind of kinds) {
    const changed = [...new Set(idsChanged(made, kind))]
    await keepVersions(tx, kind, changed, { at: ctx.clock.now(), importId: null })
    await putBack(tx, kind, changed, importId)
    await tellPutBack(tx, kind, changed)
  }
  const gone = new Set(ids.person)
  const people = new Map(
    made.flatMap(({ before }) =>
      before && !gone.has(before.personId) ? [[before.personId, before] as const] : [],
    ),
  )
  const removed = new Set(ids.home)
  const homeIds = made.flatMap((one) => one.homeIds).filter((id) => !removed.has(id))
  await settle(ctx, tx, [...people.keys()], [...new Set(homeIds)])
  // Who belongs nowhere is seen again by whom they were seen before.
  const known = await knownPersons(tx, [...people.keys()])
  await moveSight(
    tx,
    [...people.values()].filter(({ personId }) => known.get(personId)?.stays.length === 0),
  )
}

const takenBackLines = {
  home: 'home.taken_back',
  person: 'person.taken_back',
  occupancy: 'person.move_taken_back',
} as const

async function tellTakenBack(tx: Tx, importId: string, ids: Record<UndoneKind, string[]>): Promise<void> {
  for (const kind of kinds) {
    const standing = await standingRows(tx, kind, ids[kind], { stays: [], people: [] })
    for (const { id, communityId: chain } of standing.values())
      tx.record(registerLine(takenBackLines[kind], { chain, subject: id, seq: 2, data: { importId } }))
  }
}

/** Lines of rows that are as before; of persons with a commitment to what stands again. */
async function tellPutBack(tx: Tx, kind: UndoneKind, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  if (kind === 'person') {
    for (const person of (await loadPersons(tx, ids)).values()) {
      const { id, communityId: chain, seq } = person
      const data = { commit: commitToFacts(person.salt!, person), importId: null }
      tx.record(registerLine('person.changed', { chain, subject: id, seq, data }))
    }
    return
  }
  const standing = await standingRows(tx, kind, ids, { stays: [], people: [] })
  const stays = kind === 'occupancy' ? await idsOfStays(tx, ids) : new Map()
  for (const { id, seq, communityId: chain } of standing.values()) {
    const data = { ...stays.get(id), importId: null }
    tx.record(
      kind === 'home'
        ? registerLine('home.changed', { chain, subject: id, seq, data: { importId: null } })
        : registerLine('person.stayed', { chain, subject: id, seq, data }),
    )
  }
}

async function idsOfStays(tx: Tx, ids: readonly string[]) {
  const rows = await tx.query<{ id: string; personId: string; homeId: string }>(
    'ids_of_stays',
    'select id, person_id as "personId", home_id as "homeId" from occupancies where id = any ($1::uuid[])',
    [ids],
  )
  return new Map(rows.map(({ id, personId, homeId }) => [id, { personId, homeId }]))
}

/** What is still taken in stays: somebody changed it since. */
async function closeUndoing(ctx: Ctx, importId: string): Promise<void> {
  await ctx.transaction(async (tx) => {
    const { state } = await holdImport(tx, importId)
    if (state !== 'undoing') return
    const kept = await tx.query<{ n: number }>(
      'keep_rows_of_import',
      `update register_import_rows set state = 'kept' where import_id = $1 and state = 'taken' returning n`,
      [importId],
    )
    await moveImport(tx, importId, { state: 'undone', undoneAt: ctx.clock.now() })
    const [{ undone } = { undone: 0 }] = await tx.query<{ undone: number }>(
      'count_undone',
      `select count(*)::integer as undone from register_import_rows where import_id = $1 and state = 'undone'`,
      [importId],
    )
    const chain = (await atlasOf(ctx)).district.id
    const data = { undone, kept: kept.length }
    tx.record(registerLine('register.import_undone', { chain, subject: importId, data }))
  })
}
