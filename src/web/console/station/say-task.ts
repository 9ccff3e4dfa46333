import type { ActionTask } from '../../../cases/station/action.contract.ts'
import type { ConsoleWords } from '../../words/console.ts'

type Told = Pick<ActionTask, 'stage' | 'late'>

/** The light of a task: what was not done is red, what is open yellow, or red past its time. */
export function lightOfTask({ stage, late }: Told): 'green' | 'yellow' | 'red' | 'none' {
  if (stage === 'open') return late ? 'red' : 'yellow'
  if (stage === 'done') return 'green'
  return stage === 'undone' ? 'red' : 'none'
}

/** How far a task is. */
export function sayTask({ consoleStation: said }: ConsoleWords, { stage, late }: Told): string {
  if (stage === 'open' && late) return said.lateTask
  return stage === 'done' && late ? said.doneLate : said.tasks[stage]
}
