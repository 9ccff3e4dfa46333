import { createHmac } from 'node:crypto'
import canonicalize from 'canonicalize'
import { Refusal } from '../kernel/refusal.ts'
import type { Ctx } from './ctx.ts'
import type { LineData } from './journal-line.rule.ts'
import type { Tx } from './transaction.ts'

/** The row that claims a request id, to be inserted in the act's own transaction. */
export interface Claim {
  readonly actor: string
  readonly requestId: string
  readonly bodyHash: Buffer
  readonly recordedAt: Temporal.Instant
}

/** Under a secret of the district: a plain hash of a short body (a name, an identity number) could be guessed back. */
const hashBody = ({ district }: Pick<Ctx, 'district'>, body: unknown): Buffer =>
  createHmac('sha256', district.secret('requests'))
    .update(canonicalize(body) ?? '')
    .digest()

/**
 * Runs an act at most once per actor and request id: a retry with the same body gets the first receipt,
 * with another body a Refusal. `work` must insert its claim (see `insertClaim`) in the transaction.
 */
export async function once<Receipt extends LineData>(
  ctx: Ctx,
  requestId: string,
  body: unknown,
  work: (tx: Tx, claim: Claim) => Promise<Receipt>,
): Promise<Receipt> {
  const claim: Claim = {
    actor: ctx.who.actor,
    requestId,
    bodyHash: hashBody(ctx, body),
    recordedAt: ctx.clock.now(),
  }
  try {
    return await ctx.transaction((tx) => work(tx, claim))
  } catch (error) {
    // A retry fails in many ways (claimed already, stage moved on): what decides is whether a receipt stands.
    const first = await firstReceipt<Receipt>(ctx, claim)
    if (first === undefined) throw error
    return first
  }
}

/** An act in one transaction that hands back what it did; the claim is written last. */
export const actOnce = <Receipt extends LineData>(
  ctx: Ctx,
  body: { readonly requestId: string },
  work: (tx: Tx) => Promise<Receipt>,
): Promise<Receipt> =>
  once(ctx, body.requestId, body, async (tx, claim) => {
    const receipt = await work(tx)
    await insertClaim(tx, claim, receipt)
    return receipt
  })

export async function insertClaim(tx: Tx, claim: Claim, receipt: LineData): Promise<void> {
  await tx.query(
    'insert_claim',
    'insert into requests (actor, request_id, body_hash, receipt, recorded_at) values ($1, $2, $3, $4, $5)',
    [claim.actor, claim.requestId, claim.bodyHash, JSON.stringify(receipt), claim.recordedAt],
  )
}

async function firstReceipt<Receipt>(ctx: Ctx, claim: Claim): Promise<Receipt | undefined> {
  const [row] = await ctx.read((tx) =>
    tx.query<{ body_hash: Buffer; receipt: Receipt }>(
      'first_receipt',
      'select body_hash, receipt from requests where actor = $1 and request_id = $2',
      [claim.actor, claim.requestId],
    ),
  )
  if (row && !row.body_hash.equals(claim.bodyHash)) throw new Refusal('request_id_reused')
  return row?.receipt
}
