import { figuresLiveAndRebuilt } from '../figures-rebuilt.ts'
import { scratchServer } from '../postgres.ts'
import { writeRandomJournal } from '../random-journal.ts'
import { firstDifference } from '../simulator/difference.ts'
import { worldOver } from '../world-over.ts'

const lines = Number(process.env.FIGURES_LINES ?? 100_000)
const seed = Number(process.env.FIGURES_SEED ?? 1)

/** A random journal by two servers at once; the figures kept meanwhile, made anew, and counted by a second opinion are held to each other. */
export async function figures(): Promise<void> {
  const server = await scratchServer()
  try {
    const world = await worldOver(server, { now: '2026-10-09T09:00:00+08:00', perMinute: 10_000_000 })
    try {
      const began = performance.now()
      const written = await writeRandomJournal(world, { lines, seed })
      const seconds = (performance.now() - began) / 1000
      const { live, rebuilt, secondOpinion } = await figuresLiveAndRebuilt(world)
      const differences = [
        firstDifference(live.figures, rebuilt.figures),
        firstDifference(live.facts, rebuilt.facts),
        firstDifference(secondOpinion, live.figures),
      ]
      console.log(`seed ${seed}: ${written} lines by two servers in ${seconds.toFixed(0)} s`)
      console.log(
        `figures ${Object.keys(live.figures).length}, with their cases ${Object.keys(live.facts).length}`,
      )
      for (const [index, what] of ['live and rebuilt', 'their cases', 'a second opinion and live'].entries())
        console.log(`${what.padEnd(28)} ${differences[index] ?? 'equal'}`)
      if (differences.some(Boolean)) process.exitCode = 1
    } finally {
      await world.close()
    }
  } finally {
    await server.close()
  }
}
