import { type Kysely, sql } from 'kysely'
import type { Tables } from '../../../db/tables.ts'
import { newId } from '../../kernel/ids.ts'
import type { Clock } from '../../platform/clock.ts'
import type { District } from '../../platform/ctx.ts'
import type { Follower, JournalLine } from '../../platform/follower.ts'
import { accountsTold } from '../notices.projection.ts'
import { takenBackBy } from '../taken-back.rule.ts'
import { type Told, tellingsIn } from '../tellers.projection.ts'
import type { Telling } from '../telling.rule.ts'
import { gatherSeconds, tellAt } from './quiet.rule.ts'
import { robotsFor } from './robots-told.rule.ts'

/** What is older is no news outside the app: a server that was away for a week does not send a week. */
const newsHours = 24

/**
 * Plans what each line tells by each channel; `sender.ts` sends it. It keeps no projection: told once, by the unique
 * keys of `deliveries` and because lines of the past are none of its business, so that no rebuild sends anything again.
 */
export const deliveryFollower = (clock: Clock): Follower => ({
  name: 'deliveries',
  follow: async (db, lines, district) => {
    const since = clock.now().subtract({ hours: newsHours })
    const fresh = lines.filter(({ recordedAt }) => Temporal.Instant.compare(recordedAt, since) > 0)
    if (fresh.length > 0 && (await hasChannels(db))) {
      // Practice is told in the app alone, where it says that it is: a group takes what it reads for work.
      const tellings = (await tellingsIn(db, fresh)).filter(([, { facts }]) => facts.practice !== true)
      await planOwn(db, tellings, district)
      await planRobots(db, tellings, district)
    }
    await withdraw(db, lines)
  },
  reset: async () => undefined,
})

async function hasChannels(db: Kysely<Tables>): Promise<boolean> {
  const row = await db
    .selectNoFrom((eb) =>
      eb
        .or([
          eb.exists(eb.selectFrom('own_channels').select('id').where('confirmed_at', 'is not', null)),
          eb.exists(eb.selectFrom('group_robots').select('id').where('removed_at', 'is', null)),
        ])
        .as('any'),
    )
    .executeTakeFirstOrThrow()
  return Boolean(row.any)
}

interface Channel {
  readonly id: string
  readonly quiet_from: number
  readonly quiet_until: number
  readonly created_at: Temporal.Instant
}

/** A row that is waiting, as both kinds of channel have it. */
function waiting(line: JournalLine, telling: Telling, channel: Channel, district: District) {
  const urgent = telling.kind === 'alert' || telling.urgent === true
  const quiet = { from: channel.quiet_from, until: channel.quiet_until }
  const gathered = line.recordedAt.add({ seconds: urgent ? 0 : gatherSeconds })
  return {
    id: newId(line.recordedAt.epochMilliseconds),
    kind: telling.kind,
    case_id: telling.caseId,
    facts: JSON.stringify(telling.facts),
    urgent,
    state: 'waiting',
    tries: 0,
    created_at: line.recordedAt.toString(),
    next_at: tellAt(gathered, district.timeZone, quiet, urgent).toString(),
    source_chain: line.chain,
    source_n: line.n,
  }
}

/** Whoever asked to be told is told of what comes from then on. */
const isAfter = ({ recordedAt }: JournalLine, { created_at }: Channel): boolean =>
  Temporal.Instant.compare(recordedAt, created_at) >= 0

async function planOwn(db: Kysely<Tables>, tellings: readonly Told[], district: District): Promise<void> {
  const told = await accountsTold(db, tellings, district)
  if (told.length === 0) return
  const channels = await db
    .selectFrom('own_channels')
    .select(['id', 'account_id', 'quiet_from', 'quiet_until', 'created_at'])
    .where('confirmed_at', 'is not', null)
    .where('account_id', 'in', [...new Set(told.map(([, , accountId]) => accountId))])
    .execute()
  const ofAccount = Map.groupBy(channels, (channel) => channel.account_id)
  const rows = told.flatMap(([line, telling, accountId]) =>
    (ofAccount.get(accountId) ?? [])
      .filter((channel) => isAfter(line, channel))
      .map((channel) => ({
        ...waiting(line, telling, channel, district),
        own_channel_id: channel.id,
        account_id: accountId,
        reach: [],
      })),
  )
  if (rows.length === 0) return
  await db
    .insertInto('deliveries')
    .values(rows)
    .onConflict((on) => on.columns(['own_channel_id', 'source_chain', 'source_n']).doNothing())
    .execute()
}

async function planRobots(db: Kysely<Tables>, tellings: readonly Told[], district: District): Promise<void> {
  const found = await db
    .selectFrom('group_robots')
    .select(['id', 'area_id', 'unit_id', 'reach', 'quiet_from', 'quiet_until', 'created_at'])
    .where('removed_at', 'is', null)
    .where('paused_at', 'is', null)
    .execute()
  const robots = found.map((row) => ({ ...row, areaId: row.area_id, unitId: row.unit_id }))
  const rows = tellings.flatMap(([line, telling]) =>
    robotsFor(telling, robots)
      .filter((robot) => isAfter(line, robot))
      .map((robot) => ({
        ...waiting(line, telling, robot, district),
        robot_id: robot.id,
        reach: robot.reach,
      })),
  )
  if (rows.length === 0) return
  await db
    .insertInto('deliveries')
    .values(rows)
    .onConflict((on) => on.columns(['robot_id', 'source_chain', 'source_n']).doNothing())
    .execute()
}

/** What must not be said any more: what still waits does not leave, and of who is forgotten nothing is kept. */
async function withdraw(db: Kysely<Tables>, lines: readonly JournalLine[]): Promise<void> {
  for (const { by, ids, whose, waitingAlone } of takenBackBy(lines))
    await db
      .deleteFrom('deliveries')
      .where(
        by === 'case'
          ? sql<boolean>`case_id = any (${ids}::uuid[])`
          : sql<boolean>`facts ->> ${by} = any (${ids}::text[])`,
      )
      .$if(whose === 'own', (rows) => rows.where('kind', 'like', 'own%'))
      .$if(whose === 'work', (rows) => rows.where('kind', 'not like', 'own%'))
      .$if(waitingAlone, (rows) => rows.where('next_at', 'is not', null))
      .execute()
}
