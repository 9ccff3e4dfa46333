import { sql } from 'kysely'
import type { Tx } from '../../platform/transaction.ts'
import { type Mediation, toMediation } from './mediation.sql.ts'
import type { MediationQuery, OwnMediationQuery } from './page.contract.ts'

/** Mediations that the asker's committee conducts, the newest first. `today` is YYYY-MM-DD. */
export async function selectMediations(
  tx: Tx,
  areaIds: readonly string[],
  today: string,
  { list, caseId, after, limit }: MediationQuery,
): Promise<Mediation[]> {
  const rows = await tx.db
    .selectFrom('mediations')
    .selectAll()
    .where(sql<boolean>`reach && ${[...areaIds]}::uuid[]`)
    .$if(list === 'mine', (query) => query.where(waitsForCommittee(today)))
    .$if(list === 'open', (query) =>
      query.where('stage', 'in', ['asked', 'consented', 'mediating', 'agreed']),
    )
    .$if(list === 'watched', (query) => query.where('stage', '=', 'in_force'))
    .$if(list === 'over', (query) => query.where('ended_at', 'is not', null))
    .$if(caseId !== undefined, (query) => query.where('case_id', '=', caseId!))
    .$if(after !== undefined, (query) => query.where('id', '<', after!))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(toMediation)
}

/** How many wait for the committee, counted up to the bound. */
export async function countWaiting(
  tx: Tx,
  areaIds: readonly string[],
  today: string,
  bound: number,
): Promise<number> {
  const rows = await tx.db
    .selectFrom('mediations')
    .select('id')
    .where(sql<boolean>`reach && ${[...areaIds]}::uuid[]`)
    .where(waitsForCommittee(today))
    .limit(bound)
    .execute()
  return rows.length
}

/** Nobody named the other side yet, nobody mediates, a party wants another mediator, or a visit is due. */
const waitsForCommittee = (today: string) => sql<boolean>`(
  stage = 'asked' and parties = 1 or stage = 'consented' or stage = 'in_force' and follow_on <= ${today}::date
  or stage = 'mediating' and exists (
    select from mediation_parties p where p.mediation_id = mediations.id and p.wants_other))`

/** Mediations in which the account or the receipt is a party, the newest first. */
export async function selectOwnMediations(
  tx: Tx,
  { accountId, receiptHash }: { readonly accountId: string | null; readonly receiptHash: string },
  { caseId, after, limit }: OwnMediationQuery,
): Promise<Mediation[]> {
  const accounts = accountId === null ? [] : [accountId]
  const receipts = receiptHash === '' ? [] : [receiptHash]
  const rows = await tx.db
    .selectFrom('mediations')
    .selectAll()
    .where(sql<boolean>`(party_accounts && ${accounts}::uuid[] or party_receipts && ${receipts}::text[])`)
    .$if(caseId !== undefined, (query) => query.where('case_id', '=', caseId!))
    .$if(after !== undefined, (query) => query.where('id', '<', after!))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(toMediation)
}
