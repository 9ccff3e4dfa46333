import { sql, type UpdateObject } from 'kysely'
import type { Tables } from '../../../db/tables.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { iso } from '../../platform/clock.ts'
import { violated } from '../../platform/database.ts'
import type { Tx } from '../../platform/transaction.ts'
import type { RightGround, RightKind, RightRequest } from './contract.ts'
import type { RightTerm } from './due.rule.ts'

/** Who is erased: an entry in the register, a resident's account, or both of one person. */
export interface Subject {
  readonly personId: string | null
  readonly accountId: string | null
}

export interface NewRight {
  readonly id: string
  readonly kind: RightKind
  readonly accountId: string
  readonly personId: string | null
  readonly wordsId: string | null
  readonly askedAt: Temporal.Instant
  readonly dueOn: string
  readonly chain: string
  readonly reach: readonly string[]
}

/** Enters a request. Refuses `rights_asked_already` where the same one waits. */
export async function insertRight(tx: Tx, right: NewRight): Promise<void> {
  try {
    await tx.db
      .insertInto('rights_requests')
      .values({
        id: right.id,
        kind: right.kind,
        account_id: right.accountId,
        person_id: right.personId,
        words_id: right.wordsId,
        stage: 'asked',
        asked_at: right.askedAt.toString(),
        due_on: right.dueOn,
        chain: right.chain,
        reach: [...right.reach],
        seq: 1,
      })
      .execute()
  } catch (error) {
    throw violated(error) === 'rights_requests_once' ? new Refusal('rights_asked_already') : error
  }
}

export async function selectTerms(tx: Tx): Promise<RightTerm[]> {
  const rows = await tx.db
    .selectFrom('rights_terms')
    .select(['kind', 'valid_from as validFrom', 'days'])
    .execute()
  return rows as RightTerm[]
}

/** A request as the desk's use cases need it. */
export interface StandingRight {
  readonly id: string
  readonly kind: RightKind
  readonly accountId: string
  readonly personId: string | null
  readonly stage: RightRequest['stage']
  readonly chain: string
  readonly reach: readonly string[]
  readonly seq: number
}

/** The request. Refuses `not_found` where the asker does not see it. */
export async function loadRight(tx: Tx, id: string): Promise<StandingRight> {
  const row = await tx.db
    .selectFrom('rights_requests')
    .select([
      'id',
      'kind',
      'account_id as accountId',
      'person_id as personId',
      'stage',
      'chain',
      'reach',
      'seq',
    ])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw new Refusal('not_found', { kind: 'right' })
  return { ...row, kind: row.kind as RightKind, stage: row.stage as StandingRight['stage'] }
}

export interface RightAnswer {
  readonly stage: 'granted' | 'refused'
  readonly ground: RightGround | null
  readonly answerId: string | null
  readonly answeredAt: Temporal.Instant
  readonly answeredBy: string | null
}

/** Refuses `rights_answered` or `rights_taken_back` of a request that waits no more. */
export function mustWait(stage: StandingRight['stage']): void {
  if (stage === 'taken_back') throw new Refusal('rights_taken_back')
  if (stage !== 'asked') throw new Refusal('rights_answered')
}

/** Answers a request that waits; its new version. `rights_answered` or `rights_taken_back` for the second of two. */
export async function saveAnswer(
  tx: Tx,
  { id, seq }: Pick<StandingRight, 'id' | 'seq'>,
  answer: RightAnswer,
): Promise<number> {
  return endWaiting(tx, id, {
    stage: answer.stage,
    ground: answer.ground,
    answer_id: answer.answerId,
    answered_at: answer.answeredAt.toString(),
    answered_by: answer.answeredBy,
    seq: seq + 1,
  })
}

/** Takes a request back that waits, by whoever asked; its new version. Refuses as `saveAnswer`. */
export const saveTakenBack = (
  tx: Tx,
  { id, seq }: Pick<StandingRight, 'id' | 'seq'>,
  at: Temporal.Instant,
): Promise<number> => endWaiting(tx, id, { stage: 'taken_back', taken_back_at: at.toString(), seq: seq + 1 })

async function endWaiting(
  tx: Tx,
  id: string,
  ended: UpdateObject<Tables, 'rights_requests'> & { readonly seq: number },
): Promise<number> {
  const row = await tx.db
    .updateTable('rights_requests')
    .set(ended)
    .where('id', '=', id)
    .where('stage', '=', 'asked')
    .returning('id')
    .executeTakeFirst()
  if (!row) mustWait((await loadRight(tx, id)).stage)
  return ended.seq
}

/**
 * Ids of somebody's requests, with the version of each: their account's, and those about their entry in the register by
 * an account of before, with another telephone.
 */
