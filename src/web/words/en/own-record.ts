import type { OwnRecordWords } from '../zh/own-record.ts'
import { inside } from './time.ts'

export const ownRecordEn: OwnRecordWords = {
  lead: 'What the district holds about you, and who looked at it. Only you can see this page.',
  signIn: 'Sign in with your telephone, so that it is certain that it is you.',
  staff: 'This page shows residents what is held about them',
  staffNext: 'You are signed in to a work account. Sign out, then sign in with your own telephone.',
  entry: {
    title: 'Find your entry',
    needsEnd:
      'The register of residents knows your telephone number. Families often share one, so please also give the last four of your identity number. Then only you can see your entry.',
    end: 'Last four of your identity number',
    endHint: 'If it ends in X, write X.',
    endWrong: 'Please give four: three digits, then a digit or X.',
    send: 'Check',
    found: 'Your entry was found',
    triedOften:
      'You have tried five times today. Please try again tomorrow, or ask your community and bring your identity card.',
    none: 'Your telephone number is not in the register of residents',
    noneNext:
      'You may not be registered yet, or under another number. Ask your community to check, and bring your identity card. You can still ask for a copy of your account, or for its erasure, below.',
    unclear: 'More than one person is registered with this telephone number',
    unclearNext:
      'It is not yet clear which of them is you. Ask your community to add your identity number, and bring your identity card. After that, its last four open your entry here.',
  },
  held: {
    title: 'What is registered',
    none: 'not registered',
    identity: 'Identity number',
    identityEnd: (end) => `ends in ${end}; the rest is kept encrypted`,
    homes: 'Homes',
    children: 'Children you act for',
    gone: (from, to) => `${from} to ${inside(to)}`,
    wrong: 'Something wrong? Ask for a correction',
  },
  account: {
    title: 'Your account here',
    more: 'What you reported stands under “Follow”; what you asked your community stands on its page.',
  },
  consents: {
    title: 'What you agreed to',
    none: 'No consent of yours is on record.',
    by: { self: 'by yourself', guardian: 'by your guardian', relative: 'by a relative' },
    given: (day) => `given ${inside(day)}`,
    withdrawn: (day) => `taken back ${inside(day)}`,
    open: 'Take back',
    openOf: (purpose) => `Take back your consent: ${purpose}`,
    ask: (purpose) => `Take back your consent to “${purpose}”?`,
    next: 'It stops today, and care flags that rest on it end with it. To give it again later, tell your community.',
    confirm: 'Take back my consent',
    keep: 'Keep it',
    done: 'Your consent has been taken back',
  },
  care: {
    title: 'Care flags',
    none: 'There is no care flag.',
    term: (from, until) => `${from} to ${inside(until)}`,
    over: 'ended',
  },
  looks: {
    title: 'Who looked',
    lead: 'Every look is on record. You see the post and the unit, not the name.',
    none: 'Nobody has looked at your entry yet.',
    ofChild: (name) => `Who looked at a child you act for: ${name}`,
    noneOfChild: 'Nobody has looked at the child’s entry yet.',
    unknown: 'An older record, without the post',
    times: (times, moment) =>
      times === 1 ? `Looked once: ${moment}` : `Looked ${times} times. Last: ${moment}`,
    identity: (moment, purpose) =>
      purpose === null
        ? `Saw the whole identity number: ${moment}`
        : `Saw the whole identity number: ${moment}. What for: ${purpose}`,
    said: (words) => `What was written then: ${words}`,
    more: (n) => (n === 1 ? 'Show one more post' : `Show ${n} more posts`),
    older: 'The latest 200 records are counted; older ones are not listed.',
    doubt: 'Should they not have looked? Tell us',
  },
  copy: {
    title: 'Download a copy',
    lead: 'Your entry, who looked, and what you reported and asked, in one workbook. Whoever has your phone can open it, so keep it safe.',
    workbook: 'Download the workbook (Excel)',
    data: 'Download the data (JSON, for programs)',
  },
  ask: {
    title: 'What you can ask for',
    open: 'Ask',
    by: {
      community: (day) => `Your community answers by ${inside(day)}.`,
      centre: (day) => `The district’s command centre answers by ${inside(day)}.`,
    },
    where: 'The answer will stand on this page.',
    waits: (day) => `Asked already; the answer comes by ${inside(day)}`,
    correct: {
      hint: 'Something is wrong or out of date',
      label: 'What is wrong, and what should it be',
      example: 'For example: my telephone is now 138…',
      missing: 'Please write what is wrong',
      next: 'Staff will check it; they may ask to see a document.',
      send: 'Ask for the correction',
    },
    copy: {
      hint: 'On paper, or if you cannot download it',
      label: 'What kind of copy',
      example: 'For example: a printed one, which I will collect',
      next: 'Staff will tell you how you get it. They must make sure that it is you.',
      send: 'Ask for the copy',
    },
    erase: {
      hint: 'What is erased cannot come back',
      told: [
        {
          title: 'What goes',
          ofEntry: 'your name, telephone, identity number, birthday, consents and care flags in the register',
          things: [
            'your account here',
            'the words, pictures and contact details of what you reported and asked',
          ],
        },
        {
          title: 'What stays',
          ofEntry:
            'that there was somebody in the register, and from when to when: without a name, so nobody knows that it was you',
          things: [
            'public summaries, in which there is no name and no telephone',
            'numbers, days and posts of what was done, which do not show that it was you',
            'what others wrote in their own reports',
          ],
        },
        {
          title: 'After that',
          ofEntry: 'visits, calls and services that rest on your consent stop',
          things: [
            'you are signed out at once, and nothing here knows you any more',
            'what is still being dealt with goes on, but nobody can reach you about it',
          ],
        },
      ],
      noEntry:
        'Your entry was not found, so this does not erase what the register holds. To erase that too, find your entry first.',
      children:
        'Children you act for have entries of their own, which stay. If they are to go too, write it below.',
      label: 'Anything else to say',
      next: 'It is erased once that is granted. If the law wants something kept, the reason is given.',
      send: 'Ask for erasure',
      ask: 'Ask to have your information erased?',
      last: (day) =>
        `The answer comes by ${inside(day)}. Once it is granted, everything goes at once and cannot come back.`,
      confirm: 'Send the request',
      keep: 'Let me think again',
    },
    sent: (kind, day) => `Your request has arrived: ${kind}. The answer comes by ${inside(day)}.`,
    back: 'Do not ask',
  },
  requests: {
    title: 'What you have asked for',
    asked: (day) => `Asked: ${day}`,
    by: (day) => `Answer by: ${day}`,
    late: 'The day for the answer is over. Please call 12345 and ask.',
    answered: (day) => `Answered: ${day}`,
    wrote: (words) => `You wrote: ${words}`,
    ground: (ground) => `The reason: ${ground}`,
    earlier: (n) => (n === 1 ? 'One earlier request' : `${n} earlier requests`),
    takeBack: 'Take back',
    takeBackOf: (kind) => `Take back your request: ${kind}`,
    takeBackAsk: (kind) => `Take back your request “${kind}”?`,
    takeBackNext:
      'Nobody will deal with it any more, and what you wrote with it is erased. You can ask again at any time.',
    takeBackConfirm: 'Take back my request',
    takeBackKeep: 'Keep it',
    takeBackDone: (kind) => `Your request has been taken back: ${kind}`,
    takenBack: (day) => `Taken back: ${day}`,
    appeal:
      'If you do not accept this answer, you can complain to the cyberspace administration or go to court.',
  },
}
