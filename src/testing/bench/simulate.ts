import { scratchServer } from '../postgres.ts'
import { dawnOf, type Outcome, simulate } from '../simulator/simulate.ts'
import { worldOver } from '../world-over.ts'

const seed = Number(process.env.SIMULATE_SEED ?? 1)
const days = Number(process.env.SIMULATE_DAYS ?? 90)
const lives = Number(process.env.SIMULATE_LIVES ?? 10_000)
/** Of so many touched cases one is read by its page too. */
const pageOfEach = Number(process.env.SIMULATE_PAGE_OF_EACH ?? 1)
/** From National Day, its make-up workdays, into the days that next year's notice sets. */
const firstDay = process.env.SIMULATE_FROM ?? '2026-10-05'

/** Ninety days of a town and ten thousand lives, each step held to the second opinion; ends at the first difference. */
export async function simulateTown(): Promise<void> {
  const server = await scratchServer()
  try {
    const world = await worldOver(server, { now: dawnOf(firstDay), perMinute: 10_000_000 })
    try {
      const beganMs = performance.now()
      const outcome = await simulate(world, { seed, days, lives, roundEach: 15, pageOfEach }, console.error)
      report(outcome, (performance.now() - beganMs) / 1000)
    } finally {
      // Before its server: a difference would else drown in the pools' cries.
      await world.close()
    }
  } finally {
    await server.close()
  }
}

function report({ lives: lived, acts, refusals, checks, rounds }: Outcome, seconds: number): void {
  const table = (rows: Iterable<readonly [string, number]>) => {
    for (const [name, count] of rows) console.log(`${name.padEnd(36)} ${String(count).padStart(9)}`)
  }
  const sum = (counts: ReadonlyMap<string, number>) => [...counts.values()].reduce((all, one) => all + one, 0)
  const sorted = (counts: ReadonlyMap<string, number>) =>
    [...counts].sort(([, one], [, other]) => other - one)
  table([
    ['seed', seed],
    ['days', days],
    ['lives', lived],
    ['rounds of the minute', rounds],
    ['acts', sum(acts)],
  ])
  table(sorted(acts).map(([kind, count]) => [`  ${kind}`, count]))
  table([['refusals', sum(refusals)]])
  table(sorted(refusals).map(([code, count]) => [`  ${code}`, count]))
  table(Object.entries(checks).map(([what, count]) => [`checked: ${what}`, count]))
  table([
    ['differences', 0],
    ['seconds', Math.round(seconds)],
  ])
}
