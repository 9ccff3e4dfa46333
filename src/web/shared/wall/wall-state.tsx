import type { Wall } from '../../../cases/wall/contract.ts'
import { nowMs } from '../../clock.ts'
import type { ConsoleWords } from '../../words/console.ts'
import { sayMoment } from '../../words/time.ts'

/** Why the numbers of a wall may be old: its line is lost, or what happened waits to be counted. Else nothing is said. */
export function WallState({
  wall,
  isLost,
  words,
}: {
  wall: Wall | undefined
  isLost: boolean
  words: ConsoleWords
}) {
  const { consoleOverview: said } = words
  const at = (moment: string) => sayMoment(words, moment, nowMs())
  return (
    <p role="status" className="wall-state">
      {wall !== undefined && isLost && said.lost(at(wall.at))}
      {!isLost && wall?.waitingSince && said.waiting(at(wall.waitingSince))}
    </p>
  )
}
