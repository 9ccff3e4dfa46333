import { z } from 'zod'
import { atlasOf } from '../../areas/door.ts'
import { newId } from '../../kernel/ids.ts'
import { dayOf } from '../../platform/clock.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { lineWriter } from '../../platform/events.ts'
import { dropOldImports } from '../register/import/drop-import.ts'
import { todayOf } from '../register/person-facts.ts'
import { forgetAnswered } from './erase-subject.ts'
import { RetentionKind, type RetentionReport } from './retention.contract.ts'
import * as rows from './retention.sql.ts'

/** Takes away what is older than a moment; says how much it was. Each thing that goes may leave a line of its own. */
export type Keeper = (ctx: Ctx, before: Temporal.Instant) => Promise<number>

const retentionLine = lineWriter({
  /** What a night's round took away, by rule: numbers alone. Subject: the round. */
  'retention.applied': z.strictObject({ removed: z.record(RetentionKind, z.number().int()) }),
})

/** What this room keeps for a time. */
export const peopleKeepers = {
  sign_in_codes: ({ district }, before) => rows.dropCodes(district.pools.auth, before),
  sessions: ({ district }, before) => rows.dropSessions(district.pools.auth, before),
  looks: ({ district }, before) => rows.dropLooks(district.pools.reader, before),
  care_reasons: (ctx, before) =>
    ctx.transaction((tx) => rows.emptyReasons(tx, dayOf(before, ctx.district.timeZone))),
  register_versions: (ctx, before) => ctx.transaction((tx) => rows.emptyVersions(tx, before)),
  register_imports: dropOldImports,
  rights_words: forgetAnswered,
} satisfies Partial<Record<RetentionKind, Keeper>>

/**
 * Applies every rule that holds today, once a day, as the program itself (个人信息保护法 2021-11-01, Article 19), and
 * enters how much each took away. Returns whether it ran.
 */
export async function applyRetention(
  ctx: Ctx,
  keepers: Readonly<Record<RetentionKind, Keeper>>,
): Promise<boolean> {
  const day = todayOf(ctx)
  const rules = await ctx.read(async (tx) => ((await rows.ranOn(tx, day)) ? [] : rows.rulesOn(tx, day)))
  if (rules.length === 0) return false
  const now = ctx.clock.now()
  const runs: rows.RetentionRun[] = []
  for (const { kind, days } of rules) {
    const before = now.subtract({ hours: 24 * days })
    runs.push({ kind, before, removed: await keepers[kind](ctx, before) })
  }
  const { district } = await atlasOf(ctx)
  await ctx.transaction(async (tx) => {
    await rows.insertRuns(tx, day, now, runs)
    const removed = Object.fromEntries(runs.map((run) => [run.kind, run.removed])) as Record<
      RetentionKind,
      number
    >
    const subject = newId(now.epochMilliseconds)
    tx.record(retentionLine('retention.applied', { chain: district.id, subject, data: { removed } }))
  })
  return true
}

const daysShown = 30

/** The rules that hold today and what the last thirty days' rounds took away. For whoever may verify the journal. */
export async function readRetention(ctx: Ctx): Promise<RetentionReport> {
  ctx.must('journal.verify')
  const today = todayOf(ctx)
  const since = Temporal.PlainDate.from(today).subtract({ days: daysShown }).toString()
  return ctx.read(async (tx) => {
    const runs = await rows.selectRuns(tx, since)
    const longestFirst = (await rows.rulesOn(tx, today)).sort((one, other) => other.days - one.days)
    return {
      rules: longestFirst.map((rule) => ({
        ...rule,
        runs: runs
          .filter(({ kind }) => kind === rule.kind)
          .map(({ day, ranAt, removed }) => ({ day, ranAt, removed })),
      })),
    }
  })
}
