import type { consolePrecedentsZh } from '../zh/console-precedents.ts'
import { inside } from './time.ts'

export const consolePrecedentsEn: typeof consolePrecedentsZh = {
  title: 'Precedents',
  lead: 'On a second return the district’s centre settles who answers. That unit is proposed first when such a matter is dispatched in that place again; to send it elsewhere needs a reason.',
  show: 'Which ones',
  states: { standing: 'Those that hold', ended: 'Those that are over' },
  matter: 'By matter',
  none: { standing: 'There is no precedent yet', ended: 'No precedent has been ended' },
  noneNext:
    'When a unit returns a case for the second time and the centre settles it, it is remembered here.',
  titleOf: (matter, unit) => `${matter}: ${unit} answers`,
  decided: (moment) => `Settled: ${moment}`,
  ended: (moment) => `Over since ${inside(moment)}`,
  replaced: 'A later word took its place',
  endedBecause: (reason) => `Why it was ended: ${reason}`,
  reason: (reason) => `Why: ${reason}`,
  noReason: 'The reason stands in the case, which you do not see.',
  caseOf: (number) => `Said in case ${number}`,
  matterGone: 'A matter that is no more',
  count: (shown, hasMore) => (hasMore ? `The first ${shown} are here, more follow` : `${shown} in all`),
  end: {
    open: 'End it',
    openOf: (what) => `End it: ${what}`,
    title: 'End this precedent',
    hint: 'From then on the catalogue’s unit is proposed again. What was settled in that case stays.',
    reason: 'Why?',
    send: 'End it',
  },
}
