import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { atlasOf } from '../../../areas/door.ts'
import { newId } from '../../../kernel/ids.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { Ctx } from '../../../platform/ctx.ts'
import { readWorkbook } from '../../../platform/sheet/read-workbook.ts'
import { mayAct } from '../../permission.rule.ts'
import { homeLabelKey } from '../home-label.rule.ts'
import { identityKeysOf } from '../identity-keys.ts'
import { identityEnd } from '../identity-number.rule.ts'
import { identityHash, sealIdentity } from '../identity-seal.rule.ts'
import { todayOf } from '../person-facts.ts'
import { buildingFinder } from './buildings.ts'
import { columnAt, registerColumns } from './columns.rule.ts'
import type { ChosenSheets, ImportOverview, ReadSheet } from './contract.ts'
import { giveUp } from './drop-import.ts'
import { insertRegisterImport, moveImport, selectOverview } from './import.sql.ts'
import { type Asked, knownOfBatch } from './known.sql.ts'
import { type PlacedRow, type PlanAll, rowPlanner } from './plan-rows.rule.ts'
import { reachOfFile } from './reach-of-file.ts'
import { registerRowReader } from './row.rule.ts'
import { type ImportOf, insertImportRows, type NewImportRow } from './row.sql.ts'
import { sealCells } from './sealed-cells.ts'
import { type BodyRow, bodyRows } from './sheet-rows.ts'

/** A file as it came: a path or its bytes, and the name that its sender gave it. */
export interface RegisterFile {
  readonly source: string | Buffer
  readonly name: string
}

export interface ReadOptions {
  readonly chosen?: ChosenSheets | undefined
  /** Whether somebody stands by who can match columns: then a file without any header is read as one without rows. */
  readonly mayMatch?: boolean
  /** Hears how many rows were read; of how many is not known before the end (0). */
  readonly onProgress?: (done: number, of: number) => void
}

/** Rows that are planned together, homes being whole. */
const batchSize = 500

/**
 * Reads a file of homes and people, writing nothing to the register: what each row would do is kept until it is taken in,
 * decided about or dropped. Refuses what cannot be read at all, and a file without any sheet of a register.
 */
export async function readRegisterFile(
  ctx: Ctx,
  file: RegisterFile,
  { chosen = {}, mayMatch = false, onProgress = () => undefined }: ReadOptions = {},
): Promise<ImportOverview> {
  ctx.must('register.import')
  ctx.must('register.update')
  const readAt = ctx.clock.now()
  const of = {
    importId: newId(readAt.epochMilliseconds),
    readBy: ctx.who.accountId,
    reach: reachOfFile(await atlasOf(ctx), ctx.who.registerReach),
    readerAreas: ctx.who.registerReach,
  }
  const fileHash = await hashOf(file.source)
  const { importId: id, ...read } = of
  const begun = { id, fileName: file.name, fileHash, readAt, ...read }
  await ctx.transaction((tx) => insertRegisterImport(tx, begun))
  const sheets: ReadSheet[] = []
  try {
    const total = await stageRows(ctx, file, of, { chosen, onProgress }, sheets)
    const canMatch = mayMatch && sheets.some(({ found }) => found.length > 0)
    if (!canMatch && sheets.every(({ headerRow }) => headerRow === null)) {
      const missing = registerColumns
        .filter(({ key }) => ['name', 'room'].includes(key))
        .map(({ name }) => name)
      throw new Refusal('import_header_missing', { column: missing.join('、'), nearestRow: null })
    }
    await ctx.transaction((tx) => moveImport(tx, of.importId, { state: 'read', sheets, total }))
  } catch (error) {
    await ctx.transaction((tx) => giveUp(tx, of.importId))
    throw error
  }
  return readOverview(ctx, of.importId)
}

/** An import with what its rows would do, or did. Refuses `not_found`. */
export async function readOverview(ctx: Ctx, importId: string): Promise<ImportOverview> {
  ctx.must('register.import')
  const overview = await ctx.read((tx) => selectOverview(tx, importId))
  return { ...overview, wanted: registerColumns.map(({ key, name, required }) => ({ key, name, required })) }
}

