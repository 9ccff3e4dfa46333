import type { Kysely } from 'kysely'
import type { Tables } from '../../db/tables.ts'
import { clockRulesOf, responseAccount, unitAccount } from '../cases/door.ts'
import { calendarOf, freshCalendarOf } from '../matters/door.ts'
import { dayOf } from '../platform/clock.ts'
import type { District } from '../platform/ctx.ts'
import type { Follower, JournalLine } from '../platform/follower.ts'
import { againAfter, againIn, takeAgain } from './again.projection.ts'
import { type CaseClocks, caseFacts } from './case-facts.rule.ts'
import type { AssessedLine } from './fact.rule.ts'
import { type DayAt, keepSubjects, keepSupport, refreshSights, takeOut } from './kept.projection.ts'
import { markCounts, markFact } from './mark.rule.ts'
import { factsByMonth, monthOfDay } from './months.rule.ts'
import { type Doer, doerOf } from './posts.rule.ts'
import { closedMonths, readMarks, readStories } from './stories.projection.ts'
import { timingsIn } from './timings.rule.ts'
import { whistleFacts } from './whistle-facts.rule.ts'

/** Stories that are read at once. */
const atOnce = 500

/**
 * Keeps what each case and whistle says of the units that had it, from its story alone. What a story says is said anew
 * with each line of it; a month that becomes final, and a year that was announced, say it of all that they concern, page
 * by page.
 */
export const assessmentFollower: Follower = {
  name: 'assessment',
  lines: 250,
  follow: async (db, lines, district) => {
    const dayAt = dayIn(district)
    await askAgain(db, lines)
    const told = lines.filter(({ kind, seq }) => seq !== null && /^(?:case|whistle)\./.test(kind))
    const marks = lines.filter(({ kind }) => kind === 'assessment.marked')
    const subjects = [
      ...told.map(({ subject }) => subject),
      ...marks.flatMap(({ data: { caseId } }) => (typeof caseId === 'string' ? [caseId] : [])),
    ]
    const last = lines.at(-1)
    if (last) await keep(db, [...new Set(subjects)], last.recordedAt, district)
    await keepSupport(
      db,
      marks.filter(({ data }) => data.kind === 'support'),
      dayAt,
    )
    for (const line of lines) if (line.kind === 'assessment.claim_decided') await takeOut(db, line, dayAt)
    if (lines.some(({ kind }) => kind === 'area.moved')) await refreshSights(db)
  },
  further: async (db, district) => {
    const page = await takeAgain(db, atOnce)
    const [first] = page
    if (first === undefined) return false
    // Another server may have read the line of the year that was announced.
    await freshCalendarOf({ district })
    const subjects = page.map(({ subject }) => subject)
    await keep(db, subjects, first.saidAt, district)
    return page.length === atOnce
  },
  reset: async (db) => {
    await db.deleteFrom('assessment_facts').execute()
    await db.deleteFrom('assessment_sums').execute()
    await db.deleteFrom('assessment_again').execute()
    await db.deleteFrom('worker_timings').execute()
    await db.deleteFrom('worker_groups').execute()
    await db.deleteFrom('worker_parts').execute()
    await db.deleteFrom('post_groups').execute()
  },
}

const dayIn =
  ({ timeZone }: District): DayAt =>
  (at) =>
    dayOf(at, timeZone)

const dayed = (doer: Doer | null, dayAt: DayAt) => doer && { ...doer, day: dayAt(doer.at) }

/** What these lines concern beyond their own stories waits to be told anew. */
async function askAgain(db: Kysely<Tables>, lines: readonly JournalLine[]): Promise<void> {
  for (const { kind, data, recordedAt } of lines) {
    if (kind === 'calendar.announced') await againIn(db, null, recordedAt)
    if (kind !== 'assessment.month_closed') continue
    await againIn(db, String(data.month), recordedAt)
    await againAfter(db, recordedAt)
  }
}

async function keep(
  db: Kysely<Tables>,
  subjects: readonly string[],
  now: Temporal.Instant,
  district: District,
): Promise<void> {
  if (subjects.length === 0) return
  const closed = await closedMonths(db)
  const closedAtOf = (of: string) => closed.find(({ month }) => month === of)?.closedAt ?? null
  const clocks = await clocksOf(district, now)
  const dayAt = dayIn(district)
  const monthOf = (at: Temporal.Instant) => monthOfDay(dayAt(at))
  for (let at = 0; at < subjects.length; at += atOnce) {
    const ids = subjects.slice(at, at + atOnce)
    const stories = await readStories(db, ids)
    const marks = await readMarks(db, ids)
    const kept = ids.flatMap((subject) => {
      const story = stories.get(subject)
      if (!story) return []
      const about = story[0]!.kind.startsWith('case.') ? ('case' as const) : ('whistle' as const)
      const factsOf = (known: readonly AssessedLine[]) =>
        about === 'case' ? caseFacts(known, clocks) : whistleFacts(known)
      const dated = factsByMonth(story, closed, factsOf, monthOf)
      const doer = about === 'case' ? doerOf(story) : () => null
      const facts = dated.map((fact) => ({ ...fact, doer: dayed(doer(fact), dayAt) }))
      const timings = about === 'case' ? timingsIn(story, clocks.unit) : []
      const said = (marks.get(subject) ?? [])
        .map((line) => ({ ...markFact(line), month: monthOf(line.occurredAt) }))
        .filter(({ month }) => markCounts(story, closedAtOf(month)))
      return [
        { subject, about, facts, timings: timings.map((one) => ({ ...one, month: monthOf(one.at) })) },
        { subject, about: 'mark' as const, facts: said, timings: [] },
      ]
    })
    await keepSubjects(db, ids, kept, dayAt)
  }
}

/** The clocks' accounts, each by the version of the catalogue that it runs by; its end says what moment it is. */
async function clocksOf(
  district: District,
  now: Temporal.Instant,
): Promise<
  CaseClocks & {
    readonly unit: (
      story: readonly AssessedLine[],
      unitId: string,
      matter: string | null,
    ) => ReturnType<typeof unitAccount> | null
  }
> {
  const rules = await clockRulesOf({ district, clock: { now: () => now } })
  const calendar = await calendarOf({ district })
  return {
    response: (story) => responseAccount(story, rules.response(story), calendar, story.at(-1)!.occurredAt),
    unit: (story, unitId, matter) => {
      const rule = rules.unit(story, unitId, matter)
      return rule && unitAccount(story, unitId, rule, calendar, story.at(-1)!.occurredAt)
    },
  }
}
