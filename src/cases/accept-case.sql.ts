import type { Claim } from '../platform/once.ts'
import { type SealedText, textColumns } from '../platform/sealed-text.ts'
import type { PreparedWrite, Tx } from '../platform/transaction.ts'
import type { Case } from './case.sql.ts'

export type NewCase = Pick<
  Case,
  | 'id'
  | 'number'
  | 'kind'
  | 'source'
  | 'areaId'
  | 'path'
  | 'reach'
  | 'chain'
  | 'confidential'
  | 'accountId'
  | 'receiptHash'
  | 'occurredAt'
  | 'acceptedAt'
  | 'responseDueAt'
  | 'yellowAt'
  | 'drillId'
> & { readonly onBehalf: 'caller' | 'visitor' | 'relative' | null }

/** Case, words, photographs and the claimed request id in one statement: a round trip is what costs. */
const acceptStatement: PreparedWrite = {
  name: 'accept_case',
  text: `with claim as (
  insert into requests (actor, request_id, body_hash, receipt, recorded_at) values ($1, $2, $3, $4, $5)
), entered as (
  insert into cases (id, number, kind, source, on_behalf, stage, confidential, area_id, path, reach, units, chain,
    account_id, receipt_hash, occurred_at, accepted_at, response_due_at, yellow_at, drill_id, seq)
  values ($6, $7, $8, $9, $10, 'accepted', $11, $12, $13, $14, '{}', $15, $16, $17, $18, $5, $19, $26, $27, 1)
), photographed as (
  insert into case_photos (case_id, file_id, sha256, purpose, added_at, reach, units, account_id, receipt_hash)
  select $6, t.id, decode(t.body, 'hex'), 'report', $5, $14, '{}', $16, $17
  from unnest($20::uuid[], $21::text[], $22::text[]) as t (id, kind, body) where t.kind = 'photo'
)
insert into sealed_texts (id, subject, kind, body, salt, personal, reach, units, account_id, receipt_hash)
select t.id, $6, t.kind, t.body, t.salt, t.personal, $14, '{}',
  case when t.own then $16::uuid end, case when t.own then $17::bytea end
from unnest($20::uuid[], $21::text[], $22::text[], $23::bytea[], $24::boolean[], $25::boolean[])
  as t (id, kind, body, salt, personal, own)`,
}

/** Writes a new case with its texts, and claims its request id: a second claim is refused by the key. */
export async function insertCase(
  tx: Tx,
  entered: NewCase,
  texts: readonly SealedText[],
  claim: Claim & { readonly receipt: object },
): Promise<void> {
  await tx.write(acceptStatement, [
    claim.actor,
    claim.requestId,
    claim.bodyHash,
    JSON.stringify(claim.receipt),
    entered.acceptedAt,
    entered.id,
    entered.number,
    entered.kind,
    entered.source,
    entered.onBehalf,
    entered.confidential,
    entered.areaId,
    entered.path,
    entered.reach,
    entered.chain,
    entered.accountId,
    entered.receiptHash,
    entered.occurredAt,
    entered.responseDueAt,
    ...textColumns(texts),
    entered.yellowAt,
    entered.drillId,
  ])
}
