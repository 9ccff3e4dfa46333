import type { Kysely } from 'kysely'
import type { Tables } from '../../db/tables.ts'
import { selectToldCases, selectWhistlesToTell, type ToldCase, type WhistleToTell } from '../cases/door.ts'
import type { JournalLine } from '../platform/follower.ts'
import { type About, storyKinds } from './telling.rule.ts'

type StoryPart = Pick<JournalLine, 'kind' | 'data' | 'seq'>

/** A case with its story, and the cases that were joined into it. */
interface CaseStory {
  readonly told: ToldCase
  readonly story: readonly StoryPart[]
  readonly cases: ReadonlyMap<string, ToldCase>
}

/** A whistle, and where its place was moved to. */
interface WhistleStory {
  readonly whistle: WhistleToTell
  readonly moves: readonly StoryPart[]
}

/** These cases, each with what its lines say of one another. */
export async function selectCaseStories(
  db: Kysely<Tables>,
  ids: readonly string[],
): Promise<Map<string, CaseStory>> {
  const cases = await selectToldCases(db, ids)
  const stories = await selectStories(db, ids, storyKinds)
  return new Map([...cases].map(([id, told]) => [id, { told, story: stories.get(id) ?? [], cases }]))
}

/** The case as it stood just before the line. */
export function aboutOf(line: JournalLine, { told, story, cases }: CaseStory): About {
  const before = story.filter(({ seq }) => seq! < line.seq!)
  return { told, before, joined: joinedBy(line, before, cases) }
}

/** These whistles, each with its moves. */
export async function selectWhistleStories(
  db: Kysely<Tables>,
  ids: readonly string[],
): Promise<Map<string, WhistleStory>> {
  const whistles = await selectWhistlesToTell(db, ids)
  const moves = await selectStories(db, ids, ['whistle.reach_moved'])
  return new Map([...whistles].map(([id, whistle]) => [id, { whistle, moves: moves.get(id) ?? [] }]))
}

/** Who looked after the whistle's place when the line was written, from the district down. */
export function reachOf(line: JournalLine, { whistle, moves }: WhistleStory): readonly string[] {
  const moved = moves.findLast(({ seq }) => seq! < line.seq!)
  return (moved?.data.reach as readonly string[] | undefined) ?? whistle.firstReach
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
