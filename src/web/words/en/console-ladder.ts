import type { consoleLadderZh } from '../zh/console-ladder.ts'
import { storyEn } from './story.ts'
import { inside, timeEn } from './time.ts'

export const consoleLadderEn = {
  title: 'Supervision',
  next: (unit, rung, pressed, at) =>
    `${unit ?? 'First answer'}: ${pressed ? 'pressed' : 'reminded'} ${inside(timeEn.moment(at))}; ${storyEn.rungs[rung]} will hear`,
  waits: (unit) =>
    `${unit ?? 'First answer'}: the clock stands still; nobody is reminded until it runs again`,
  seen: 'I have seen this',
  seenHint: 'You were told that this is due soon or overdue. Press, and everyone knows that you saw it.',
  given: (giver, unit) => `Instruction to ${unit} from ${storyEn.rungs[giver]}`,
  waiting: (n, more) => {
    if (more) return `More than ${n} instructions wait for your unit’s answer`
    return n === 1
      ? 'An instruction waits for your unit’s answer'
      : `${n} instructions wait for your unit’s answer`
  },
  moreHint: 'These are due first. As one is answered, the next stands here.',
  answerBy: (moment) => `To be answered by: ${moment}`,
  answerHere: 'Answer',
  answerOf: (number) => `Answer the instruction about ${number}`,
  erased: 'Its words are no longer in the system.',
  answered: (body) => `Answer: ${body}`,
  withdrawn: 'Withdrawn',
  lapsed: 'The unit has nothing left to do here; no answer is needed',
  open: 'Waits for the unit’s answer',
  answer: {
    words: 'Your answer',
    needed: 'Please say how far it is, in at least 2 characters.',
    send: 'Answer the instruction',
  },
  withdraw: 'Withdraw the instruction',
  instruct: {
    open: 'Give an instruction',
    unit: 'To which unit',
    words: 'What is to be done',
    needed: 'Please say what is to be done, in at least 2 characters.',
    within: 'To be answered within',
    choices: {
      '2 clock_hour': '2 hours, day or night',
      '4 working_hour': '4 working hours',
      '7 working_hour': '7 working hours',
      '21 working_hour': '21 working hours',
    },
    send: 'Give the instruction',
  },
  done: {
    acknowledge: 'It is noted that you saw it',
    instruct: 'The unit has the instruction',
    'answer-instruction': 'Answered',
    'withdraw-instruction': 'Withdrawn',
  },
} satisfies typeof consoleLadderZh
