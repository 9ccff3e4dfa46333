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

/** Below every id. */
const noId = '00000000-0000-0000-0000-000000000000'

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
     where (accepted_at, case_id) > ($1, $2::uuid) and accepted_at < $3
     order by accepted_at, case_id limit $4`,
    // Always a key, so that each page begins where the last one ended, also by a plan that is kept.
    [after?.acceptedAt ?? since, after?.caseId ?? noId, until, limit],
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
