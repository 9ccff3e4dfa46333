import type { Tx } from '../platform/transaction.ts'
import type { LifeReason, LifeStep, ListBodies, Phase } from './body.contract.ts'
import type { Unit, UnitKind } from './contract.ts'
import { reachOfUnit } from './reach.sql.ts'

/** A body as its rows have it, whatever its phase. */
export interface StoredBody extends Unit {
  readonly path: readonly string[]
  readonly phase: Phase
  readonly foundedOn: string
  readonly since: string | null
  readonly parent: { readonly id: string; readonly nameZh: string; readonly nameEn: string } | null
}

const bodies = (tx: Tx) =>
  tx.db
    .selectFrom('units as u')
    .leftJoin('units as p', 'p.id', 'u.parent_id')
    .select(['u.id', 'u.code', 'u.kind', 'u.line', 'u.name_zh', 'u.name_en', 'u.parent_id', 'u.path'])
    .select(['u.area_id', 'u.phone', 'u.valid_from', 'u.valid_to', 'u.suspended_from'])
    .select(['p.name_zh as parent_zh', 'p.name_en as parent_en'])

type BodyRow = Awaited<ReturnType<ReturnType<typeof bodies>['execute']>>[number]

const toBody = (row: BodyRow): StoredBody => ({
  id: row.id,
  code: row.code,
  kind: row.kind as UnitKind,
  line: row.line,
  nameZh: row.name_zh,
  nameEn: row.name_en,
  parentId: row.parent_id,
  path: row.path,
  areaId: row.area_id,
  phone: row.phone,
  phase: row.valid_to !== null ? 'dissolved' : row.suspended_from !== null ? 'suspended' : 'active',
  foundedOn: row.valid_from,
  since: row.valid_to ?? row.suspended_from,
  parent:
    (row.parent_id && {
      id: row.parent_id,
      nameZh: row.parent_zh ?? '',
      nameEn: row.parent_en ?? '',
    }) ||
    null,
})

/** A body of any phase, or null. */
export async function selectBody(tx: Tx, id: string): Promise<StoredBody | null> {
  const row = await bodies(tx).where('u.id', '=', id).executeTakeFirst()
  return row ? toBody(row) : null
}

const matching = (tx: Tx, { kind, areaId, parentId, phase, text }: Omit<ListBodies, 'limit' | 'after'>) =>
  bodies(tx)
    .$if(kind !== undefined, (query) => query.where('u.kind', '=', kind!))
    .$if(parentId !== undefined, (query) => query.where('u.parent_id', '=', parentId!))
    .$if(areaId !== undefined, (query) =>
      query
        .innerJoin('areas as a', 'a.id', 'u.area_id')
        .where((has) => has(has.val(areaId!), '=', has.fn.any('a.path'))),
    )
    .$if(phase === 'active', (query) =>
      query.where('u.valid_to', 'is', null).where('u.suspended_from', 'is', null),
    )
    .$if(phase === 'suspended', (query) => query.where('u.suspended_from', 'is not', null))
    .$if(phase === 'dissolved', (query) => query.where('u.valid_to', 'is not', null))
    .$if(text !== undefined, (query) => {
      const like = `%${text!.replaceAll(/[\\%_]/g, '\\$&')}%`
      return query.where((has) =>
        has.or([
          has('u.name_zh', 'like', like),
          has('u.name_en', 'ilike', like),
          has('u.code', 'ilike', like),
        ]),
      )
    })

/** Bodies that match, in order of code. */
export async function selectBodies(tx: Tx, { after, limit, ...asked }: ListBodies): Promise<StoredBody[]> {
  const rows = await matching(tx, asked)
    .$if(after !== undefined, (query) => query.where('u.code', '>', after!))
    .orderBy('u.code')
    .limit(limit)
    .execute()
  return rows.map(toBody)
}

