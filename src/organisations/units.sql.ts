import { chunks } from '../kernel/chunks.ts'
import { Refusal } from '../kernel/refusal.ts'
import { violated } from '../platform/database.ts'
import type { Tx } from '../platform/transaction.ts'
import { answeringKinds } from './answering.rule.ts'
import {
  isAnswering,
  answeringKinds as kindsThatAnswer,
  type ListUnits,
  type Unit,
  type UnitKind,
} from './contract.ts'
import { pathOf } from './reach.sql.ts'

interface UnitRow {
  readonly id: string
  readonly code: string
  readonly kind: string
  readonly line: string
  readonly name_zh: string
  readonly name_en: string
  readonly parent_id: string | null
  readonly path: string[]
  readonly area_id: string
  readonly phone: string | null
}

const toUnit = (row: UnitRow): Unit => ({
  id: row.id,
  code: row.code,
  kind: row.kind as UnitKind,
  line: row.line,
  nameZh: row.name_zh,
  nameEn: row.name_en,
  parentId: row.parent_id,
  areaId: row.area_id,
  phone: row.phone,
})

export interface UnitToInsert extends Unit {
  readonly path: readonly string[]
  /** YYYY-MM-DD. */
  readonly validFrom: string
}

const rowsPerStatement = 1000

/** Adds units; those above come before those below. Throws Refusal `unit_code_taken`. */
export async function insertUnits(tx: Tx, units: readonly UnitToInsert[]): Promise<void> {
  for (const some of chunks(units, rowsPerStatement)) {
    const rows = some.map((unit) => ({
      id: unit.id,
      code: unit.code,
      kind: unit.kind,
      line: unit.line,
      name_zh: unit.nameZh,
      name_en: unit.nameEn,
      parent_id: unit.parentId,
      path: [...unit.path],
      area_id: unit.areaId,
      reach: pathOf(unit.areaId),
      phone: unit.phone,
      valid_from: unit.validFrom,
    }))
    try {
      await tx.db.insertInto('units').values(rows).execute()
    } catch (error) {
      if (violated(error) === 'units_code_key') throw new Refusal('unit_code_taken', { code: units[0]!.code })
      throw error
    }
  }
}

/** What others must know of a unit to stand below it. */
export interface KnownUnit {
  readonly id: string
  readonly kind: UnitKind
  readonly areaId: string
  readonly path: readonly string[]
  /** It was dissolved; its code stays taken. */
  readonly dissolved: boolean
}

/** Every unit, dissolved ones too, by its code. */
export async function unitsByCode(tx: Tx): Promise<Map<string, KnownUnit>> {
  const rows = await tx.db
    .selectFrom('units')
    .select(['id', 'code', 'kind', 'area_id', 'path', 'valid_to'])
    .execute()
  return new Map(
    rows.map(({ id, code, kind, area_id, path, valid_to }) => [
      code,
      { id, kind: kind as UnitKind, areaId: area_id, path, dissolved: valid_to !== null },
    ]),
  )
}

/** The id of every unit that stands, by its code. */
export async function unitIdsByCode(tx: Tx): Promise<Map<string, string>> {
  const rows = await tx.db.selectFrom('units').select(['code', 'id']).where('valid_to', 'is', null).execute()
  return new Map(rows.map(({ code, id }) => [code, id]))
}

/** A unit that stands and is not suspended, with its path from the widest unit down. */
export async function findUnit(tx: Tx, id: string): Promise<(Unit & { path: string[] }) | null> {
  const row = await tx.db
    .selectFrom('units')
    .selectAll()
    .where('id', '=', id)
    .where('valid_to', 'is', null)
    .where('suspended_from', 'is', null)
    .executeTakeFirst()
  return row ? { ...toUnit(row), path: row.path } : null
}

/** Units that cases can be handed to, in order of code. */
export async function selectUnits(tx: Tx, { kind, areaId, text, after, limit }: ListUnits): Promise<Unit[]> {
  const rows = await tx.db
    .selectFrom('units')
    .selectAll()
    .where('valid_to', 'is', null)
    .where('suspended_from', 'is', null)
    .where('kind', 'in', kind === undefined ? [...kindsThatAnswer] : [kind])
    .$if(areaId !== undefined, (query) => query.where('area_id', '=', areaId!))
    .$if(after !== undefined, (query) => query.where('code', '>', after!))
    .$if(text !== undefined, (query) => {
      const like = `%${text!.replaceAll(/[\\%_]/g, '\\$&')}%`
      return query.where((has) =>
        has.or([has('name_zh', 'like', like), has('name_en', 'ilike', like), has('code', 'ilike', like)]),
      )
    })
    .orderBy('code')
    .limit(limit)
    .execute()
  return rows.map(toUnit)
}

