import type { NewLine } from '../../platform/events.ts'
import type { Scene } from '../act.ts'
import type { Stage } from '../contract.ts'
import { line } from '../events.ts'
import { isEnded } from '../stage.rule.ts'
import { lapseInstructions } from './instruction.sql.ts'

/** Lines with which a unit's part in a case may end. */
const endings: ReadonlySet<string> = new Set(['case.resolved', 'case.request_decided', 'case.arbitrated'])

/** Whether a deed may leave an instruction without an object: a part has ended, or the case. */
export const mayLapse = (stage: Stage, lines: readonly Pick<NewLine, 'kind'>[]): boolean =>
  isEnded(stage) || lines.some(({ kind }) => endings.has(kind))

/**
 * Ends the instructions (督办件) of parts that have ended, or all of a case that has, and says so in its story: a case
 * that is done again begins without them. `stage` is the case's own, after the deed.
 */
export async function lapsedLines(
  { tx, next, at }: Pick<Scene, 'tx' | 'next' | 'at'>,
  caseId: string,
  stage: Stage,
): Promise<NewLine[]> {
  const lapsed = await lapseInstructions(tx, caseId, at, isEnded(stage))
  return lapsed.map(({ id, unitId }) =>
    line('case.instruction_lapsed', { ...next(), data: { instructionId: id, unitId } }),
  )
}
