import { type Kysely, sql } from 'kysely'
import type { Tables } from '../../db/tables.ts'
import {
  selectActionsToTell,
  selectAlertPaths,
  selectEmergenciesToTell,
  selectPassedToTell,
  selectToldCases,
  selectWhistlesToTell,
  type ToldCase,
} from '../cases/door.ts'
import { idFrom } from '../kernel/ids.ts'
import { selectAskers } from '../neighbours/door.ts'
import { selectDeputies, selectPostHolders } from '../people/door.ts'
import { dayOf } from '../platform/clock.ts'
import type { District } from '../platform/ctx.ts'
import type { Follower, JournalLine } from '../platform/follower.ts'
import { accountsOf, audienceKinds } from './audience.rule.ts'
import { isToldOfEmergency, tellEmergency } from './emergency-telling.rule.ts'
import { tellHandOver } from './hand-over-telling.rule.ts'
import { ladderTellings } from './ladder-telling.rule.ts'
import { passedKinds, passedTellings } from './passed-telling.rule.ts'
import { actionKinds, actionTellings } from './station-telling.rule.ts'
import {
  type About,
  isToldOfQuestion,
  storyKinds,
  type Telling,
  tellAlert,
  tellAsker,
  tellHolder,
  tellingsOf,
  toldKinds,
} from './telling.rule.ts'
import { whistleKinds, whistleTellings } from './whistle-telling.rule.ts'

/**
 * Tells of each line whom it concerns. One line tells one account one thing, once: told again, it is the same notice
 * with the same id, so that a rebuild makes what was there.
 */
export const noticesFollower: Follower = {
  name: 'notices',
  follow: async (db, lines, district) => {
    await keepNotices(db, await tellingsIn(db, lines), district)
    await hideConfidential(db, lines)
    await forgetReporters(db, lines)
    await forgetAskers(db, lines)
  },
  // What was read keeps its mark: reading is no line of the journal.
  reset: async (db) => {
    await db.deleteFrom('notices').where('read_at', 'is', null).execute()
  },
}

export type Told = readonly [JournalLine, Telling]

/** What these lines tell, and to what audience. */
export const tellingsIn = async (db: Kysely<Tables>, lines: readonly JournalLine[]): Promise<Told[]> => [
  ...(await tellAlerts(db, lines)),
  ...(await tellEmergencies(db, lines)),
  ...(await tellCases(db, lines)),
  ...(await tellWhistles(db, lines)),
  ...(await tellActions(db, lines)),
  ...(await tellPassed(db, lines)),
  ...(await tellAskers(db, lines)),
  ...lines.flatMap((line) =>
    [...tellHandOver(line), ...tellHolder(line)].map((telling) => [line, telling] as const),
  ),
]

async function tellAlerts(db: Kysely<Tables>, lines: readonly JournalLine[]): Promise<Told[]> {
  const alerts = lines.filter((line) => line.kind === 'emergency.alerted')
  const paths = await selectAlertPaths(
    db,
    alerts.map((line) => line.subject),
  )
  return alerts.flatMap((line) =>
    tellAlert(line, paths.get(line.subject) ?? []).map((telling) => [line, telling] as const),
  )
}

async function tellEmergencies(db: Kysely<Tables>, lines: readonly JournalLine[]): Promise<Told[]> {
  const telling = lines.filter(isToldOfEmergency)
  const abouts = await selectEmergenciesToTell(
    db,
    telling.map((line) => line.subject),
  )
  return telling.flatMap((line) => {
    const about = abouts.get(line.subject)
    return about ? tellEmergency(line, about).map((one) => [line, one] as const) : []
  })
}

async function tellCases(db: Kysely<Tables>, lines: readonly JournalLine[]): Promise<Told[]> {
  const telling = lines.filter((line) => toldKinds.has(line.kind))
  const ids = [...new Set(telling.map((line) => line.subject))]
  const cases = await selectToldCases(db, ids)
  const stories = await selectStories(db, ids, storyKinds)
  return telling.flatMap((line) => {
    const told = cases.get(line.subject)
    if (!told) return []
    const before = (stories.get(line.subject) ?? []).filter(({ seq }) => seq! < line.seq!)
    const about: About = { told, before, joined: joinedBy(line, before, cases) }
    return [...tellingsOf(line, about), ...ladderTellings(line, about)].map((one) => [line, one] as const)
  })
}

async function tellWhistles(db: Kysely<Tables>, lines: readonly JournalLine[]): Promise<Told[]> {
  const telling = lines.filter((line) => whistleKinds.has(line.kind))
  const ids = [...new Set(telling.map((line) => line.subject))]
  const whistles = await selectWhistlesToTell(db, ids)
  const moves = await selectStories(db, ids, ['whistle.reach_moved'])
  return telling.flatMap((line) => {
    const whistle = whistles.get(line.subject)
    if (!whistle) return []
    const moved = (moves.get(line.subject) ?? []).findLast(({ seq }) => seq! < line.seq!)
    const reach = (moved?.data.reach as readonly string[] | undefined) ?? whistle.firstReach
    return whistleTellings(line, { whistle, reach }).map((one) => [line, one] as const)
  })
}

