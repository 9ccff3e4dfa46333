import type { Selectable } from 'kysely'
import type { Tables } from '../../../db/tables.ts'
import type { Tx } from '../../platform/transaction.ts'
import type { Side } from './contract.ts'
import type { Mediation } from './mediation.sql.ts'

/** One party of a mediation. */
export interface Party {
  readonly id: string
  readonly mediationId: string
  /** Its place in the list, from 1. */
  readonly place: number
  readonly side: Side
  readonly isReporter: boolean
  readonly accountId: string | null
  readonly receiptHash: Buffer
  readonly nameId: string
  readonly phoneId: string | null
  readonly consentHow: 'self' | 'desk' | null
  readonly consentedAt: Temporal.Instant | null
  /** Asked for another mediator (第二十三条), and none was named since. */
  readonly wantsOther: boolean
  /** YYYY-MM-DD. */
  readonly signedOn: string | null
}

const toParty = (row: Selectable<Tables['mediation_parties']>): Party => ({
  id: row.id,
  mediationId: row.mediation_id,
  place: row.place,
  side: row.side as Side,
  isReporter: row.is_reporter,
  accountId: row.account_id,
  receiptHash: row.receipt_hash,
  nameId: row.name_id,
  phoneId: row.phone_id,
  consentHow: row.consent_how as Party['consentHow'],
  consentedAt: row.consented_at,
  wantsOther: row.wants_other,
  signedOn: row.signed_on,
})

export async function insertParties(
  tx: Tx,
  parties: readonly Party[],
  { reach }: Pick<Mediation, 'reach'>,
): Promise<void> {
  await tx.db
    .insertInto('mediation_parties')
    .values(
      parties.map((party) => ({
        id: party.id,
        mediation_id: party.mediationId,
        place: party.place,
        side: party.side,
        is_reporter: party.isReporter,
        account_id: party.accountId,
        receipt_hash: party.receiptHash,
        name_id: party.nameId,
        phone_id: party.phoneId,
        consent_how: party.consentHow,
        consented_at: party.consentedAt?.toString() ?? null,
        wants_other: party.wantsOther,
        signed_on: party.signedOn,
        reach: [...reach],
      })),
    )
    .execute()
}

/** Writes what acts change of a party. */
export async function saveParty(tx: Tx, party: Party): Promise<void> {
  await tx.db
    .updateTable('mediation_parties')
    .set({
      account_id: party.accountId,
      consent_how: party.consentHow,
      consented_at: party.consentedAt?.toString() ?? null,
      wants_other: party.wantsOther,
      signed_on: party.signedOn,
    })
    .where('id', '=', party.id)
    .execute()
}

/** No party has signed, and none waits for another mediator any more: what was written or who was named is new. */
export const clearParties = async (
  tx: Tx,
  mediationId: string,
  what: 'signatures' | 'wishes',
): Promise<void> => {
  await tx.db
    .updateTable('mediation_parties')
    .set(what === 'signatures' ? { signed_on: null } : { wants_other: false })
    .where('mediation_id', '=', mediationId)
    .execute()
}

/** The parties of these mediations that the asker sees: the committee all, a party itself. */
export async function loadParties(tx: Tx, mediationIds: readonly string[]): Promise<Party[]> {
  if (mediationIds.length === 0) return []
  const rows = await tx.db
    .selectFrom('mediation_parties')
    .selectAll()
    .where('mediation_id', 'in', [...mediationIds])
    .orderBy('mediation_id')
    .orderBy('place')
    .execute()
  return rows.map(toParty)
}
