import type { outboxZh } from '../zh/outbox.ts'
import { inside } from './time.ts'

const pieces = (n: number): string => (n === 1 ? '1 thing' : `${n} things`)
const wait = (n: number): string => (n === 1 ? '1 thing waits' : `${n} things wait`)

export const outboxEn = {
  title: 'Waiting to be sent',
  acts: {
    sign: 'Signed for',
    arrive: 'I am here',
    note: 'What was done',
    resolve: 'Resolved',
    request: 'Request',
    report: 'Report',
    solved: 'Report, solved on the spot',
    visit: 'Visit',
    round: 'Problem round',
    check_in: 'Check-in on the day in the grid',
  },
  bar: {
    offline: 'No network now. What you do is kept on this phone and sent when there is signal.',
    asOf: (clock) => `You see it as of ${clock}.`,
    waiting: (n, since) => `${wait(n)} to be sent, since ${inside(since)}`,
    sending: (n) => `Sending; ${pieces(n)} to go`,
    stuck: (n) => `${pieces(n)} could not be sent and need${n === 1 ? 's' : ''} you`,
    signIn: (n) => `${wait(n)} to be sent: please sign in again`,
    others: (n) => `${wait(n)} on this phone from another account; sent when that account signs in here.`,
    open: 'Have a look',
    update: 'There is a new version',
    reload: 'Open it anew',
  },
  none: 'Everything is sent',
  noneNext: 'What you do without network stands here first, and is sent in order when there is signal.',
  noKeeping: 'This browser keeps nothing',
  noKeepingNext:
    'What you do without network cannot be kept here. Use the phone’s own browser and a secure address (https).',
  how: 'Sent in the order in which you did it. Until then nobody else sees it.',
  sendNow: 'Send now',
  doneAt: (moment) => `Done ${inside(moment)}`,
  photos: (n) => (n === 1 ? '1 photo' : `${n} photos`),
  states: {
    waiting: 'Waiting to be sent',
    sending: 'Being sent',
    held: 'Waits until the one before is settled',
    stuck: 'Could not be sent',
  },
  noMatter: 'Case',
  now: 'How it stands now',
  since: 'After you did it',
  gone: 'You can no longer see this case; it may have gone to somebody else.',
  nowUnknown: 'How it stands now can be seen when there is network.',
  call: 'In an emergency call at once; do not wait until this is sent.',
  sendAgain: 'Send it as things stand now',
  notEmergency: 'No emergency: send it all the same',
  change: 'Change it',
  changeToNote: 'Send it as a note instead',
  discard: 'Do not send it',
  discardAsk: 'Not send it at all?',
  discardNext: 'Its words and photos are deleted from this phone and cannot be brought back.',
  changed: 'Back in its form: change it and send',
  discarded: 'Deleted',
  again: 'In the queue again; it is sent in a moment',
  leave: {
    ask: (n) => `${pieces(n)} not sent yet. Sign out?`,
    next: 'It stays locked on this phone, and nobody else can read it. It is sent when you sign in here again.',
    go: 'Sign out',
  },
} satisfies typeof outboxZh
