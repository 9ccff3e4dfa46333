import type { Kysely } from 'kysely'
import type { Tables } from '../../../db/tables.ts'
import { dayOf } from '../../platform/clock.ts'
import type { Follower, JournalLine } from '../../platform/follower.ts'
import { addToCounts } from '../../platform/kept-counts.ts'
import { cellsOf, type Day } from './cells.rule.ts'
import { factDays } from './contract.ts'
import { type CountedLine, type CountedStory, countedOf } from './counted.rule.ts'
import { figureCounts, keepFacts, newestLine, readPaths, readStoriesTo } from './figures-kept.sql.ts'

/**
 * Figures per area, day or month, matter and count. Of every case that the lines speak of, what its story says up to them
 * is added and what it said before is taken away: whatever order lines come in, and however they are cut into steps, the
 * sum is what the stories say.
 */
export const figuresFollower: Follower = {
  name: 'figures',
  follow: async (db, lines, district) => {
    const told = Map.groupBy(
      lines.filter(({ kind, seq }) => seq !== null && kind.startsWith('case.')),
      ({ subject }) => subject,
    )
    const changes = told.size === 0 ? [] : await changesOf(db, told)
    const dayAt = (at: Temporal.Instant) => dayOf(at, district.timeZone)
    await addToCounts(db, figureCounts, cellsOf(changes.flatMap((change) => daysOf(change, dayAt))))
    const facts = changes.flatMap(({ caseId, path, now }) =>
      now.counted.map((each) => ({
        ...each,
        caseId,
        matter: now.matter,
        areas: path.slice(0, now.depth),
      })),
    )
    await keepFacts(db, [...told.keys()], facts, factsSince(await newestLine(db), district.timeZone))
  },
  reset: async (db) => {
    await db.deleteFrom('figures').execute()
    await db.deleteFrom('figure_facts').execute()
  },
}

/** A case whose story went on: what it counted before these lines, and what it counts after them. */
interface Change {
  readonly caseId: string
  readonly path: readonly string[]
  readonly before: CountedStory
  readonly now: CountedStory
}

async function changesOf(
  db: Kysely<Tables>,
  told: ReadonlyMap<string, readonly JournalLine[]>,
): Promise<Change[]> {
  const paths = await readPaths(db, [...told.keys()])
  const stories = await storiesOf(db, told)
  return [...told].map(([caseId, lines]) => {
    const story = stories.get(caseId)!
    const before = countedOf(story.filter(({ seq }) => seq < lines[0]!.seq!))
    return { caseId, path: paths.get(caseId) ?? [], before, now: countedOf(story) }
  })
}

const daysOf = ({ path, before, now }: Change, dayAt: (at: Temporal.Instant) => string): Day[] => [
  ...daysIn(before, path, dayAt, -1),
  ...daysIn(now, path, dayAt, 1),
]

const daysIn = (
  { matter, depth, counted }: CountedStory,
  path: readonly string[],
  dayAt: (at: Temporal.Instant) => string,
  by: 1 | -1,
): Day[] => {
  const areas = path.slice(0, depth)
  return counted.map(({ count, at }) => ({ areas, day: dayAt(at), matter, count, by }))
}

/** The first moment of the days whose figures open to their cases. */
export const factsSince = (now: Temporal.Instant, timeZone: string): Temporal.Instant =>
  now
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .subtract({ days: factDays })
    .toZonedDateTime(timeZone)
    .toInstant()

/** Each case's lines up to the last of these; read only where they do not begin with its first. */
async function storiesOf(
  db: Kysely<Tables>,
  told: ReadonlyMap<string, readonly JournalLine[]>,
): Promise<Map<string, CountedLine[]>> {
  const begun = [...told].flatMap(([caseId, lines]) =>
    lines[0]!.seq === 1 ? [] : [{ caseId, before: lines[0]!.seq! }],
  )
  const earlier = await readStoriesTo(db, begun)
  return new Map(
    [...told].map(([caseId, lines]) => [
      caseId,
      [...(earlier.get(caseId) ?? []), ...lines.map((line) => ({ ...line, seq: line.seq! }))],
    ]),
  )
}
