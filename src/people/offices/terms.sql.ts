import { chunks } from '../../kernel/chunks.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { OfficeKind } from '../../organisations/body.contract.ts'
import type { UnitKind } from '../../organisations/contract.ts'
import { reachOfUnit } from '../../organisations/door.ts'
import { violated } from '../../platform/database.ts'
import type { Tx } from '../../platform/transaction.ts'
import type { Holder, TermReason } from './office.contract.ts'

/** A term of office as its row has it; days are YYYY-MM-DD, local. */
export interface StoredTerm {
  readonly id: string
  readonly officeId: string
  readonly unitId: string
  readonly holderId: string
  readonly startsOn: string
  readonly endsOn: string | null
  readonly endedOn: string | null
  readonly reason: TermReason | null
}

const rowsPerStatement = 2000

/** Adds terms. Refuses `term_held_already` where somebody holds the office already. */
export async function insertTerms(tx: Tx, terms: readonly StoredTerm[]): Promise<void> {
  for (const some of chunks(terms, rowsPerStatement)) {
    const rows = some.map((term) => ({
      id: term.id,
      office_id: term.officeId,
      unit_id: term.unitId,
      reach: reachOfUnit(term.unitId),
      holder_id: term.holderId,
      starts_on: term.startsOn,
      ends_on: term.endsOn,
      ended_on: term.endedOn,
      reason: term.reason,
    }))
    try {
      await tx.db.insertInto('office_terms').values(rows).execute()
    } catch (error) {
      if (violated(error) === 'office_terms_current') throw new Refusal('term_held_already')
      throw error
    }
  }
}

/** Where a term stands, or null. */
export async function findTerm(tx: Tx, id: string): Promise<StoredTerm | null> {
  const row = await tx.db.selectFrom('office_terms').selectAll().where('id', '=', id).executeTakeFirst()
  return row
    ? {
        id: row.id,
        officeId: row.office_id,
        unitId: row.unit_id,
        holderId: row.holder_id,
        startsOn: row.starts_on,
        endsOn: row.ends_on,
        endedOn: row.ended_on,
        reason: row.reason as TermReason | null,
      }
    : null
}

/** Ends a term that nobody ended; false where there is none. */
export async function endTermOn(tx: Tx, id: string, day: string, reason: TermReason): Promise<boolean> {
  const rows = await tx.db
    .updateTable('office_terms')
    .set({ ended_on: day, reason })
    .where('id', '=', id)
    .where('ended_on', 'is', null)
    .returning('id')
    .execute()
  return rows.length === 1
}

/** Ends every term of a body on a day, with it; one to come ends on its first day. Returns their ids. */
export async function endTermsOf(tx: Tx, unitId: string, day: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    'end_terms_of',
    `update office_terms set ended_on = greatest(starts_on, $2::date), reason = 'body_ended'
     where unit_id = $1 and ended_on is null returning id`,
    [unitId, day],
  )
  return rows.map(({ id }) => id)
}

/** A term with the names of its person, its office and its body. */
export interface NamedTerm extends Omit<StoredTerm, 'holderId'> {
  readonly holder: Holder
  readonly office: {
    readonly id: string
    readonly nameZh: string
    readonly nameEn: string
    readonly kind: OfficeKind
  }
  readonly body: {
    readonly id: string
    readonly nameZh: string
    readonly nameEn: string
    readonly kind: UnitKind
    readonly areaId: string
  }
}

const named = (tx: Tx) =>
  tx.db
    .selectFrom('office_terms as t')
    .innerJoin('office_holders as h', 'h.id', 't.holder_id')
    .innerJoin('offices as o', 'o.id', 't.office_id')
    .innerJoin('units as u', 'u.id', 't.unit_id')
    .select(['t.id', 't.office_id', 't.unit_id', 't.starts_on', 't.ends_on', 't.ended_on', 't.reason'])
    .select(['h.id as holder_id', 'h.code as holder_code', 'h.name as holder_name'])
    .select(['o.name_zh as office_zh', 'o.name_en as office_en', 'o.kind as office_kind'])
    .select(['u.name_zh as body_zh', 'u.name_en as body_en', 'u.kind as body_kind', 'u.area_id'])

type NamedRow = Awaited<ReturnType<ReturnType<typeof named>['execute']>>[number]

const toNamed = (row: NamedRow): NamedTerm => ({
  id: row.id,
  officeId: row.office_id,
  unitId: row.unit_id,
  startsOn: row.starts_on,
  endsOn: row.ends_on,
  endedOn: row.ended_on,
  reason: row.reason as TermReason | null,
  holder: { id: row.holder_id, code: row.holder_code, name: row.holder_name },
  office: {
    id: row.office_id,
    nameZh: row.office_zh,
    nameEn: row.office_en,
    kind: row.office_kind as OfficeKind,
  },
  body: {
    id: row.unit_id,
    nameZh: row.body_zh,
    nameEn: row.body_en,
    kind: row.body_kind as UnitKind,
    areaId: row.area_id,
  },
})

