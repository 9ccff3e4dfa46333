import type { Tx } from '../../platform/transaction.ts'
import type { VisitResult } from './contract.ts'
import type { Mediation } from './mediation.sql.ts'

/** What hangs on a mediation: its sessions, what each party does by the agreement, visits, and who looked. */
export interface Session {
  readonly id: string
  readonly mediationId: string
  readonly stage: 'set' | 'held' | 'cancelled'
  readonly at: Temporal.Instant
  readonly placeId: string
  readonly came: readonly string[]
  readonly recordId: string | null
}

export interface Duty {
  readonly id: string
  readonly partyId: string
  readonly wordsId: string
  /** YYYY-MM-DD. */
  readonly dueOn: string
}

export interface FollowUp {
  readonly id: string
  readonly visitedOn: string
  readonly result: VisitResult
  readonly wordsId: string | null
  readonly nextOn: string | null
}

/** Read by whoever opened the room of the parties, or the committee's. */
const sharedBy = ({ id, roomId }: Pick<Mediation, 'id' | 'roomId'>): string[] => [id, roomId]

export async function insertSession(tx: Tx, session: Session, of: Mediation): Promise<void> {
  await tx.db
    .insertInto('mediation_sessions')
    .values({
      id: session.id,
      mediation_id: of.id,
      stage: session.stage,
      session_at: session.at.toString(),
      place_id: session.placeId,
      reach: sharedBy(of),
    })
    .execute()
}

export async function saveSession(tx: Tx, session: Session): Promise<void> {
  await tx.db
    .updateTable('mediation_sessions')
    .set({
      stage: session.stage,
      session_at: session.at.toString(),
      place_id: session.placeId,
      came: [...session.came],
      record_id: session.recordId,
    })
    .where('id', '=', session.id)
    .execute()
}

export async function loadSessions(tx: Tx, mediationIds: readonly string[]): Promise<Session[]> {
  if (mediationIds.length === 0) return []
  const rows = await tx.db
    .selectFrom('mediation_sessions')
    .selectAll()
    .where('mediation_id', 'in', [...mediationIds])
    .orderBy('session_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    mediationId: row.mediation_id,
    stage: row.stage as Session['stage'],
    at: row.session_at,
    placeId: row.place_id,
    came: row.came,
    recordId: row.record_id,
  }))
}

/** The duties of an agreement's draft; a draft is the line that wrote it. */
export async function insertDuties(
  tx: Tx,
  duties: readonly Duty[],
  of: Mediation,
  draft: number,
): Promise<void> {
  if (duties.length === 0) return
  await tx.db
    .insertInto('mediation_duties')
    .values(
      duties.map((duty, index) => ({
        id: duty.id,
        mediation_id: of.id,
        place: index + 1,
        party_id: duty.partyId,
        words_id: duty.wordsId,
        due_on: duty.dueOn,
        draft,
        reach: sharedBy(of),
      })),
    )
    .execute()
}

/** The duties of the newest draft, in its order. */
export async function loadDuties(tx: Tx, mediationId: string): Promise<Duty[]> {
  const rows = await tx.db
    .selectFrom('mediation_duties')
    .select(['id', 'party_id', 'words_id', 'due_on', 'draft'])
    .where('mediation_id', '=', mediationId)
    .orderBy('draft', 'desc')
    .orderBy('place')
    .execute()
  return rows
    .filter(({ draft }) => draft === rows[0]?.draft)
    .map((row) => ({ id: row.id, partyId: row.party_id, wordsId: row.words_id, dueOn: row.due_on }))
}

export async function insertVisit(tx: Tx, visit: FollowUp, of: Mediation): Promise<void> {
  await tx.db
    .insertInto('mediation_visits')
    .values({
      id: visit.id,
      mediation_id: of.id,
      visited_on: visit.visitedOn,
      result: visit.result,
      words_id: visit.wordsId,
      next_on: visit.nextOn,
      reach: [of.roomId],
    })
    .execute()
}

export async function loadVisits(tx: Tx, mediationId: string): Promise<FollowUp[]> {
  const rows = await tx.db
    .selectFrom('mediation_visits')
    .selectAll()
    .where('mediation_id', '=', mediationId)
    .orderBy('visited_on')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    visitedOn: row.visited_on,
    result: row.result as VisitResult,
    wordsId: row.words_id,
    nextOn: row.next_on,
  }))
}

/** Notes that the account looked on that day; false where it is noted already. */
export async function insertLook(
  tx: Tx,
  of: Mediation,
  { accountId, name }: { readonly accountId: string; readonly name: string },
  day: string,
): Promise<boolean> {
  const row = await tx.db
    .insertInto('mediation_looks')
    .values({ mediation_id: of.id, account_id: accountId, name, day, reach: [of.roomId] })
    .onConflict((on) => on.doNothing())
    .returning('day')
    .executeTakeFirst()
  return row !== undefined
}

/** Who looked, and on how many days; the latest first. */
export async function selectLooks(tx: Tx, mediationId: string) {
  return tx.db
    .selectFrom('mediation_looks')
    .select(['account_id as accountId'])
    .select((eb) => [
      eb.fn.max('name').as('name'),
      eb.fn.max('day').as('lastOn'),
      eb.fn.countAll<string>().as('days'),
    ])
    .where('mediation_id', '=', mediationId)
    .groupBy('account_id')
    .orderBy('lastOn', 'desc')
    .orderBy('account_id')
    .execute()
}
