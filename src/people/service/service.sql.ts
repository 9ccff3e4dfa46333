import type { Pool } from '../../platform/database.ts'
import type { Tx } from '../../platform/transaction.ts'
import type { KeyNow } from './service-key.rule.ts'

export interface NewServiceKey {
  readonly id: string
  readonly accountId: string
  readonly keyHash: Buffer
  readonly acts: readonly string[]
  readonly areaId: string
  readonly createdAt: Temporal.Instant
  readonly endsOn: string
}

export interface KeyRow {
  readonly id: string
  readonly accountId: string
  readonly acts: string[]
  readonly areaId: string
  readonly createdAt: Temporal.Instant
  readonly endsOn: string
  readonly stopsAt: Temporal.Instant | null
  readonly usedAt: Temporal.Instant | null
}

export interface ServiceRow {
  readonly id: string
  readonly name: string
  readonly openedAt: Temporal.Instant
  readonly endedAt: Temporal.Instant | null
}

export async function insertService(
  tx: Tx,
  service: { id: string; name: string; demonstration: boolean; createdAt: Temporal.Instant },
): Promise<void> {
  const { id, name, demonstration, createdAt } = service
  await tx.db
    .insertInto('accounts')
    .values({ id, kind: 'service', name, demonstration, created_at: createdAt.toString() })
    .execute()
}

export async function insertKey(tx: Tx, key: NewServiceKey): Promise<void> {
  const { id, accountId, keyHash, acts, areaId, createdAt, endsOn } = key
  await tx.db
    .insertInto('service_keys')
    .values({
      id,
      account_id: accountId,
      key_hash: keyHash,
      acts: [...acts],
      area_id: areaId,
      created_at: createdAt.toString(),
      ends_on: endsOn,
    })
    .execute()
}

/** Service accounts, the latest first. */
export async function selectServices(tx: Tx): Promise<ServiceRow[]> {
  return tx.db
    .selectFrom('accounts')
    .select(['id', 'name', 'created_at as openedAt', 'ended_at as endedAt'])
    .where('kind', '=', 'service')
    .orderBy('id', 'desc')
    .execute()
}

/** Keys of one service account, or of all, the latest first. */
export async function selectKeys(tx: Tx, accountId?: string): Promise<KeyRow[]> {
  return tx.db
    .selectFrom('service_keys')
    .select([
      'id',
      'account_id as accountId',
      'acts',
      'area_id as areaId',
      'created_at as createdAt',
      'ends_on as endsOn',
      'stops_at as stopsAt',
      'used_at as usedAt',
    ])
    .$if(accountId !== undefined, (q) => q.where('account_id', '=', accountId!))
    .orderBy('id', 'desc')
    .execute()
}

/** Whether a service account stands under this id. */
export async function isService(tx: Tx, id: string): Promise<boolean> {
  const row = await tx.db
    .selectFrom('accounts')
    .select('id')
    .where('id', '=', id)
    .where('kind', '=', 'service')
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

/** Stops keys at a moment, unless they stop earlier. Returns the ids of those that it stopped. */
export async function stopKeys(
  tx: Tx,
  which: { readonly accountId: string } | { readonly keyId: string },
  stopsAt: Temporal.Instant,
): Promise<{ id: string; accountId: string }[]> {
  return tx.db
    .updateTable('service_keys')
    .set({ stops_at: stopsAt.toString() })
    .where((has) => has.or([has('stops_at', 'is', null), has('stops_at', '>', stopsAt)]))
    .where('keyId' in which ? 'id' : 'account_id', '=', 'keyId' in which ? which.keyId : which.accountId)
    .returning(['id', 'account_id as accountId'])
    .execute()
}

/** Ends a service account; false where none stands under this id. */
export async function endServiceAccount(tx: Tx, id: string, at: Temporal.Instant): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable('accounts')
    .set({ ended_at: at.toString() })
    .where('id', '=', id)
    .where('kind', '=', 'service')
    .where('ended_at', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

/** Keys that open something now, by the hex of their hashes, and when each was last noted to be used. */
export async function findKeys(
  pool: Pool,
  hashes: readonly string[],
  at: Temporal.Instant,
  today: string,
): Promise<ReadonlyMap<string, { readonly key: KeyNow; readonly usedAt: Temporal.Instant | null }>> {
  const { rows } = await pool.query<KeyNow & { hash: string; usedAt: Temporal.Instant | null }>({
    name: 'find_service_keys',
    text: `select encode(k.key_hash, 'hex') as hash, k.used_at as "usedAt", k.id, a.id as "accountId", a.name, k.acts,
       k.area_id as "areaId",
       case when top.parent_id is null then
         (select coalesce(json_agg(below.id), '[]'::json) from areas below where below.parent_id = top.id) end as below
     from service_keys k join accounts a on a.id = k.account_id join areas top on top.id = k.area_id
     where k.key_hash = any ($1) and k.ends_on > $3::date and (k.stops_at is null or k.stops_at > $2)
       and a.ended_at is null`,
    values: [hashes.map((hash) => Buffer.from(hash, 'hex')), at.toString(), today],
  })
  return new Map(rows.map(({ hash, usedAt, ...key }) => [hash, { key, usedAt }]))
}

export async function noteKeyUse(pool: Pool, keyId: string, at: Temporal.Instant): Promise<void> {
  await pool.query('update service_keys set used_at = $2 where id = $1', [keyId, at.toString()])
}