/** Every term of a body, ended ones too, in order of its first day. */
export async function selectTermsOfBody(tx: Tx, unitId: string): Promise<NamedTerm[]> {
  const rows = await named(tx)
    .where('t.unit_id', '=', unitId)
    .orderBy('t.starts_on')
    .orderBy('t.id')
    .execute()
  return rows.map(toNamed)
}

/** Terms of these people that nobody ended. */
export async function selectTermsOfHolders(tx: Tx, holderIds: readonly string[]): Promise<NamedTerm[]> {
  if (holderIds.length === 0) return []
  const rows = await named(tx)
    .where('t.holder_id', 'in', [...new Set(holderIds)])
    .where('t.ended_on', 'is', null)
    .orderBy('t.starts_on')
    .orderBy('t.id')
    .execute()
  return rows.map(toNamed)
}

/** Terms that nobody ended, of bodies that stand in these areas. */
export async function selectTermsIn(tx: Tx, areaIds: readonly string[]): Promise<NamedTerm[]> {
  if (areaIds.length === 0) return []
  const rows = await named(tx)
    .where('u.area_id', 'in', [...new Set(areaIds)])
    .where('u.valid_to', 'is', null)
    .where('t.ended_on', 'is', null)
    .orderBy('t.starts_on')
    .orderBy('t.id')
    .execute()
  return rows.map(toNamed)
}

/** Terms that nobody ended, of bodies of an area and of all below it. */
export async function selectTermsBelow(tx: Tx, areaId: string): Promise<NamedTerm[]> {
  const rows = await named(tx)
    .innerJoin('areas as a', 'a.id', 'u.area_id')
    .where((has) => has(has.val(areaId), '=', has.fn.any('a.path')))
    .where('u.valid_to', 'is', null)
    .where('t.ended_on', 'is', null)
    .orderBy('u.code')
    .orderBy('t.starts_on')
    .orderBy('t.id')
    .execute()
  return rows.map(toNamed)
}

/** An open office of a body that acts, as attention looks at it. */
export interface OfficeBelow {
  readonly id: string
  readonly nameZh: string
  readonly nameEn: string
  readonly kind: OfficeKind
  readonly seats: number
  readonly body: NamedTerm['body']
}

/** The open offices of bodies that act, of an area and of all below it, in order of the body's code. */
export async function selectOfficesBelow(tx: Tx, areaId: string): Promise<OfficeBelow[]> {
  const rows = await tx.db
    .selectFrom('offices as o')
    .innerJoin('units as u', 'u.id', 'o.unit_id')
    .innerJoin('areas as a', 'a.id', 'u.area_id')
    .select(['o.id', 'o.name_zh', 'o.name_en', 'o.kind', 'o.seats', 'o.unit_id'])
    .select(['u.name_zh as body_zh', 'u.name_en as body_en', 'u.kind as body_kind', 'u.area_id'])
    .where((has) => has(has.val(areaId), '=', has.fn.any('a.path')))
    .where('o.ended_on', 'is', null)
    .where('u.valid_to', 'is', null)
    .where('u.suspended_from', 'is', null)
    .orderBy('u.code')
    .orderBy('o.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    nameZh: row.name_zh,
    nameEn: row.name_en,
    kind: row.kind as OfficeKind,
    seats: row.seats,
    body: {
      id: row.unit_id,
      nameZh: row.body_zh,
      nameEn: row.body_en,
      kind: row.body_kind as UnitKind,
      areaId: row.area_id,
    },
  }))
}

/** Every term with its person's code, as a file is compared with it, in order of its first day. */
export async function termsToCompare(
  tx: Tx,
): Promise<(Omit<StoredTerm, 'holderId'> & { readonly personCode: string; readonly name: string })[]> {
  const rows = await named(tx).orderBy('t.starts_on').orderBy('t.id').execute()
  return rows.map((row) => {
    const { holder, office: _office, body: _body, ...term } = toNamed(row)
    return { ...term, personCode: holder.code, name: holder.name }
  })
}

/** Gives terms other ends. */
export async function changeTerms(
  tx: Tx,
  terms: readonly Pick<StoredTerm, 'id' | 'endsOn' | 'endedOn' | 'reason'>[],
): Promise<void> {
  for (const { id, endsOn, endedOn, reason } of terms)
    await tx.db
      .updateTable('office_terms')
      .set({ ends_on: endsOn, ended_on: endedOn, reason })
      .where('id', '=', id)
      .execute()
}