/** Units that answer in one of these areas today, in order of code. */
export async function unitsServing(tx: Tx, areaIds: readonly string[]): Promise<Unit[]> {
  if (areaIds.length === 0) return []
  const rows = await tx.db
    .selectFrom('units')
    .selectAll()
    .where('area_id', 'in', [...new Set(areaIds)])
    .where('valid_to', 'is', null)
    .where('suspended_from', 'is', null)
    .where('kind', 'in', [...kindsThatAnswer])
    .orderBy('code')
    .execute()
  return rows.map(toUnit)
}

export interface AnsweringUnit {
  readonly unitId: string
  /** Ids from the widest unit down to the unit itself. */
  readonly unitPath: readonly string[]
}

/**
 * The unit that answers in a place for `answers` (`kind:line`, see `answeringKinds`): the best kind first, then the
 * nearest area of `path` (ids from the district down). One query. Null where nobody answers: who was dissolved or is
 * suspended takes no new cases.
 */
export async function findAnswering(
  tx: Tx,
  answers: string,
  path: readonly string[],
): Promise<AnsweringUnit | null> {
  const kinds = answeringKinds(answers)
  const [row] = await tx.query<{ id: string; path: string[] }>(
    'find_answering',
    `select u.id, u.path
     from unnest($1::text[], $2::text[]) with ordinality as k (kind, line, rank)
     join unnest($3::uuid[]) with ordinality as a (id, depth) on true
     join units u on u.area_id = a.id and u.kind = k.kind and (k.line = 'any' or u.line = k.line)
     where u.valid_to is null and u.suspended_from is null
     order by k.rank, a.depth desc, u.code limit 1`,
    [kinds.map(({ kind }) => kind), kinds.map(({ line }) => line), path],
  )
  return row ? { unitId: row.id, unitPath: row.path } : null
}

/** Refuses `unit_unknown`, and `body_not_acting` where one of them takes no cases: by its kind, or now. */
export async function mustTakeCases(tx: Tx, unitIds: readonly string[]): Promise<void> {
  const rows = await tx.db
    .selectFrom('units')
    .select(['id', 'kind', 'name_zh', 'valid_to', 'suspended_from'])
    .where('id', 'in', [...unitIds])
    .execute()
  if (rows.length < new Set(unitIds).size) throw new Refusal('unit_unknown')
  const idle = rows.find(
    ({ kind, valid_to, suspended_from }) =>
      valid_to !== null || suspended_from !== null || !isAnswering(kind),
  )
  if (idle) throw new Refusal('body_not_acting', { unit: idle.name_zh })
}

/** The ids of these units and of all above them: who may see what the units have in hand. */
export async function unitPaths(tx: Tx, unitIds: readonly string[]): Promise<string[]> {
  const rows = await tx.db
    .selectFrom('units')
    .select(['id', 'path'])
    .where('id', 'in', [...unitIds])
    .execute()
  if (rows.length < new Set(unitIds).size) throw new Refusal('unit_unknown')
  return [...new Set(rows.flatMap((row) => row.path))]
}

/** Names by unit id, for pages that show units beside cases. */
export async function unitNames(
  tx: Tx,
  unitIds: readonly string[],
): Promise<Map<string, { id: string; zh: string; en: string }>> {
  if (unitIds.length === 0) return new Map()
  const rows = await tx.db
    .selectFrom('units')
    .select(['id', 'name_zh as zh', 'name_en as en'])
    .where('id', 'in', [...new Set(unitIds)])
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** A unit as a file of bodies is compared with it. */
export interface UnitToCompare {
  readonly id: string
  readonly kind: UnitKind
  readonly line: string
  readonly nameZh: string
  readonly nameEn: string
  readonly phone: string | null
  readonly areaId: string
  readonly parentCode: string | null
  readonly validFrom: string
  readonly dissolved: boolean
}

/** Every unit, dissolved ones too, by its code. */
export async function unitsToCompare(tx: Tx): Promise<Map<string, UnitToCompare>> {
  const rows = await tx.db
    .selectFrom('units as u')
    .leftJoin('units as p', 'p.id', 'u.parent_id')
    .select(['u.id', 'u.code', 'u.kind', 'u.line', 'u.name_zh', 'u.name_en', 'u.phone', 'u.area_id'])
    .select(['u.valid_from', 'u.valid_to', 'p.code as parent_code'])
    .orderBy('u.code')
    .execute()
  return new Map(
    rows.map((row) => [
      row.code,
      {
        id: row.id,
        kind: row.kind as UnitKind,
        line: row.line,
        nameZh: row.name_zh,
        nameEn: row.name_en,
        phone: row.phone,
        areaId: row.area_id,
        parentCode: row.parent_code,
        validFrom: row.valid_from,
        dissolved: row.valid_to !== null,
      },
    ]),
  )
}

/** Gives units other names and telephones. */
export async function updateUnits(
  tx: Tx,
  units: readonly Pick<Unit, 'id' | 'nameZh' | 'nameEn' | 'phone'>[],
): Promise<void> {
  for (const { id, nameZh, nameEn, phone } of units)
    await tx.db
      .updateTable('units')
      .set({ name_zh: nameZh, name_en: nameEn, phone })
      .where('id', '=', id)
      .execute()
}
