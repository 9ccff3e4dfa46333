import { Refusal } from '../../kernel/refusal.ts'
import { violated } from '../../platform/database.ts'
import type { Tx } from '../../platform/transaction.ts'
import type { RegisterKind, Sex } from './contract.ts'

/** An identity number as a row keeps it. */
export interface KeptIdentity {
  readonly sealed: Buffer
  readonly hash: Buffer
  readonly end: string
}

/** What is written of a person. */
export interface PersonFacts {
  readonly name: string | null
  readonly sex: Sex | null
  readonly birthDay: string | null
  /** As `normalPhone` writes it. */
  readonly phone: string | null
  readonly registerKind: RegisterKind
  readonly guardianId: string | null
  readonly identity: KeptIdentity | null
}

export interface Person extends PersonFacts {
  readonly id: string
  readonly salt: Buffer | null
  readonly reach: readonly string[]
  readonly communityId: string
  readonly demonstration: boolean
  readonly seq: number
}

export type NewPerson = Omit<Person, 'seq'> & { readonly importId: string | null }

const refused = (error: unknown): unknown =>
  violated(error) === 'persons_identity' ? new Refusal('identity_in_use', { field: 'identity' }) : error

const hex = (bytes: Buffer | null | undefined): string | null => bytes?.toString('hex') ?? null

/** Adds persons in one statement. Refuses `identity_in_use`. */
export async function insertPersons(tx: Tx, persons: readonly NewPerson[]): Promise<void> {
  const rows = persons.map(({ identity, salt, ...person }) => ({
    ...person,
    sealed: hex(identity?.sealed),
    hash: hex(identity?.hash),
    end: identity?.end ?? null,
    salt: hex(salt),
  }))
  try {
    await tx.query(
      'insert_persons',
      `insert into persons (id, name, sex, birth_day, phone, identity_sealed, identity_hash, identity_end,
         register_kind, guardian_id, salt, reach, community_id, demonstration, import_id, seq)
       select r.id, r.name, r.sex, r."birthDay", r.phone, decode(r.sealed, 'hex'), decode(r.hash, 'hex'), r."end",
         r."registerKind", r."guardianId", decode(r.salt, 'hex'), r.reach, r."communityId", r.demonstration,
         r."importId", 1
       from jsonb_to_recordset($1::jsonb) as r (id uuid, name text, sex text, "birthDay" date, phone text, sealed text,
         hash text, "end" text, "registerKind" text, "guardianId" uuid, salt text, reach uuid[], "communityId" uuid,
         demonstration boolean, "importId" uuid)`,
      [JSON.stringify(rows)],
    )
  } catch (error) {
    throw refused(error)
  }
}

const persons = (tx: Tx) => tx.db.selectFrom('persons').selectAll()

type Row = Awaited<ReturnType<ReturnType<typeof persons>['executeTakeFirstOrThrow']>>

const toPerson = (row: Row): Person => ({
  id: row.id,
  name: row.name,
  sex: row.sex as Sex | null,
  birthDay: row.birth_day,
  phone: row.phone,
  registerKind: row.register_kind as RegisterKind,
  guardianId: row.guardian_id,
  identity:
    row.identity_sealed && row.identity_hash && row.identity_end
      ? { sealed: row.identity_sealed, hash: row.identity_hash, end: row.identity_end }
      : null,
  salt: row.salt,
  reach: row.reach,
  communityId: row.community_id,
  demonstration: row.demonstration,
  seq: row.seq,
})

/** The person. Refuses `not_found` where the asker does not see them. */
export async function loadPerson(tx: Tx, id: string): Promise<Person> {
  const row = await persons(tx).where('id', '=', id).executeTakeFirst()
  if (!row) throw new Refusal('not_found', { kind: 'person' })
  return toPerson(row)
}

/** The person, to be acted on. Refuses `not_found` also where all that was written of them was erased. */
export async function loadKnownPerson(tx: Tx, id: string): Promise<Person> {
  const person = await loadPerson(tx, id)
  if (person.name === null) throw new Refusal('not_found', { kind: 'person' })
  return person
}

/** Those of these persons whom the asker sees, by id. */
export async function loadPersons(tx: Tx, ids: readonly string[]): Promise<Map<string, Person>> {
  if (ids.length === 0) return new Map()
  const rows = await persons(tx)
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map((row) => [row.id, toPerson(row)]))
}

/** As `loadPersons`, of persons whom the transaction holds until it ends: of two that move one, the second waits. */
export async function holdPersons(tx: Tx, ids: readonly string[]): Promise<Map<string, Person>> {
  await tx.query('hold_persons', 'update persons set seq = seq where id = any ($1::uuid[])', [ids])
  return loadPersons(tx, ids)
}

/** Whose identity number has this hash, among those whom the asker sees. */
export async function personByIdentity(tx: Tx, hash: Buffer): Promise<Person | null> {
  const row = await persons(tx).where('identity_hash', '=', hash).executeTakeFirst()
  return row ? toPerson(row) : null
}

/** Ids of those whom the asker sees and who can be reached by this telephone. */
export async function personsByPhone(tx: Tx, phone: string, limit: number): Promise<string[]> {
  const rows = await tx.db
    .selectFrom('persons')
    .select('id')
    .where('phone', '=', phone)
    .limit(limit)
    .execute()
  return rows.map((row) => row.id)
}

/** Whom somebody acts for. */
export async function childrenOf(tx: Tx, guardianId: string): Promise<Person[]> {
  const rows = await persons(tx).where('guardian_id', '=', guardianId).orderBy('birth_day').execute()
  return rows.map(toPerson)
}

/** Writes what is known of a person now; returns the new version. `version_conflict` for the second of two. */
export async function savePerson(tx: Tx, before: Person, facts: PersonFacts, salt: Buffer): Promise<number> {
  try {
    const row = await tx.db
      .updateTable('persons')
      .set({
        name: facts.name,
        sex: facts.sex,
        birth_day: facts.birthDay,
        phone: facts.phone,
        register_kind: facts.registerKind,
        guardian_id: facts.guardianId,
        identity_sealed: facts.identity?.sealed ?? null,
        identity_hash: facts.identity?.hash ?? null,
        identity_end: facts.identity?.end ?? null,
        salt,
        seq: before.seq + 1,
      })
      .where('id', '=', before.id)
      .where('seq', '=', before.seq)
      .returning('seq')
      .executeTakeFirst()
    if (!row) throw new Refusal('version_conflict')
    return row.seq
  } catch (error) {
    throw refused(error)
  }
}

/**
 * Puts persons, with what is kept of them, under the sight of where they live or own now. Whoever lives nowhere any more
 * stays where they were last, for whoever has to mend a mistake.
 */
export async function moveSight(
  tx: Tx,
  moves: readonly {
    readonly personId: string
    readonly reach: readonly string[]
    readonly communityId: string
  }[],
): Promise<void> {
  for (const [table, key] of [
    ['persons', 'id'],
    ['consents', 'person_id'],
    ['care_flags', 'person_id'],
  ] as const)
    await tx.query(
      `move_sight_${table}`,
      `update ${table} t set reach = m.reach, community_id = m."communityId"
       from jsonb_to_recordset($1::jsonb) as m ("personId" uuid, reach uuid[], "communityId" uuid)
       where t.${key} = m."personId" and (t.reach, t.community_id) is distinct from (m.reach, m."communityId")`,
      [JSON.stringify(moves)],
    )
}
