import type { DelegationWords } from '../zh/delegation.ts'
import { inside } from './time.ts'

export const delegationEn: DelegationWords = {
  title: 'Standing in',
  lead: 'While you are away, lend your post to a colleague. They work from their own account, and what they do is on record as theirs.',
  leadOf:
    'While they are away a colleague stands in, from their own account; what they do is on record as theirs.',
  forWhom: (name) => `for ${name}`,
  byWhom: (name) => `${name} stands in`,
  until: (day) => `until ${inside(day)}`,
  fromUntil: (from, last) => `${from} to ${last}`,
  none: 'Nobody stands in at the moment.',
  noPost: 'There is no post to lend.',
  open: 'Ask a colleague to stand in',
  openOf: (name) => `Have somebody stand in for ${name}`,
  post: 'Which post',
  person: 'Who stands in',
  personNone: 'Choose a colleague',
  personMissing: 'Please choose a colleague',
  nobodyFor: 'Nobody of the same unit, street or community can stand in for this post.',
  startsOn: 'First day',
  lastDay: 'Last day',
  lastDayHint: (days) =>
    `This day included, ${days} days at most. It ends by itself, and can be taken back earlier.`,
  dayWrong: (days) => `Please choose a day within ${days} days of the first`,
  startWrong: 'Please choose today or a later day',
  send: 'Lend the post',
  done: (name) => `${name} stands in`,
  end: 'Take back',
  endOf: (name) => `Take back from ${name}`,
  giveBack: 'Stop standing in',
  giveBackOf: (name) => `Stop standing in for ${name}`,
  ended: 'Nobody stands in any more',
}
