import { Refusal } from '../../kernel/refusal.ts'
import type { Tx } from '../../platform/transaction.ts'
import type { CareKind, ConsentPurpose, GiveConsent } from './contract.ts'
import type { Person } from './person.sql.ts'
import type { PersonCard } from './read.contract.ts'

export interface Consent {
  readonly id: string
  readonly personId: string
  readonly purpose: ConsentPurpose
  readonly givenBy: GiveConsent['givenBy']
  readonly givenOn: string
  readonly withdrawnOn: string | null
  readonly reach: readonly string[]
  readonly communityId: string
  readonly seq: number
}

type NewConsent = Omit<GiveConsent, 'requestId' | 'givenOn'> & {
  readonly id: string
  readonly givenOn: string
}

export async function insertConsent(tx: Tx, person: Person, consent: NewConsent): Promise<void> {
  await tx.db
    .insertInto('consents')
    .values({
      id: consent.id,
      person_id: person.id,
      purpose: consent.purpose,
      given_by: consent.givenBy,
      by_person_id: consent.byPersonId,
      how: consent.how,
      given_on: consent.givenOn,
      reach: [...person.reach],
      community_id: person.communityId,
      seq: 1,
    })
    .execute()
}

/** The consent. Refuses `not_found` where the asker does not see it. */
export async function loadConsent(tx: Tx, id: string): Promise<Consent> {
  const row = await tx.db.selectFrom('consents').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw new Refusal('not_found', { kind: 'consent' })
  return {
    id: row.id,
    personId: row.person_id,
    purpose: row.purpose as ConsentPurpose,
    givenBy: row.given_by as GiveConsent['givenBy'],
    givenOn: row.given_on,
    withdrawnOn: row.withdrawn_on,
    reach: row.reach,
    communityId: row.community_id,
    seq: row.seq,
  }
}

export async function consentsOf(tx: Tx, personId: string): Promise<PersonCard['consents']> {
  const rows = await tx.db
    .selectFrom('consents')
    .select([
      'id',
      'purpose',
      'given_by as givenBy',
      'how',
      'given_on as givenOn',
      'withdrawn_on as withdrawnOn',
    ])
    .where('person_id', '=', personId)
    .orderBy('given_on', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows as PersonCard['consents']
}

/** Marks a consent withdrawn; `withdrawn_already` for the second of two. */
export async function withdrawRow(tx: Tx, { id, seq }: Consent, onDay: string): Promise<number> {
  const row = await tx.db
    .updateTable('consents')
    .set({ withdrawn_on: onDay, seq: seq + 1 })
    .where('id', '=', id)
    .where('withdrawn_on', 'is', null)
    .returning('seq')
    .executeTakeFirst()
  if (!row) throw new Refusal('withdrawn_already')
  return row.seq
}

export interface CareFlag {
  readonly id: string
  readonly personId: string
  readonly kind: CareKind
  readonly reason: string | null
  readonly consentId: string
  readonly startsOn: string
  readonly endsOn: string
  readonly reviewedOn: string | null
  readonly endedOn: string | null
  readonly reach: readonly string[]
  readonly communityId: string
  readonly seq: number
}

type NewFlag = Pick<CareFlag, 'id' | 'kind' | 'consentId' | 'startsOn' | 'endsOn'> & {
  readonly reason: string
  readonly salt: Buffer
}

export async function insertFlag(tx: Tx, person: Person, flag: NewFlag): Promise<void> {
  await tx.db
    .insertInto('care_flags')
    .values({
      id: flag.id,
      person_id: person.id,
      kind: flag.kind,
      reason: flag.reason,
      salt: flag.salt,
      consent_id: flag.consentId,
      starts_on: flag.startsOn,
      ends_on: flag.endsOn,
      reach: [...person.reach],
      community_id: person.communityId,
      seq: 1,
    })
    .execute()
}

const flags = (tx: Tx) =>
  tx.db
    .selectFrom('care_flags')
    .select([
      'id',
      'person_id as personId',
      'kind',
      'reason',
      'consent_id as consentId',
      'starts_on as startsOn',
      'ends_on as endsOn',
      'reviewed_on as reviewedOn',
      'ended_on as endedOn',
      'reach',
      'community_id as communityId',
      'seq',
    ])

type Row = Awaited<ReturnType<ReturnType<typeof flags>['executeTakeFirstOrThrow']>>
const toFlag = (row: Row): CareFlag => ({ ...row, kind: row.kind as CareKind })

/** The flag. Refuses `not_found` where the asker does not see it. */
export async function loadFlag(tx: Tx, id: string): Promise<CareFlag> {
  const row = await flags(tx).where('id', '=', id).executeTakeFirst()
  if (!row) throw new Refusal('not_found', { kind: 'care' })
  return toFlag(row)
}

export async function flagsOf(tx: Tx, personId: string): Promise<CareFlag[]> {
  const rows = await flags(tx)
    .where('person_id', '=', personId)
    .orderBy('ends_on', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(toFlag)
}

/** Flags that rest on a consent and were not ended. */
export async function flagsOn(tx: Tx, consentId: string): Promise<CareFlag[]> {
  const rows = await flags(tx).where('consent_id', '=', consentId).where('ended_on', 'is', null).execute()
  return rows.map(toFlag)
}

/** Changes a flag that was not ended; `care_ended` otherwise. */
export async function saveFlag(
  tx: Tx,
  { id, seq }: CareFlag,
  change: { readonly endedOn: string } | { readonly endsOn: string; readonly reviewedOn: string },
): Promise<number> {
  const row = await tx.db
    .updateTable('care_flags')
    .set(
      'endedOn' in change
        ? { ended_on: change.endedOn, seq: seq + 1 }
        : { ends_on: change.endsOn, reviewed_on: change.reviewedOn, seq: seq + 1 },
    )
    .where('id', '=', id)
    .where('seq', '=', seq)
    .where('ended_on', 'is', null)
    .returning('seq')
    .executeTakeFirst()
  if (!row) throw new Refusal('care_ended')
  return row.seq
}

/**
 * How many people below an area have a flag on a day, by kind. Reads the rows of these communities alone, those that the area
 * holds or lies in: an index finds them before the policy looks at a row.
 */
export async function countFlags(
  tx: Tx,
  { areaId, communityIds }: { readonly areaId: string; readonly communityIds: readonly string[] },
  day: string,
): Promise<Map<CareKind, number>> {
  const rows = await tx.query<{ kind: CareKind; people: number }>(
    'count_care',
    `select kind, count(distinct person_id)::integer as people from care_flags
     where community_id = any ($3::uuid[]) and reach @> array[$1::uuid]
       and starts_on <= $2::date and ends_on > $2::date and ended_on is null
     group by kind`,
    [areaId, day, communityIds],
  )
  return new Map(rows.map(({ kind, people }) => [kind, people]))
}
