import { type Kysely, sql } from 'kysely'
import type { Tables } from '../../db/tables.ts'
import { idFrom } from '../kernel/ids.ts'
import { selectDeputies, selectPostHolders } from '../people/door.ts'
import { dayOf } from '../platform/clock.ts'
import type { District } from '../platform/ctx.ts'
import type { Follower, JournalLine } from '../platform/follower.ts'
import { accountsOf, audienceKinds } from './audience.rule.ts'
import { takenBackBy } from './taken-back.rule.ts'
import { type Told, tellingsIn } from './tellers.projection.ts'
import type { Telling } from './telling.rule.ts'

/**
 * Tells of each line whom it concerns. One line tells one account one thing, once: told again, it is the same notice
 * with the same id, so that a rebuild makes what was there.
 */
export const noticesFollower: Follower = {
  name: 'notices',
  follow: async (db, lines, district) => {
    await keepNotices(db, await tellingsIn(db, lines), district)
    await takeBack(db, lines)
  },
  // What was read keeps its mark: reading is no line of the journal.
  reset: async (db) => {
    await db.deleteFrom('notices').where('read_at', 'is', null).execute()
  },
}

/** Rows for one statement: its parameters are counted. */
const rowsAtOnce = 1000

/** The accounts that each telling reaches: those whose posts were held, or stood in for, on the line's day. */
export async function accountsTold(
  db: Kysely<Tables>,
  tellings: readonly Told[],
  district: District,
): Promise<(readonly [JournalLine, Telling, accountId: string])[]> {
  const audiences = tellings.map(([, { audience }]) => audience)
  const wanted = {
    kinds: audienceKinds,
    unitIds: audiences.flatMap((audience) => ('unitIds' in audience ? audience.unitIds : [])),
    areaIds: audiences.flatMap((audience) => ('areaIds' in audience ? audience.areaIds : [])),
  }
  const holders = [
    ...(await selectPostHolders(db, wanted)),
    ...(await selectDeputies(db, wanted, district.timeZone)),
  ]
  return tellings.flatMap(([line, telling]) =>
    accountsOf(telling, line, holders, dayOf(line.recordedAt, district.timeZone)).map(
      (accountId) => [line, telling, accountId] as const,
    ),
  )
}

async function keepNotices(db: Kysely<Tables>, tellings: readonly Told[], district: District): Promise<void> {
  const rows = (await accountsTold(db, tellings, district)).map(([line, telling, accountId]) => ({
    id: idFrom(line.recordedAt.epochMilliseconds, line.n, `${accountId}/${line.chain}/${line.n}`),
    account_id: accountId,
    case_id: telling.caseId,
    kind: telling.kind,
    facts: JSON.stringify(telling.facts),
    created_at: line.recordedAt.toString(),
    source_chain: line.chain,
    source_n: line.n,
  }))
  for (let at = 0; at < rows.length; at += rowsAtOnce)
    await db
      .insertInto('notices')
      .values(rows.slice(at, at + rowsAtOnce))
      .onConflict((on) => on.columns(['account_id', 'source_chain', 'source_n']).doNothing())
      .execute()
}

/** What was told before, and must not be said any more. */
async function takeBack(db: Kysely<Tables>, lines: readonly JournalLine[]): Promise<void> {
  for (const { by, ids, whose } of takenBackBy(lines))
    await db
      .deleteFrom('notices')
      .where(
        by === 'case'
          ? sql<boolean>`case_id = any (${ids}::uuid[])`
          : sql<boolean>`facts ->> ${by} = any (${ids}::text[])`,
      )
      .$if(whose === 'own', (rows) => rows.where('kind', 'like', 'own%'))
      .$if(whose === 'work', (rows) => rows.where('kind', 'not like', 'own%'))
      .execute()
}
