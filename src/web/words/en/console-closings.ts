import type { consoleClosingsZh } from '../zh/console-closings.ts'
import { inside, timeEn } from './time.ts'

const at = timeEn.moment
const cases = (n: number): string => (n === 1 ? '1 other case' : `${n} other cases`)

export const consoleClosingsEn: typeof consoleClosingsZh = {
  title: 'Closings',
  lead: 'Closed is not solved. Look here at closings with something odd, call reporters back, and decide on what they ask for once more. The program compares and concludes nothing: a person looks.',
  show: 'Show',
  views: { calls: 'Call back', flags: 'To look at', asks: 'Asked again', results: 'What they say' },
  results: {
    lead: (least) =>
      `What was closed this month, by the unit that led. Of fewer than ${least} who answered, nothing is said.`,
    closed: (n) => `${n} closed`,
    called: (n) => `${n} called back`,
    reached: (n) => `${n} answered`,
    way: (way, n) => `${way}: ${n}`,
    said: { solved: 'Solved, they say', satisfied: 'Satisfied', reopened: 'Done again before it was closed' },
    few: (units) => `Units of which too few answered: ${units}`,
    none: 'Nothing was closed this month yet',
    noneNext: 'Once cases are closed, what reporters say stands here by unit.',
  },
  flags: {
    title: 'Something to look at',
    kind: 'Which kind',
    anyKind: 'All',
    kinds: {
      no_visit: 'Nobody came',
      same_photo: 'Photo seen before',
      same_words: 'Same words',
      many_at_once: 'Many at once',
      last_minute: 'At the last minute',
    },
    means: {
      no_visit: () =>
        'This matter asks for a photo taken on the spot, and since it was dispatched no arrival with a position was recorded.',
      same_photo: (n) =>
        n === 0
          ? 'The photo of the result is one that this case showed before.'
          : `The photo of the result is also shown in ${cases(n)}.`,
      same_words: (n) => `Within 30 days the same was written in ${cases(n)}.`,
      many_at_once: (n) => `One account resolved ${n} cases within 10 minutes.`,
      last_minute: (n) =>
        `Resolved ${n === 1 ? '1 minute' : `${n} minutes`} before the deadline; later it was done again.`,
    },
    noUnit: { answer: 'The answer', spot: 'Solved on the spot' },
    other: (number) => `Compare ${number}`,
    noted: (moment) => `found ${inside(at(moment))}`,
    states: { open: 'Not looked at yet', looked: 'Looked at' },
    state: 'Looked at or not',
    none: { open: 'Nothing to look at', looked: 'Nothing was looked at yet' },
    noneNext:
      'After a resolution the program compares visits, photos, words and times, and lists here what is odd.',
    own: 'Your own unit did this: whoever is above looks at it.',
    unitHint:
      'This is no sanction, and no clock changes. The street or the centre will look; you can explain in a note.',
    lookedAt: { in_order: 'Looked at: in order', not_in_order: 'Looked at: not in order' },
    reasonOf: (reason) => `Because: ${reason}`,
  },
  look: {
    open: 'Look at it',
    openOf: (what) => `Look at: ${what}`,
    label: 'Having looked',
    in_order: 'In order',
    not_in_order: 'Not in order: send it back',
    not_in_order_hint: 'Where it is being done again already, only the finding is kept.',
    missing: 'Choose what you found',
    reason: 'How you looked, and what it rests on',
    send: 'Keep the finding',
  },
  call: {
    title: 'Call back',
    open: 'Note a call',
    seeNumber: 'See the number',
    purpose: 'Call-back: is it solved, are they satisfied',
    openOf: (what) => `Note a call: ${what}`,
    states: { due: 'To call now', later: 'Later', unreached: 'Not reached' },
    none: {
      due: 'Nobody to call now',
      later: 'Nobody is to be called later',
      unreached: 'Nobody was out of reach',
    },
    noneNext: 'Whoever left a telephone and has not rated the result stands here after the answer.',
    unreachedNote:
      'Tried 3 times, and not pressed further. Check and close the case; the reporter can still rate it.',
    answered: (moment) => `answered ${inside(at(moment))}`,
    answerOf: (body) => `Answer: ${body}`,
    tried: (n, moment) => `tried ${n === 1 ? 'once' : `${n} times`}, last ${inside(at(moment))}`,
    nextAt: (moment) => `again from ${inside(at(moment))}`,
    way: 'How they were asked',
    ways: { telephone: 'Telephone', message: 'Message', visit: 'At the door' },
    outcome: 'Did they answer?',
    outcomes: { answered: 'They answered', not_reached: 'Not reached', declined: 'They prefer not to say' },
    notReachedHint: 'You are reminded after 5 working hours, for another time of day. Three tries at most.',
    missingOutcome: 'Choose whether they answered',
    solved: 'Is it solved?',
    yes: 'Solved',
    no: 'Not solved',
    rating: 'Are they satisfied?',
    missingSolved: 'Choose whether it is solved',
    missingRating: 'Choose how satisfied they are',
    words: 'In their own words',
    reopens:
      'When you save, the case is done again with a new deadline. Where that happened once already, the centre decides.',
    send: 'Save the call',
    past: {
      answered: (way, moment) => `${at(moment)}, ${way}: they answered`,
      not_reached: (way, moment) => `${at(moment)}, ${way}: not reached`,
      declined: (way, moment) => `${at(moment)}, ${way}: they prefer not to say`,
    },
  },
  ask: {
    title: 'Asked to be done once more',
    open: 'Decide',
    openOf: (what) => `Decide: ${what}`,
    asked: {
      not_solved: 'The reporter says that it is still not solved',
      not_satisfied: 'The reporter is still not satisfied',
    },
    askedOn: (moment) => `asked ${inside(at(moment))}`,
    reopened: (n) => (n === 1 ? 'done again once' : `done again ${n} times`),
    words: (body) => `They say: ${body}`,
    none: 'Nothing to decide',
    noneNext: 'Not satisfied the first time, a case is done again at once; after that the centre decides.',
    label: 'Is it done once more?',
    grant: 'Yes, send it back',
    refuse: 'No',
    missing: 'Choose yes or no',
    reason: 'Reason',
    reasonHint: 'The reporter reads it. A no needs one.',
    send: 'Keep the decision',
    granted: 'It is done once more',
    refused: 'The centre did not agree',
    waits: 'The centre decides',
  },
  story: {
    flagged: (kind) => `Something to look at: ${kind}`,
    reviewed: {
      in_order: (kind) => `Looked at (${kind}): in order`,
      not_in_order: (kind) => `Looked at (${kind}): not in order`,
    },
    calledBack: (outcome) => `The reporter was called back: ${outcome}`,
    asked: 'The reporter asks for it to be done once more; the centre decides',
    granted: 'It is done once more',
    refused: 'The centre did not agree to do it once more',
  },
  done: {
    'look-at-closing': 'The finding is kept',
    'call-back': 'The call is kept',
    'decide-reopening': 'Decided; the reporter is told',
  },
}
