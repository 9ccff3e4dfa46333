import type { Tx } from '../../platform/transaction.ts'

/** A row of the board, as far as it is open data. */
export interface OpenRow {
  readonly caseId: string
  readonly number: string
  readonly matter: string
  readonly communityId: string
  readonly stage: string
  readonly acceptedAt: Temporal.Instant
  readonly dueAt: Temporal.Instant | null
  readonly resolvedAt: Temporal.Instant | null
  readonly closedAt: Temporal.Instant | null
  readonly rating: number | null
  readonly reports: number
}

/** Rows of the board that were accepted from one moment until another, the oldest first, behind `after`. */
export const selectOpenRows = (
  tx: Tx,
  { since, until }: { readonly since: Temporal.Instant; readonly until: Temporal.Instant },
  after: OpenRow | undefined,
  limit: number,
): Promise<OpenRow[]> =>
  tx.query<OpenRow>(
    'open_rows',
    `select case_id as "caseId", number, matter, community_id as "communityId", stage, accepted_at as "acceptedAt",
       due_at as "dueAt", resolved_at as "resolvedAt", closed_at as "closedAt", rating, reports
     from board
     where accepted_at >= $1 and accepted_at < $2
       and ($3::timestamptz is null or (accepted_at, case_id) > ($3, $4::uuid))
     order by accepted_at, case_id limit $5`,
    [since, until, after?.acceptedAt ?? null, after?.caseId ?? null, limit],
  )

/** When the first case was accepted that the board shows. */
export async function firstOnBoard(tx: Tx): Promise<Temporal.Instant | null> {
  const [row] = await tx.query<{ at: Temporal.Instant }>(
    'first_on_board',
    'select accepted_at as at from board order by accepted_at, case_id limit 1',
    [],
  )
  return row?.at ?? null
}
