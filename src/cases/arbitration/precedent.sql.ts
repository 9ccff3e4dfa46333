import { iso } from '../../platform/clock.ts'
import type { Tx } from '../../platform/transaction.ts'

/** The centre's word on who answers for a matter in a place, and the case that it was said in. */
export interface Precedent {
  readonly id: string
  readonly matter: string
  readonly areaId: string
  readonly unitId: string
  readonly caseId: string
  /** Of that case; null where the asker does not see it. */
  readonly number: string | null
  /** Null where the asker may not read it, or once it was erased. */
  readonly reason: string | null
  readonly decidedAt: string
  readonly endedAt: string | null
  readonly endReason: string | null
  readonly reach: readonly string[]
}

const read = (tx: Tx) =>
  tx.db
    .selectFrom('precedents as p')
    .leftJoin('cases as c', 'c.id', 'p.case_id')
    .leftJoin('sealed_texts as t', 't.id', 'p.reason_id')
    .leftJoin('sealed_texts as e', 'e.id', 'p.end_reason_id')
    .select([
      'p.id',
      'p.matter',
      'p.area_id',
      'p.unit_id',
      'p.case_id',
      'p.decided_at',
      'p.ended_at',
      'p.reach',
    ])
    .select(['c.number', 't.body as reason', 'e.body as end_reason'])

type Row = Awaited<ReturnType<ReturnType<typeof read>['execute']>>[number]

const toPrecedent = (row: Row): Precedent => ({
  id: row.id,
  matter: row.matter,
  areaId: row.area_id,
  unitId: row.unit_id,
  caseId: row.case_id,
  number: row.number,
  reason: row.reason,
  decidedAt: iso(row.decided_at),
  endedAt: row.ended_at && iso(row.ended_at),
  endReason: row.end_reason,
  reach: row.reach,
})

/** What holds for a matter in these areas, as far as the asker sees; the newest first. */
export async function selectStanding(
  tx: Tx,
  matter: string,
  areaIds: readonly string[],
): Promise<Precedent[]> {
  const rows = await read(tx)
    .where('p.matter', '=', matter)
    .where('p.area_id', 'in', [...areaIds])
    .where('p.ended_at', 'is', null)
    .orderBy('p.id', 'desc')
    .execute()
  return rows.map(toPrecedent)
}

/** One page of the centre's words, the newest first; one more than `limit` tells that there are more. */
export async function selectPrecedents(
  tx: Tx,
  query: {
    readonly matter?: string | undefined
    readonly ended: boolean
    readonly after?: string | undefined
    readonly limit: number
  },
): Promise<Precedent[]> {
  const rows = await read(tx)
    .where('p.ended_at', query.ended ? 'is not' : 'is', null)
    .$if(query.matter !== undefined, (q) => q.where('p.matter', '=', query.matter!))
    .$if(query.after !== undefined, (q) => q.where('p.id', '<', query.after!))
    .orderBy('p.id', 'desc')
    .limit(query.limit + 1)
    .execute()
  return rows.map(toPrecedent)
}

export async function findPrecedent(tx: Tx, id: string): Promise<Precedent | null> {
  const row = await read(tx).where('p.id', '=', id).executeTakeFirst()
  return row ? toPrecedent(row) : null
}

/** Remembers a word; the one that held for the same matter, place and sight before ends with it. */
export async function remember(
  tx: Tx,
  precedent: Pick<Precedent, 'id' | 'matter' | 'areaId' | 'unitId' | 'caseId' | 'reach'> & {
    readonly reasonId: string
    readonly decidedBy: string
    readonly decidedAt: Temporal.Instant
  },
): Promise<void> {
  const at = precedent.decidedAt.toString()
  for (const former of await selectStanding(tx, precedent.matter, [precedent.areaId]))
    if (former.reach.join() === precedent.reach.join())
      await endPrecedent(tx, former.id, { by: precedent.decidedBy, at: precedent.decidedAt })
  await tx.db
    .insertInto('precedents')
    .values({
      id: precedent.id,
      matter: precedent.matter,
      area_id: precedent.areaId,
      unit_id: precedent.unitId,
      case_id: precedent.caseId,
      reason_id: precedent.reasonId,
      decided_by: precedent.decidedBy,
      decided_at: at,
      reach: [...precedent.reach],
    })
    .execute()
}

/** Ends a word that still holds. Returns whether it did. */
export async function endPrecedent(
  tx: Tx,
  id: string,
  { by, at, reasonId }: { readonly by: string; readonly at: Temporal.Instant; readonly reasonId?: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable('precedents')
    .set({ ended_by: by, ended_at: at.toString(), end_reason_id: reasonId ?? null })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Of every word what it holds for, who said it when, and who sees it; the oldest first. */
export async function selectSights(tx: Tx): Promise<Sight[]> {
  const rows = await tx.db
    .selectFrom('precedents')
    .select(['id', 'matter', 'area_id', 'reach', 'decided_by', 'decided_at', 'ended_at'])
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    matter: row.matter,
    areaId: row.area_id,
    reach: row.reach,
    decidedBy: row.decided_by,
    decidedAt: row.decided_at,
    stands: row.ended_at === null,
  }))
}

export interface Sight extends Pick<Precedent, 'id' | 'matter' | 'areaId' | 'reach'> {
  readonly decidedBy: string
  readonly decidedAt: Temporal.Instant
  readonly stands: boolean
}

export async function saveSight(tx: Tx, id: string, reach: readonly string[]): Promise<void> {
  await tx.db
    .updateTable('precedents')
    .set({ reach: [...reach] })
    .where('id', '=', id)
    .execute()
}
