import { sql } from 'kysely'
import type { Tx } from '../../platform/transaction.ts'
import type { Case } from '../case.sql.ts'
import type { Found } from './flags.rule.ts'
import type { FlagKind, Verdict } from './kinds.contract.ts'

/** A mark on a closing as use cases see it. */
export interface Flag extends Found {
  readonly id: string
  readonly caseId: string
  /** Null where the asker does not see the other case. */
  readonly otherNumber: string | null
  readonly flaggedAt: Temporal.Instant
  readonly lookedAt: Temporal.Instant | null
  readonly verdict: Verdict | null
  readonly reason: string | null
}

/** Which lines of a case were marked for what already. */
export async function selectMarked(tx: Tx, caseId: string): Promise<Pick<Found, 'aboutSeq' | 'kind'>[]> {
  const rows = await tx.db
    .selectFrom('closing_flags')
    .select(['about_seq as aboutSeq', 'kind'])
    .where('case_id', '=', caseId)
    .execute()
  return rows.map((row) => ({ ...row, kind: row.kind as FlagKind }))
}

export async function insertFlags(
  tx: Tx,
  subject: Pick<Case, 'id' | 'reach' | 'units'>,
  flags: readonly (Found & { readonly id: string })[],
  flaggedAt: Temporal.Instant,
): Promise<void> {
  await tx.db
    .insertInto('closing_flags')
    .values(
      flags.map((flag) => ({
        id: flag.id,
        case_id: subject.id,
        unit_id: flag.unitId,
        kind: flag.kind,
        about_seq: flag.aboutSeq,
        amount: flag.amount,
        other_case_id: flag.otherCaseId,
        flagged_at: flaggedAt.toString(),
        reach: [...subject.reach],
        units: [...subject.units],
      })),
    )
    .execute()
}

const marked = (tx: Tx) =>
  tx.db
    .selectFrom('closing_flags as f')
    .leftJoin('cases as o', 'o.id', 'f.other_case_id')
    .leftJoin('sealed_texts as t', 't.id', 'f.reason_id')
    .select([
      'f.id',
      'f.case_id as caseId',
      'f.unit_id as unitId',
      'f.kind',
      'f.about_seq as aboutSeq',
      'f.amount',
      'o.id as otherCaseId',
      'o.number as otherNumber',
      'f.flagged_at as flaggedAt',
      'f.looked_at as lookedAt',
      'f.verdict',
      't.body as reason',
    ])

const toFlag = <Row extends { kind: string; verdict: string | null }>(row: Row) => ({
  ...row,
  kind: row.kind as FlagKind,
  verdict: row.verdict as Verdict | null,
})

/** Marks of a case, oldest first. */
export async function selectFlags(tx: Tx, caseId: string): Promise<Flag[]> {
  return (await marked(tx).where('f.case_id', '=', caseId).orderBy('f.id').execute()).map(toFlag)
}

/** A page of marks in these areas: open ones oldest first, those looked at newest first. */
export async function selectFlagPage(
  tx: Tx,
  areaIds: readonly string[],
  query: {
    readonly state: 'open' | 'looked'
    readonly kind: FlagKind | undefined
    readonly after: readonly [at: string, id: string] | null
    readonly limit: number
  },
): Promise<Flag[]> {
  const { state, kind, after, limit } = query
  const open = state === 'open'
  const rows = await marked(tx)
    .where(sql<boolean>`f.reach && ${[...areaIds]}::uuid[]`)
    .where('f.looked_at', open ? 'is' : 'is not', null)
    .$if(kind !== undefined, (q) => q.where('f.kind', '=', kind!))
    .$if(after !== null && open, (q) =>
      q.where(sql<boolean>`(f.flagged_at, f.id) > (${after![0]}::timestamptz, ${after![1]}::uuid)`),
    )
    .$if(after !== null && !open, (q) =>
      q.where(sql<boolean>`(f.looked_at, f.id) < (${after![0]}::timestamptz, ${after![1]}::uuid)`),
    )
    .orderBy(open ? 'f.flagged_at' : 'f.looked_at', open ? 'asc' : 'desc')
    .orderBy('f.id', open ? 'asc' : 'desc')
    .limit(limit + 1)
    .execute()
  return rows.map(toFlag)
}

/** Somebody has looked at these. */
export async function markLooked(
  tx: Tx,
  ids: readonly string[],
  look: {
    readonly by: string
    readonly at: Temporal.Instant
    readonly verdict: Verdict
    readonly reasonId: string
  },
): Promise<void> {
  await tx.db
    .updateTable('closing_flags')
    .set({
      looked_at: look.at.toString(),
      looked_by: look.by,
      verdict: look.verdict,
      reason_id: look.reasonId,
    })
    .where('id', 'in', [...ids])
    .execute()
}