async function tellActions(db: Kysely<Tables>, lines: readonly JournalLine[]): Promise<Told[]> {
  const telling = lines.filter((line) => actionKinds.has(line.kind))
  const actions = await selectActionsToTell(
    db,
    telling.map((line) => line.subject),
  )
  return telling.flatMap((line) => {
    const action = actions.get(line.subject)
    return action ? actionTellings(line, action).map((one) => [line, one] as const) : []
  })
}

async function tellPassed(db: Kysely<Tables>, lines: readonly JournalLine[]): Promise<Told[]> {
  const telling = lines.filter((line) => passedKinds.has(line.kind))
  const known = await selectPassedToTell(
    db,
    telling.map((line) => line.subject),
  )
  return telling.flatMap((line) => {
    const passed = known.get(line.subject)
    return passed ? passedTellings(line, passed).map((one) => [line, one] as const) : []
  })
}

async function tellAskers(db: Kysely<Tables>, lines: readonly JournalLine[]): Promise<Told[]> {
  const answered = lines.filter(isToldOfQuestion)
  const askers = await selectAskers(
    db,
    answered.map((line) => line.subject),
  )
  return answered.flatMap((line) =>
    tellAsker(line, askers.get(line.subject)).map((telling) => [line, telling] as const),
  )
}

/** The cases that this one had taken in by then, each with all that it had taken in itself. */
function joinedBy(
  line: JournalLine,
  before: About['before'],
  cases: ReadonlyMap<string, ToldCase>,
): ToldCase[] {
  const taken = [...before, line].flatMap(({ kind, data }) =>
    kind === 'case.took_in' ? [String(data.caseId)] : [],
  )
  const withOwn = (id: string, into: string): ToldCase[] => {
    const told = cases.get(id)
    if (told?.joinedInto !== into) return []
    return [told, ...[...cases.values()].flatMap((other) => withOwn(other.id, id))]
  }
  return [...new Set(taken)].flatMap((id) => withOwn(id, line.subject))
}

type StoryPart = Pick<JournalLine, 'kind' | 'data' | 'seq'>

async function selectStories(
  db: Kysely<Tables>,
  subjects: readonly string[],
  kinds: readonly string[],
): Promise<Map<string, StoryPart[]>> {
  if (subjects.length === 0) return new Map()
  const rows = await db
    .selectFrom('journal')
    .select(['subject', 'seq', 'kind', 'data'])
    .where('subject', 'in', [...subjects])
    .where('seq', 'is not', null)
    .where('kind', 'in', [...kinds])
    .orderBy('subject')
    .orderBy('seq')
    .execute()
  const parts = rows.map((row) => ({ ...row, data: row.data as JournalLine['data'] }))
  return Map.groupBy(parts, (part) => part.subject)
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

/** A case that turns out to be confidential is nobody's news any more, but its reporter's; its whistles are nobody's. */
async function hideConfidential(db: Kysely<Tables>, lines: readonly JournalLine[]): Promise<void> {
  const ids = lines
    .filter(({ kind, data }) => kind === 'case.screened' && data.confidential === true)
    .map((line) => line.subject)
  if (ids.length > 0)
    await db.deleteFrom('notices').where('case_id', 'in', ids).where('kind', 'not like', 'own%').execute()
  const actions = lines.filter(({ kind }) => kind === 'action.hidden').map((line) => line.subject)
  if (actions.length > 0)
    await db
      .deleteFrom('notices')
      .where(sql<boolean>`facts ->> 'actionId' = any (${actions}::text[])`)
      .execute()
  const whistles = lines.filter(({ kind }) => kind === 'whistle.hidden').map((line) => line.subject)
  if (whistles.length > 0)
    await db
      .deleteFrom('notices')
      .where(sql<boolean>`facts ->> 'whistleId' = any (${whistles}::text[])`)
      .execute()
}

/** Who reported was erased: that an account was told of the case would say it still. */
async function forgetReporters(db: Kysely<Tables>, lines: readonly JournalLine[]): Promise<void> {
  const ids = lines.filter(({ kind }) => kind === 'case.reporter_erased').map((line) => line.subject)
  if (ids.length === 0) return
  await db.deleteFrom('notices').where('case_id', 'in', ids).where('kind', 'like', 'own%').execute()
}

/** A question was taken back: that an account was told of its answer would say still who asked. */
async function forgetAskers(db: Kysely<Tables>, lines: readonly JournalLine[]): Promise<void> {
  const ids = lines.filter(({ kind }) => kind === 'question.taken_back').map((line) => line.subject)
  if (ids.length === 0) return
  await db.deleteFrom('notices').where(sql<boolean>`facts ->> 'questionId' = any (${ids}::text[])`).execute()
}