async function stageRows(
  ctx: Ctx,
  file: RegisterFile,
  of: ImportOf,
  { chosen, onProgress }: Required<Pick<ReadOptions, 'onProgress'>> & { chosen: ChosenSheets },
  sheets: ReadSheet[],
): Promise<number> {
  const atlas = await atlasOf(ctx)
  const options = planOptions(ctx)
  const plan = rowPlanner(options)
  const place = await placer(ctx, options.today)
  const sealed = sealCells(ctx, of.importId)
  let batch: PlacedRow[] = []
  let total = 0
  const flush = async () => {
    if (batch.length === 0) return
    const rows = batch
    batch = []
    const known = await ctx.read((tx) => knownOfBatch(tx, atlas.district.id, askedOf(rows, options)))
    const sources = new Map(rows.map(({ n, source }) => [n, source]))
    const planned = plan(rows, known).map(
      (row): NewImportRow => ({
        ...row,
        cells: row.state === 'refused' ? sealed(row.n, sources.get(row.n)!) : null,
      }),
    )
    await ctx.transaction((tx) => insertImportRows(tx, of, planned))
    onProgress(total, 0)
  }
  for await (const body of bodyRows(readWorkbook(file.source, file.name), chosen, (one) =>
    sheets.push(one),
  )) {
    const placed = place(body, total + 1)
    if (!placed) continue
    total += 1
    const last = batch.at(-1)
    if (batch.length >= batchSize && !(last && isSameHome(last, placed))) await flush()
    batch.push(placed)
  }
  await flush()
  return total
}

const isSameHome = (one: PlacedRow, other: PlacedRow): boolean =>
  one.place?.areaId === other.place?.areaId &&
  homeLabelKey(one.row.place.label) === homeLabelKey(other.row.place.label)

export function planOptions(ctx: Ctx): PlanAll {
  const keys = identityKeysOf(ctx.district)
  return {
    today: todayOf(ctx),
    newId: () => newId(ctx.clock.now().epochMilliseconds),
    hashOf: (number) => identityHash(keys, number).toString('hex'),
    seal: (personId, { number }) => ({
      sealed: sealIdentity(keys, personId, number).toString('hex'),
      hash: identityHash(keys, number).toString('hex'),
      end: identityEnd(number),
    }),
    isOwn: (reach) => mayAct(ctx.who, 'register.see', { path: reach }),
  }
}

/** Reads a row and finds its building; null where nothing stands in it. */
async function placer(ctx: Ctx, today: string): Promise<(row: BodyRow, n: number) => PlacedRow | null> {
  const atlas = await atlasOf(ctx)
  const find = buildingFinder(atlas, ({ path }) => mayAct(ctx.who, 'register.import', { path }))
  const invented = ctx.district.demonstration
  let sheet: string | null = null
  let read: ReturnType<typeof registerRowReader> | undefined
  return ({ sheet: name, header, source }, n) => {
    if (name !== sheet || !read) {
      sheet = name
      read = registerRowReader(header, { today, invented, sheet: name })
    }
    const reading = read(source)
    if (reading.kind === 'blank') return null
    const { row, faults } = reading
    const found = find(row.place)
    const placed = { n, sheet: name, header, source, row }
    if ('place' in found) return { ...placed, faults, place: found.place }
    const column = columnAt(header, header.letters.building ? 'building' : 'address')
    const facts = { building: row.place.building || row.place.estate }
    return { ...placed, faults: [...faults, { column, reason: found.fault, facts }], place: null }
  }
}

function askedOf(rows: readonly PlacedRow[], { hashOf }: PlanAll): Asked {
  const sound = rows.filter(({ faults }) => faults.length === 0)
  const homes = new Map(
    sound.map(({ place, row }) => {
      const at = { buildingId: place!.areaId, labelKey: homeLabelKey(row.place.label) }
      return [`${at.buildingId}|${at.labelKey}`, at]
    }),
  )
  const people = sound.flatMap(({ row }) => row.person ?? [])
  return {
    homes: [...homes.values()],
    hashes: people.flatMap(({ identity }) => (identity ? [hashOf(identity.number)] : [])),
    people: people.map(({ name, birthDay, phone }) => ({ name, birthDay, phone })),
  }
}

async function hashOf(source: string | Buffer): Promise<Buffer> {
  const hash = createHash('sha256')
  if (typeof source !== 'string') return hash.update(source).digest()
  for await (const bytes of createReadStream(source)) hash.update(bytes as Buffer)
  return hash.digest()
}
