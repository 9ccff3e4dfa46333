import type { Tx } from '../../platform/transaction.ts'

/** How somebody is found at one of their homes. */
export interface PersonKeys {
  readonly occupancyId: string
  readonly personId: string
  readonly name: string
  readonly pinyin: string
  readonly initials: string
  readonly identityTail: Buffer | null
  readonly phoneTail: string | null
  /** YYYY-MM-DD: from the fourteenth birthday on. */
  readonly findableFrom: string
  readonly districtId: string
  readonly streetId: string | null
  readonly communityId: string
  readonly gridId: string | null
}

/** Writes anew how these persons are found; whoever has no row among `keys` is found no more. */
export async function writeKeys(
  tx: Tx,
  personIds: readonly string[],
  keys: readonly PersonKeys[],
): Promise<void> {
  await tx.query('forget_keys', 'delete from person_keys where person_id = any ($1::uuid[])', [personIds])
  if (keys.length === 0) return
  const rows = keys.map((key) => ({ ...key, identityTail: key.identityTail?.toString('hex') ?? null }))
  await tx.query(
    'insert_keys',
    `insert into person_keys (occupancy_id, person_id, name, pinyin, initials, identity_tail, phone_tail, findable_from,
       district_id, street_id, community_id, grid_id)
     select r."occupancyId", r."personId", r.name, r.pinyin, r.initials, decode(r."identityTail", 'hex'), r."phoneTail",
       r."findableFrom", r."districtId", r."streetId", r."communityId", r."gridId"
     from jsonb_to_recordset($1::jsonb) as r ("occupancyId" uuid, "personId" uuid, name text, pinyin text,
       initials text, "identityTail" text, "phoneTail" text, "findableFrom" date, "districtId" uuid, "streetId" uuid,
       "communityId" uuid, "gridId" uuid)`,
    [JSON.stringify(rows)],
  )
}

/** By which column somebody is looked for: the two first by how they begin, the others whole. */
export type FoundBy =
  | { readonly column: 'name' | 'pinyin' | 'initials'; readonly begins: string }
  | { readonly column: 'phone_tail'; readonly is: string }
  | { readonly column: 'identity_tail'; readonly is: Buffer }

/**
 * The narrowest areas that hold all the asker may see: their people are few enough to be looked through, where an index
 * by name would pass over the whole district. Null for wider posts.
 */
export type Within = { readonly column: 'grid_id' | 'community_id'; readonly ids: readonly string[] } | null

/**
 * Occupancies of people who are found, in the order of the key. Only comparisons that are leakproof: the policy lets an
 * index be used before itself for these alone, and a search would read the whole table for others.
 */
export async function findKeys(
  tx: Tx,
  by: FoundBy,
  within: Within,
  { today, limit }: { readonly today: string; readonly limit: number },
): Promise<{ personId: string; occupancyId: string }[]> {
  const { column } = by
  const begins = 'begins' in by
  const place = within ? `and k.${within.column} = any ($4::uuid[])` : ''
  return tx.query(
    `find_${column}_${within?.column ?? 'all'}`,
    `select k.person_id as "personId", k.occupancy_id as "occupancyId" from person_keys k
     where ${begins ? `k.${column} >= $1 and k.${column} < $1 || chr(1114111)` : `k.${column} = $1`}
       and k.findable_from <= $2::date ${place}
     order by k.${column}${within ? ', k.occupancy_id' : ''} limit $3`,
    [begins ? by.begins : by.is, today, limit, ...(within ? [within.ids] : [])],
  )
}
