import type { Tx } from '../../platform/transaction.ts'

/** The tables whose rows are kept as they were, by the kind of row. */
const tables = {
  home: 'homes',
  person: 'persons',
  occupancy: 'occupancies',
  household: 'households',
} as const
export type VersionedKind = keyof typeof tables

/** Whom a row of the kind speaks of. */
const personOf = { home: 'null::uuid', person: 'id', occupancy: 'person_id', household: 'head_id' } as const

/** What a change is part of. */
export interface ChangeOf {
  readonly at: Temporal.Instant
  readonly importId?: string | null
}

/** Keeps rows as they stand, before they change. Call it first; the change must add one to `seq`. */
export async function keepVersions(
  tx: Tx,
  kind: VersionedKind,
  ids: readonly string[],
  { at, importId = null }: ChangeOf,
): Promise<void> {
  if (ids.length === 0) return
  await tx.query(
    `keep_${kind}_versions`,
    `insert into register_versions (row_id, seq, kind, kept, person_id, import_id, replaced_at, reach)
     select id, seq, $2, to_jsonb(t), ${personOf[kind]}, $3::uuid, $4::timestamptz, reach
     from ${tables[kind]} t where id = any ($1::uuid[])`,
    [ids, kind, importId, at.toString()],
  )
}
