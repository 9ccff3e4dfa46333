import type { Light as LightColour, Stage } from '../../cases/contract.ts'
import { nowMs } from '../clock.ts'
import { Light } from '../kit/light.tsx'
import { useWords } from '../preferences.tsx'
import { sayDue } from '../words/time.ts'

/** Stages in which a unit still owes work: there a resident reads the date by which it must be done. */
const owing: ReadonlySet<Stage> = new Set([
  'accepted',
  'screened',
  'dispatched',
  'signed',
  'handling',
  'returned',
])

/** A light as a resident reads it: a date while something is owed, else how far it is. */
export function ResidentLight({
  light,
  stage,
  dueAt,
}: {
  light: LightColour
  stage: Stage
  dueAt: string | null
}) {
  const words = useWords()
  if (!owing.has(stage) || dueAt === null)
    return <Light light="none">{words.cases.publicStages[stage]}</Light>
  const due = sayDue(words, dueAt, nowMs())
  return <Light light={light}>{light === 'red' ? words.portal.board.overdue(due) : due}</Light>
}