/** How many bodies match. */
export async function countBodies(tx: Tx, asked: ListBodies): Promise<number> {
  const { n } = await matching(tx, asked)
    .clearSelect()
    .select((has) => has.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return n
}

/** Bodies of these kinds that act (neither suspended nor dissolved), of the whole district. */
export async function bodiesThatAct(
  tx: Tx,
  kinds: readonly UnitKind[],
): Promise<{ readonly id: string; readonly kind: UnitKind; readonly areaId: string }[]> {
  const rows = await tx.db
    .selectFrom('units')
    .select(['id', 'kind', 'area_id'])
    .where('kind', 'in', [...kinds])
    .where('valid_to', 'is', null)
    .where('suspended_from', 'is', null)
    .execute()
  return rows.map(({ id, kind, area_id }) => ({ id, kind: kind as UnitKind, areaId: area_id }))
}

/** Bodies that stand in one of these areas, suspended ones too, in order of code. */
export async function bodiesIn(tx: Tx, areaIds: readonly string[]): Promise<StoredBody[]> {
  if (areaIds.length === 0) return []
  const rows = await bodies(tx)
    .where('u.area_id', 'in', [...new Set(areaIds)])
    .where('u.valid_to', 'is', null)
    .orderBy('u.code')
    .execute()
  return rows.map(toBody)
}

/** Bodies right below this one that stand, in order of code. */
export async function selectBodiesBelow(tx: Tx, unitId: string): Promise<StoredBody[]> {
  const rows = await bodies(tx)
    .where('u.parent_id', '=', unitId)
    .where('u.valid_to', 'is', null)
    .orderBy('u.code')
    .limit(500)
    .execute()
  return rows.map(toBody)
}

/** The steps of a body's life after its founding, in order. */
export async function selectLife(
  tx: Tx,
  unitId: string,
): Promise<(LifeStep & { readonly reason: LifeReason })[]> {
  const rows = await tx.db
    .selectFrom('unit_phases')
    .select(['phase', 'from_day', 'reason'])
    .where('unit_id', '=', unitId)
    .orderBy('step')
    .execute()
  return rows.map(({ phase, from_day, reason }) => ({
    phase: phase as Phase,
    fromDay: from_day,
    reason: reason as LifeReason,
  }))
}

/** Writes the step after `step` others. Two at once meet at the key: the second is told of a conflict. */
export async function insertStep(
  tx: Tx,
  unitId: string,
  step: number,
  { phase, fromDay, reason }: LifeStep & { readonly reason: LifeReason },
): Promise<void> {
  await tx.db
    .insertInto('unit_phases')
    .values({ unit_id: unitId, step, phase, from_day: fromDay, reason, reach: reachOfUnit(unitId) })
    .execute()
  await tx.db
    .updateTable('units')
    .set({
      suspended_from: phase === 'suspended' ? fromDay : null,
      valid_to: phase === 'dissolved' ? fromDay : null,
    })
    .where('id', '=', unitId)
    .execute()
}

/** Whether other bodies stand right below this one. */
export async function hasBodiesBelow(tx: Tx, unitId: string): Promise<boolean> {
  const row = await tx.db
    .selectFrom('units')
    .select('id')
    .where('parent_id', '=', unitId)
    .where('valid_to', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** The one body of these kinds that acts in the nearest area of a path (ids from the district down); null for none or several. */
export async function onlyBodyIn(
  tx: Tx,
  kinds: readonly UnitKind[],
  path: readonly string[],
): Promise<string | null> {
  const [first, second] = await tx.query<{ id: string; depth: number }>(
    'only_body_in',
    `select u.id, a.depth::integer from unnest($1::uuid[]) with ordinality as a (id, depth) join units u on u.area_id = a.id
     where u.kind = any ($2::text[]) and u.valid_to is null and u.suspended_from is null
     order by a.depth desc limit 2`,
    [path, kinds],
  )
  return first && first.depth !== second?.depth ? first.id : null
}

/** A code that no body has yet: the area's, and the next number of it. Of two that ask at once one is refused by its key. */
export async function freeCode(tx: Tx, areaCode: string): Promise<string> {
  const [row] = await tx.query<{ next: number }>(
    'free_body_code',
    `select coalesce(max(substring(code from '\\d{1,6}$')::integer), 0) + 1 as next from units where code ~ ('^' || $1 || '-B\\d{1,6}$')`,
    [areaCode],
  )
  return `${areaCode}-B${row?.next ?? 1}`
}
