import type { askingZh } from '../zh/asking.ts'
import { amountOf } from './amount.ts'
import { inside } from './time.ts'

export const askingEn: typeof askingZh = {
  room: {
    extension: (times, days) =>
      `Left in this case: ${amountOf(times, 'extension')}, ${amountOf(days, 'working day')} in all.`,
    pause: (times, days) =>
      `Left in this case: ${amountOf(times, 'pause')}, of ${amountOf(days, 'working day')} at most.`,
    listing: (day) => `To be reviewed by ${inside(day)} at the latest.`,
    returnToCentre:
      'This case was returned once. Returned again, the district’s centre decides who answers, and that stands.',
  },
  none: {
    extension: 'No extension is left in this case.',
    pause: 'No pause is left in this case.',
    listing: 'This matter cannot be listed.',
    return: 'The district’s centre has decided that this unit answers: it cannot be returned.',
  },
  condition: 'What does it wait for?',
  conditionHint:
    'What must come to pass before it can go on, for example “the year’s repair money is granted”. The review looks at this.',
  conditionNeeded: 'Please say what it waits for, in at least 2 characters.',
}
