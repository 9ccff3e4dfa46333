import type { World } from '../world-over.ts'
import { isoOf } from './second-opinion/account.ts'
import { hoursAfter } from './second-opinion/deadline.ts'
import type { Minutes } from './second-opinion/minutes.ts'
import type { Line } from './second-opinion/story.ts'

interface Given {
  readonly id: string
  readonly amount: number
  readonly countedIn: string
}

/** Deadlines of instructions that these lines give: what they say, and what the hours that were given make of it. */
export async function instructedIn(
  world: World,
  lines: readonly Line[],
  minutes: Minutes,
): Promise<{ readonly expected: object; readonly found: object }[]> {
  const given = lines.filter(({ kind }) => kind === 'case.instructed')
  if (given.length === 0) return []
  const rows = await world.sql<Given>(
    'owner',
    'select id, amount, counted_in as "countedIn" from instructions where id = any($1::uuid[])',
    [given.map(({ data }) => data.instructionId)],
  )
  return given.map(({ data, occurred }) => {
    const { amount, countedIn } = rows.find(({ id }) => id === data.instructionId)!
    const expected = { dueAt: isoOf(hoursAfter(occurred, amount, countedIn, minutes)) }
    return { expected, found: { dueAt: data.dueAt } }
  })
}
