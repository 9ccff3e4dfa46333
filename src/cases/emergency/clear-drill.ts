import { randomUUID } from 'node:crypto'
import type { Ctx } from '../../platform/ctx.ts'
import { actOnCase } from '../act.ts'
import type { Stage } from '../contract.ts'
import { line } from '../events.ts'
import { oneByOne } from '../one-by-one.ts'
import { move, moves } from '../stage.rule.ts'
import { drillIsOver, endPractice } from '../whistle/end-practice.ts'
import { selectPracticeCases, selectPracticeWhistles } from './clear-drill.sql.ts'

/** From which a case may be taken back: what was resolved goes its way to the end. */
const withdrawable = (Object.keys(moves) as Stage[]).filter((stage) => moves[stage].includes('withdrawn'))

const atOnce = 200
/** Where somebody acted on one at the same moment, it is tried again. */
const rounds = 3

/**
 * A drill is over: nobody owes its practice a step any more. Its whistles that sound are ended, whoever is on the way or on
 * the spot being released first, and its open cases are taken back. What the program does because of the end, by the way
 * of every other act; run again it finds nothing left.
 */
export async function clearDrill(system: Ctx, modeId: string): Promise<void> {
  await untilNone(
    () => system.read((tx) => selectPracticeWhistles(tx, modeId, atOnce)),
    (ids) => oneByOne(system, ids, (id) => endPractice(system, id)),
  )
  await untilNone(
    () => system.read((tx) => selectPracticeCases(tx, modeId, withdrawable, atOnce)),
    (ids) => oneByOne(system, ids, (id) => takeBack(system, id)),
  )
}

async function untilNone(
  read: () => Promise<readonly string[]>,
  work: (ids: readonly string[]) => Promise<number>,
): Promise<void> {
  let idle = 0
  for (let ids = await read(); ids.length > 0 && idle < rounds; ids = await read()) {
    idle = (await work(ids)) === 0 ? idle + 1 : 0
  }
}

async function takeBack(system: Ctx, caseId: string): Promise<boolean> {
  await actOnCase(system, 'case.screen', caseId, { requestId: randomUUID() }, async (before, scene) => {
    const stage = move(before.stage, 'withdrawn')
    const { commits } = await scene.keep([{ kind: 'reason', body: drillIsOver }])
    return {
      change: { stage, clockStopped: true, closedAt: system.clock.now() },
      lines: [line('case.withdrawn', { ...scene.next(), data: { commits } })],
    }
  })
  return true
}
