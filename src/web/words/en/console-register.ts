import type { ConsoleRegisterWords } from '../zh/console-register.ts'
import { inside } from './time.ts'

export const consoleRegisterEn: ConsoleRegisterWords = {
  moveIn: {
    open: 'Somebody registered moves here',
    find: 'Find somebody who is registered',
    findHint: 'By name, initials, or the last four characters of the identity number or telephone.',
    who: 'Who moves here',
    whoMissing: 'Please find the person and choose them',
    fromDay: 'Since which day',
    fromDayHint: 'Today, if you leave it.',
    next: 'Whoever comes to live here has left their last home on that day; what they own stays theirs.',
    send: 'Register the move',
    done: 'The move is registered',
  },
  editHome: 'Correct number and use',
  editHomeDone: 'Corrected',
  homeUse: 'Used as',
  closeHome: {
    open: 'Close this home',
    lived:
      'A home with people in the register cannot be closed. Note first that they left; that an owner owns it no more is noted in the same way.',
    ask: (address) => `Close ${address}?`,
    when: 'Only if it was pulled down, joined with another home, or entered by mistake.',
    next: 'A closed home takes nobody in any more, and this cannot be undone. Who lived there can still be seen on their own pages.',
    send: 'Close it',
    done: 'Closed',
    endedOn: (day) => `closed ${inside(day)}`,
  },
  reviewCare: {
    open: 'Review',
    openFor: (kind) => `Review: ${kind}`,
    lead: 'If you asked again today and it is still needed, give it a new day.',
    tooLong: 'What has stood for a year needs a new consent and a new flag.',
    send: 'Still needed',
    done: 'Reviewed',
    reviewedOn: (day) => `reviewed ${inside(day)}`,
  },
}
