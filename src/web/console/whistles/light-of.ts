import type { Light } from '../../../cases/contract.ts'
import type { CallStage, Whistle, WhistleRow } from '../../../cases/whistle/contract.ts'
import type { ConsoleWords } from '../../words/console.ts'

type Timeliness = Whistle['calls'][number]['timeliness']
type Called = Pick<WhistleRow['calls'][number], 'stage' | 'timeliness'>

const lights: Readonly<Record<CallStage, Light>> = {
  named: 'none',
  called: 'none',
  signed: 'none',
  contacted: 'none',
  arrived_elsewhere: 'yellow',
  arrived: 'green',
  acted: 'green',
  refused: 'red',
  declined: 'none',
  absent: 'red',
  released: 'green',
}

/** Which duties were not kept in time: they stay so, whatever the unit did afterwards. */
const brokenOf = ({ sign, report }: Timeliness) =>
  [
    sign === 'late' && ('lateSign' as const),
    report === 'late' && ('lateReport' as const),
    report === 'missed' && ('missedReport' as const),
  ].filter((broken) => broken !== false)

/** Red where a unit has refused, stayed away or never came; yellow where it was late, or nobody knows that it is there. */
export function lightOf({ stage, timeliness }: Called): Light {
  const broken = brokenOf(timeliness)
  if (broken.includes('missedReport')) return 'red'
  return broken.length > 0 && lights[stage] !== 'red' ? 'yellow' : lights[stage]
}

/** How far a unit is, and what it did not keep. */
export function sayCall(words: ConsoleWords, { stage, timeliness }: Called): string {
  const said = words.consoleWhistles
  // Who refused or is absent has come neither in time nor late.
  const broken = stage === 'absent' || stage === 'refused' ? [] : brokenOf(timeliness)
  if (stage === 'signed' && broken.includes('lateSign'))
    return words.common.list([
      said.signedLate,
      ...broken.filter((which) => which !== 'lateSign').map((which) => said[which]),
    ])
  return words.common.list([said.callStages[stage], ...broken.map((which) => said[which])])
}
