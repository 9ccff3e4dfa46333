import type { Tx } from '../../../platform/transaction.ts'
import type { VersionedKind } from '../version.sql.ts'

/** What stands of rows that an import wrote, as far as undoing looks at it. */
export interface StandingOf {
  readonly id: string
  readonly seq: number
  readonly communityId: string
  /** How many other rows hang on it that the import did not write with it: then it stays. */
  readonly held: number
}

const held = {
  home: `(select count(*) from households x where x.home_id = t.id)
    + (select count(*) from occupancies o where o.home_id = t.id and o.id <> all ($2::uuid[]))`,
  person: `(select count(*) from consents x where x.person_id = t.id)
    + (select count(*) from care_flags x where x.person_id = t.id)
    + (select count(*) from persons x where x.guardian_id = t.id and x.id <> all ($3::uuid[]))
    + (select count(*) from occupancies o where o.person_id = t.id and o.id <> all ($2::uuid[]))`,
  occupancy: '(case when t.to_day is null and t.household_id is null then 0 else 1 end)',
} as const
const tables = { home: 'homes', person: 'persons', occupancy: 'occupancies' } as const
export type UndoneKind = keyof typeof tables

/** Versions of rows now, and what hangs on them besides these stays and these children. */
export async function standingRows(
  tx: Tx,
  kind: UndoneKind,
  ids: readonly string[],
  besides: { readonly stays: readonly string[]; readonly people: readonly string[] },
): Promise<Map<string, StandingOf>> {
  const rows = await tx.query<StandingOf & Record<string, unknown>>(
    `standing_${kind}`,
    `select t.id, t.seq, t.community_id as "communityId", (${held[kind]})::integer as held
     from ${tables[kind]} t where t.id = any ($1::uuid[])
       and ($2::uuid[] is not null or $3::uuid[] is not null)`,
    [ids, besides.stays, besides.people],
  )
  return new Map(rows.map((row) => [row.id, row]))
}

/** Takes rows away that an import entered. */
export async function removeRows(tx: Tx, kind: UndoneKind, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await tx.query(
    `take_back_${kind}`,
    `delete from ${tables[kind]} where id = any ($1::uuid[]) and import_id is not null`,
    [ids],
  )
}

const columns = {
  home: ['label', 'label_key', 'use', 'confirmed_on', 'ended_on'],
  person: [
    'name',
    'sex',
    'birth_day',
    'phone',
    'identity_sealed',
    'identity_hash',
    'identity_end',
    'register_kind',
    'guardian_id',
    'salt',
  ],
  occupancy: ['role', 'lives', 'household_id', 'relation', 'from_day', 'to_day'],
} as const

/** Which of these rows cannot be put back: what they were before the import is not kept any more. */
export async function selectForgotten(
  tx: Tx,
  kind: UndoneKind & VersionedKind,
  ids: readonly string[],
  importId: string,
): Promise<string[]> {
  if (ids.length === 0) return []
  const rows = await tx.query<{ id: string }>(
    'forgotten_versions',
    `select id from unnest($1::uuid[]) as id where (
       select kept from register_versions where import_id = $2 and kind = $3 and row_id = id order by seq limit 1) is null`,
    [ids, importId, kind],
  )
  return rows.map(({ id }) => id)
}

/** Puts rows back as an import found them. They count on from where they are: a version is never used twice. */
export async function putBack(
  tx: Tx,
  kind: UndoneKind & VersionedKind,
  ids: readonly string[],
  importId: string,
): Promise<void> {
  if (ids.length === 0) return
  const set = columns[kind].map((column) => `${column} = k.${column}`).join(', ')
  await tx.query(
    `put_back_${kind}`,
    `update ${tables[kind]} t set ${set}, seq = t.seq + 1
     from (select distinct on (row_id) row_id, kept from register_versions
       where import_id = $2 and kind = $3 and row_id = any ($1::uuid[]) order by row_id, seq) v,
       lateral jsonb_populate_record(null::${tables[kind]}, v.kept) k
     where t.id = v.row_id`,
    [ids, importId, kind],
  )
}
