import type { consoleApprovalsZh } from '../zh/console-approvals.ts'
import { amountOf } from './amount.ts'

export const consoleApprovalsEn = {
  title: 'Waiting for my decision',
  count: (n) => (n === 1 ? '1 request waits for your decision' : `${n} requests wait for your decision`),
  more: (n) => `The first ${n} are here, more follow`,
  none: 'Nothing waits for your decision',
  noneNext: 'When a unit asks for more time, a pause, a listing or a return, it comes here.',
  noReason: 'No reason was given.',
  before: (n) =>
    n === 1
      ? 'This unit was granted something in this case once before'
      : `This unit was granted something in this case ${n} times before`,
  reopened: (n) => (n === 1 ? 'This case was done again' : `This case was done again ${n} times`),
  now: 'Now',
  after: 'Once granted',
  due: (due) => `Due: ${due}`,
  noDue: 'No time is counted, there is no deadline',
  gone: 'This unit leaves the case, which goes back to be dispatched.',
  story: 'See the whole story',
  waitsFor: (condition) => `Waits for: ${condition}`,
  dispute: 'A second return: settle who answers',
  returnedBefore: (unit, moment) => `${unit} gave it back before (${moment})`,
  left: {
    extension: (times, days) =>
      `Left before this: ${amountOf(times, 'extension')}, ${amountOf(days, 'working day')} in all`,
    pause: (times, days) =>
      `Left before this: ${amountOf(times, 'pause')}, of ${amountOf(days, 'working day')} at most`,
    listing: (days) => `A listing is reviewed within ${amountOf(days, 'day')}`,
  },
  settled: (asked) => `Settled: ${asked}`,
  listings: {
    title: 'Reviews of long-term listings',
    lead: 'On its review day: if what it waits for has come to pass, strike it off and its time runs on; if not, keep it listed until another day.',
    show: 'Which ones',
    due: 'To be reviewed now',
    all: 'All listings',
    none: 'No listing is to be reviewed now',
    noneAtAll: 'Nothing is listed for the long term',
    reviewOn: (day) => `Review day: ${day}`,
    dueCount: (n) => (n === 1 ? '1 listing is to be reviewed' : `${n} listings are to be reviewed`),
    isDue: 'To be reviewed now',
    since: (moment) => `Listed: ${moment}`,
    titleOf: (unit, what) => `${unit}: ${what}`,
    keep: 'Keep it listed',
    keepOf: (what) => `Keep it listed: ${what}`,
    unlist: 'Strike it off, let its time run',
    unlistOf: (what) => `Strike it off: ${what}`,
    own: 'It is your own unit’s: another desk reviews it.',
  },
  asked: (moment) => `Asked: ${moment}`,
  grant: 'Grant',
  refuse: 'Refuse',
  confirm: {
    extension: 'Yes, grant the extension',
    pause: 'Yes, grant the pause',
    listing: 'Yes, grant the listing',
    return: 'Yes, grant the return',
  },
  why: 'Why not? Tap a reason and it is sent; the unit reads it.',
  refusals: {
    extension: [
      'It can still be done in time, please hurry',
      'The reason is not specific enough, please say more and ask again',
    ],
    pause: [
      'It can be done now, there is nothing to wait for',
      'The reason is not specific enough, please say more and ask again',
    ],
    listing: [
      'It can be done before long, please go on',
      'The reason is not specific enough, please say more and ask again',
    ],
    return: [
      'It is your unit’s to do, please go on',
      'The reason is not specific enough, please say more and ask again',
    ],
  },
  other: 'Write another reason',
  otherLabel: 'Why it is refused',
  otherNeeded: 'Please give a reason of at least 2 characters.',
  sendOther: 'Refuse and send',
  back: 'Think again',
  done: 'Decided just now',
  granted: (asked) => `Granted: ${asked}`,
  refused: (asked) => `Refused: ${asked}`,
  undo: 'Take back, let the time run again',
  undone: 'Taken back, the time runs on',
} satisfies typeof consoleApprovalsZh
