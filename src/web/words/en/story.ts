import type { storyZh } from '../zh/story.ts'
import { inside, timeEn } from './time.ts'

const requests = {
  extension: 'an extension',
  pause: 'a pause',
  listing: 'long-term listing',
  return: 'a return',
} satisfies typeof storyZh.requests

const rungs = {
  desk: 'the desk that has it',
  unit_head: 'the unit’s head',
  street: 'the street',
  district: 'the district’s command centre',
} satisfies typeof storyZh.rungs

const reopenedBecause = {
  not_solved: 'the reporter says that it is not solved',
  not_satisfied: 'the reporter is not satisfied',
  found_hollow: 'it was found not to be done',
}

const photos = (n: number): string => (n > 0 ? `, with ${n} ${n === 1 ? 'photo' : 'photos'}` : '')

export const storyEn = {
  requests,
  rungs,
  channels: {
    self_government: 'residents’ self-government',
    mutual_help: 'neighbours’ help',
    service: 'a service',
  },
  gridWorker: 'a grid worker',
  someUnit: 'the unit',
  addedTo: (n) => `The reporter added to it${photos(n)}`,
  withdrawn: 'The reporter withdrew it',
  screened: 'Screened',
  published: 'Public summary renewed',
  joined: 'Joined to another report of the same problem',
  tookIn: 'Another report of the same problem was joined to this one',
  declined: 'Not taken up',
  referred: (channel) => `Passed to ${channel}`,
  dispatched: (unit, overridden) =>
    `Sent to ${unit}${overridden ? ' (chosen by hand, not by the catalogue)' : ''}`,
  signed: (unit) => `Signed for by ${unit}`,
  arrived: (unit) => `On the spot: ${unit}`,
  handled: (unit, n) => `Handled by ${unit}${photos(n)}`,
  fieldHandled: (n) => `Handled by a grid worker${photos(n)}`,
  requested: (unit, kind, days, reviewOn) =>
    `${unit} asked for ${requests[kind]}${days ? ` of ${days} working ${days === 1 ? 'day' : 'days'}` : ''}${reviewOn ? `, review day ${inside(timeEn.day(reviewOn))}` : ''}`,
  granted: (unit, kind, added, until) =>
    `Granted to ${unit}: ${requests[kind]}${added ? `, ${timeEn.duration(added)} more` : ''}${until ? `, until ${inside(timeEn.moment(until))}` : ''}`,
  refused: (unit, kind) => `Refused to ${unit}: ${requests[kind]}`,
  resumed: (unit) => `The clock of ${unit} runs again`,
  arbitrated: (unit) => `The district’s centre settled that ${unit} answers`,
  listedOn: (unit, reviewOn) =>
    `The listing of ${unit} goes on${reviewOn ? `, review day ${inside(timeEn.day(reviewOn))}` : ''}`,
  resolved: (unit, n) => `Resolved by ${unit}${photos(n)}`,
  partResolved: (unit, n) => `${unit} resolved its own part${photos(n)}`,
  onTheSpot: (n) => `Solved on the spot${photos(n)}`,
  replied: 'Reply to the reporter',
  answeredWith: 'Answered together with the other reports of the same problem',
  passed: 'Check passed',
  sentBack: 'Check not passed, sent back to be done again',
  rated: (solved, rating, onBehalf) =>
    `The reporter’s rating${onBehalf ? ' (asked by call-back)' : ''}: ${solved ? 'solved' : 'not solved'}, ${rating} of 5`,
  reopened: (because) => `Done again: ${reopenedBecause[because]}`,
  closed: 'Closed',
  reachMoved: 'Another desk is in charge since the areas changed',
  recounted: 'Deadlines counted again by the announced holidays',
  climbed: (unit, pressed, rung) =>
    `${pressed ? 'Pressed' : 'Reminded'}: ${unit ?? 'the first answer'} is ${pressed ? 'overdue' : 'due soon'}; told ${rungs[rung]}`,
  acknowledged: (rung, unit) =>
    unit === null ? `Seen by ${rungs[rung]}` : `Seen by ${rungs[rung]}: ${unit}`,
  instructed: (unit, giver) => `Instruction to ${unit} from ${rungs[giver]}`,
  instructionAnswered: (unit) => `${unit} answered the instruction`,
  instructionWithdrawn: (unit) => `The instruction to ${unit} was withdrawn`,
  instructionLapsed: (unit) => `${unit} has nothing left to do here, so the instruction needs no answer`,
  instructionOverdue: (unit, rung) => `${unit} did not answer the instruction in time; told ${rungs[rung]}`,
  enteredLate: (at) => `said late, entered ${inside(timeEn.moment(at))}`,
  reporterSeen: 'The reporter’s full details were viewed',
  reporterErased: 'The reporter’s personal data were erased',
  history: 'History from the earlier system',
  other: (kind) => `Other record (${kind})`,
  texts: {
    quoted: (body) => `“${body}”`,
    summary: (body) => `Public summary: ${body}`,
    purpose: (body) => `Purpose: ${body}`,
    listing_condition: (body) => `Waits for: ${body}`,
  },
} satisfies typeof storyZh
