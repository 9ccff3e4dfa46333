import { randomUUID } from 'node:crypto'
import { iso } from '../../platform/clock.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { NewLine } from '../../platform/events.ts'
import type { Tx } from '../../platform/transaction.ts'
import { actOnCase } from '../act.ts'
import { line } from '../events.ts'
import { oneByOne } from '../one-by-one.ts'
import { isOpen } from '../stage.rule.ts'
import { loadStory } from '../story.sql.ts'
import { type ClimbingClock, caseLadderOf } from './case-ladder.ts'
import {
  type DueInstruction,
  markOverdue,
  selectInstructions,
  selectLapsing,
  selectOverdue,
} from './instruction.sql.ts'
import { dueSteps } from './ladder.rule.ts'
import { lapsedLines } from './lapse.ts'
import { type ClimbingCase, selectClimbing } from './next.sql.ts'

/** How many are read at once, and said in one minute at most: what a holiday's end brings is told within a few of them. */
const bounds = { atOnce: 200, most: 2_000 }

/**
 * Says the steps of the ladder whose moment has come; the program does it, every minute. What is due is read from the
 * story again, in the transaction that says it: whoever answered meanwhile, or another server that said it, comes first by
 * the story's next place, and nothing is said after an answer or twice. Returns how many cases climbed. What cannot be said
 * stands in nobody's way: each page begins behind the last one.
 */
export async function climbLadders(system: Ctx, { atOnce, most } = bounds): Promise<number> {
  const now = system.clock.now()
  const climbed = await pageByPage(
    system,
    { atOnce, most },
    (tx, after: ClimbingCase | null) => selectClimbing(tx, now, atOnce, after),
    ({ caseId }) => climb(system, caseId),
  )
  // Ended by its reporter, who sees no instruction: the act that ends a case then ends none of them.
  const left = await system.read((tx) => selectLapsing(tx, atOnce))
  await oneByOne(system, left, (caseId) => lapseLeft(system, caseId))
  const overdue = await pageByPage(
    system,
    { atOnce, most },
    (tx, after: DueInstruction | null) => selectOverdue(tx, now, atOnce, after),
    ({ id, caseId }) => pressInstruction(system, caseId, id),
  )
  return climbed + overdue
}

/** Reads page behind page and works on each item, until `most` were done or none is left. Returns how many were done. */
export async function pageByPage<Item>(
  system: Ctx,
  { atOnce, most }: typeof bounds,
  read: (tx: Tx, after: Item | null) => Promise<readonly Item[]>,
  work: (item: Item) => Promise<boolean>,
): Promise<number> {
  let done = 0
  let after: Item | null = null
  while (done < most) {
    const from: Item | null = after
    const items: readonly Item[] = await system.read((tx) => read(tx, from))
    done += await oneByOne(system, items, work)
    if (items.length < atOnce) break
    after = items.at(-1)!
  }
  return done
}

/** An act without lines of its own: whoever acts ends what has no object any more (`act.ts`). */
const lapseLeft = async (system: Ctx, caseId: string): Promise<boolean> => {
  await actOnCase(system, 'case.press', caseId, { requestId: randomUUID() }, async (before, scene) => ({
    change: {},
    lines: await lapsedLines(scene, before.id, before.stage),
  }))
  return true
}

type Work = (scene: Parameters<Parameters<typeof actOnCase>[4]>[1]) => Promise<readonly NewLine[]>

/** One act of the program; whether it said anything. What somebody's act in between leaves to say, the next minute says. */
async function say(system: Ctx, caseId: string, work: Work): Promise<boolean> {
  let said = false
  await actOnCase(system, 'case.press', caseId, { requestId: randomUUID() }, async (before, scene) => {
    const lines = isOpen(before.stage) ? await work(scene) : []
    said = lines.length > 0
    return { change: {}, lines }
  })
  return said
}

const climb = (system: Ctx, caseId: string): Promise<boolean> =>
  say(system, caseId, async ({ tx, next }) => {
    const clocks = (await caseLadderOf(system))(await loadStory(tx, caseId))
    return clocks.flatMap((clock) => linesOf(clock, system.clock.now(), next))
  })

/** An instruction's time is out: it climbs one step, once. What the district itself gave, the unit's head hears. */
const pressInstruction = (system: Ctx, caseId: string, id: string): Promise<boolean> =>
  say(system, caseId, async ({ tx, next }) => {
    const found = (await selectInstructions(tx, caseId)).find((one) => one.id === id)
    if (!found || !(await markOverdue(tx, id, system.clock.now()))) return []
    const { unitId, giver, dueAt } = found
    const audience = giver === 'street' ? 'district' : 'unit_head'
    const data = { instructionId: id, unitId, giver, audience, dueAt: iso(dueAt) } as const
    return [line('case.instruction_overdue', { ...next(), data })]
  })

const linesOf = (
  { clock, unitId, present, waiting }: ClimbingClock,
  now: Temporal.Instant,
  next: Parameters<Parameters<typeof actOnCase>[4]>[1]['next'],
) =>
  dueSteps(waiting, now).map(({ step, round }) => {
    const dueAt = present.at((totalMs) => totalMs)
    return line('case.climbed', {
      ...next(),
      data: {
        clock,
        unitId,
        step: step.id,
        round,
        kind: step.kind,
        audience: step.audience,
        dueAt: dueAt && iso(dueAt),
      },
    })
  })
