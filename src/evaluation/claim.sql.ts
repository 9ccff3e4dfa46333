import { Refusal } from '../kernel/refusal.ts'
import { violated } from '../platform/database.ts'
import type { Tx } from '../platform/transaction.ts'
import type { ClaimQuery, FileClaim } from './contract.ts'

/** A claim as its row has it; texts are null where they were erased. */
export interface Claim {
  readonly id: string
  readonly kind: FileClaim['kind']
  readonly unitId: string
  readonly month: string
  readonly subjects: readonly string[]
  readonly words: string | null
  readonly filedAt: Temporal.Instant
  readonly decidedAt: Temporal.Instant | null
  readonly granted: boolean | null
  readonly takenOut: readonly string[]
  readonly decision: string | null
  readonly reach: readonly string[]
  readonly units: readonly string[]
}

/** A claim to be filed. Refuses `assessment_claimed_already` while the same is undecided. */
export async function insertClaim(
  tx: Tx,
  claim: Pick<Claim, 'id' | 'kind' | 'unitId' | 'month' | 'subjects' | 'filedAt' | 'reach' | 'units'> & {
    readonly wordsId: string
  },
): Promise<void> {
  try {
    await tx.db
      .insertInto('assessment_claims')
      .values({
        id: claim.id,
        kind: claim.kind,
        unit_id: claim.unitId,
        month: claim.month,
        subjects: [...claim.subjects],
        words_id: claim.wordsId,
        filed_at: claim.filedAt.toString(),
        reach: [...claim.reach],
        units: [...claim.units],
      })
      .execute()
  } catch (error) {
    if (violated(error) === 'assessment_claims_open') throw new Refusal('assessment_claimed_already')
    throw error
  }
}

const claims = (tx: Tx) =>
  tx.db
    .selectFrom('assessment_claims as c')
    .leftJoin('sealed_texts as w', 'w.id', 'c.words_id')
    .leftJoin('sealed_texts as d', 'd.id', 'c.decision_id')
    .selectAll('c')
    .select(['w.body as words', 'd.body as decision'])

type Row = Awaited<ReturnType<ReturnType<typeof claims>['execute']>>[number]
const toClaim = (row: Row): Claim => ({
  id: row.id,
  kind: row.kind as Claim['kind'],
  unitId: row.unit_id,
  month: row.month,
  subjects: row.subjects,
  words: row.words,
  filedAt: row.filed_at,
  decidedAt: row.decided_at,
  granted: row.granted,
  takenOut: row.taken_out,
  decision: row.decision,
  reach: row.reach,
  units: row.units,
})

/** Claims that the asker sees, the newest first. */
export async function selectClaims(
  tx: Tx,
  { month, unitId, open, after, limit }: ClaimQuery,
): Promise<Claim[]> {
  const rows = await claims(tx)
    .$if(month !== undefined, (query) => query.where('c.month', '=', month!))
    .$if(unitId !== undefined, (query) => query.where('c.unit_id', '=', unitId!))
    .$if(open !== undefined, (query) => query.where('c.decided_at', open ? 'is' : 'is not', null))
    .$if(after !== undefined, (query) => query.where('c.id', '<', after!))
    .orderBy('c.id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(toClaim)
}

/** The claim. Refuses `not_found` where the asker does not see it. */
export async function loadClaim(tx: Tx, id: string): Promise<Claim> {
  const row = await claims(tx).where('c.id', '=', id).executeTakeFirst()
  if (!row) throw new Refusal('not_found', { kind: 'claim' })
  return toClaim(row)
}

/** Refuses `assessment_claim_decided` where somebody decided it before. */
export async function saveDecision(
  tx: Tx,
  id: string,
  decided: {
    readonly at: Temporal.Instant
    readonly granted: boolean
    readonly takenOut: readonly string[]
    readonly textId: string
  },
): Promise<void> {
  const { numUpdatedRows } = await tx.db
    .updateTable('assessment_claims')
    .set({
      decided_at: decided.at.toString(),
      granted: decided.granted,
      taken_out: [...decided.takenOut],
      decision_id: decided.textId,
    })
    .where('id', '=', id)
    .where('decided_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new Refusal('assessment_claim_decided')
}