export const selectRightsOf = (tx: Tx, { personId, accountId }: Subject) =>
  tx.db
    .selectFrom('rights_requests')
    .select(['id', 'chain', 'seq'])
    .where((eb) =>
      eb.or([
        ...(accountId === null ? [] : [eb('account_id', '=', accountId)]),
        ...(personId === null ? [] : [eb('person_id', '=', personId)]),
      ]),
    )
    .execute()

/** Requests answered before a moment whose words are still there. */
export const selectAnsweredBefore = (tx: Tx, before: Temporal.Instant) =>
  tx.db
    .selectFrom('rights_requests as r')
    .innerJoin('sealed_texts as t', 't.subject', 'r.id')
    .select(['r.id', 'r.chain', 'r.seq'])
    .distinct()
    .where('r.answered_at', '<', before)
    .where('t.body', 'is not', null)
    .execute()

/** One more line in a request's story. */
export async function advanceRight(tx: Tx, { id, seq }: { id: string; seq: number }): Promise<number> {
  await tx.db
    .updateTable('rights_requests')
    .set({ seq: seq + 1 })
    .where('id', '=', id)
    .execute()
  return seq + 1
}

const rights = (tx: Tx) =>
  tx.db
    .selectFrom('rights_requests as r')
    .leftJoin('sealed_texts as w', 'w.id', 'r.words_id')
    .leftJoin('sealed_texts as a', 'a.id', 'r.answer_id')
    .select(['r.id', 'r.kind', 'r.stage', 'r.ground', 'r.asked_at', 'r.due_on as dueOn'])
    .select(['r.answered_at', 'r.taken_back_at'])
    .select(['r.person_id as personId', 'r.reach', 'w.body as words', 'a.body as answer'])

type Row = Awaited<ReturnType<ReturnType<typeof rights>['execute']>>[number]
const toRequest = (row: Row): RightRequest => ({
  id: row.id,
  kind: row.kind as RightKind,
  stage: row.stage as RightRequest['stage'],
  words: row.words,
  ground: row.ground as RightGround | null,
  answer: row.answer,
  askedAt: iso(row.asked_at),
  dueOn: row.dueOn,
  answeredAt: row.answered_at && iso(row.answered_at),
  takenBackAt: row.taken_back_at && iso(row.taken_back_at),
})

/** What an account asked, the latest first; at most fifty. */
export async function selectOwnRights(tx: Tx, accountId: string): Promise<RightRequest[]> {
  const rows = await rights(tx)
    .where('r.account_id', '=', accountId)
    .orderBy('r.id', 'desc')
    .limit(50)
    .execute()
  return rows.map(toRequest)
}

/** Behind a request in the order of the days that they are due; it may have been answered since it was read. */
const isDueAfter = (id: string) =>
  sql<boolean>`(r.due_on, r.id) > (select k.due_on, k.id from rights_requests k where k.id = ${id})`

/** Waiting requests: of people in no register under these areas, and of people in it under those; up to a bound. */
export async function countWaiting(
  tx: Tx,
  {
    strangersIn,
    peopleIn,
  }: { readonly strangersIn: readonly string[]; readonly peopleIn: readonly string[] },
  bound: number,
): Promise<number> {
  const [row] = await tx.query<{ waiting: number }>(
    'count_waiting_rights',
    `select count(*)::integer as waiting from (
       select from rights_requests where stage = 'asked'
         and reach && case when person_id is null then $1::uuid[] else $2::uuid[] end limit $3) as those`,
    [strangersIn, peopleIn, bound],
  )
  return row!.waiting
}

/**
 * Requests of the asker's areas: those that wait, by the day that they are due; or those that were answered, the latest
 * asked first. `after` is the id of the last one that was read.
 */
export async function selectRights(
  tx: Tx,
  stage: 'asked' | 'answered',
  { after, limit }: { readonly after: string | undefined; readonly limit: number },
): Promise<(RightRequest & { readonly personId: string | null; readonly reach: readonly string[] })[]> {
  const page = rights(tx).limit(limit)
  const rows = await (stage === 'asked'
    ? page
        .where('r.stage', '=', 'asked')
        .$if(after !== undefined, (query) => query.where(isDueAfter(after!)))
        .orderBy('r.due_on')
        .orderBy('r.id')
    : page
        .where('r.stage', '<>', 'asked')
        .$if(after !== undefined, (query) => query.where('r.id', '<', after!))
        .orderBy('r.id', 'desc')
  ).execute()
  return rows.map((row) => ({ ...toRequest(row), personId: row.personId, reach: row.reach }))
}
