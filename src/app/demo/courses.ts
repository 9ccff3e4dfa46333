/** What is done to a demonstration case, in the order it is done. `perform.ts` does each. */
export type Step =
  | 'accept'
  | 'solve'
  | 'screen'
  | 'dispatch'
  | 'dispatch_assisted'
  | 'redispatch'
  | 'sign'
  | 'assist_sign'
  | 'note'
  | 'assist_note'
  | 'assist_resolve'
  | 'ask_extension'
  | 'ask_pause'
  | 'ask_listing'
  | 'ask_return'
  | 'grant'
  | 'refuse'
  | 'ask_return_again'
  | 'arbitrate'
  | 'resume'
  | 'resolve'
  | 'reply'
  | 'check'
  | 'check_failed'
  | 'close'
  | 'rate'
  | 'rate_unsolved'
  | 'add'
  | 'withdraw'
  | 'join'
  | 'decline'
  | 'refer'

export type DemoLight = 'green' | 'yellow' | 'red'

/** How a case has gone so far. */
export interface Course {
  readonly steps: readonly Step[]
  /** The step from which an open case's clock runs; a case without one is told as past. */
  readonly clockFrom?: 'accept' | 'dispatch' | 'dispatch_assisted' | 'redispatch' | 'rate_unsolved'
  /** How many cases there are of it, by light where the case is open. */
  readonly count: number | Partial<Record<DemoLight, number>>
}

const sent = ['accept', 'screen', 'dispatch'] as const
const atWork = [...sent, 'sign', 'note'] as const
const done = [...atWork, 'resolve'] as const
const told = [...done, 'reply'] as const
const again = [...told, 'rate_unsolved'] as const
const fromDispatch = { clockFrom: 'dispatch' } as const

/** Every way that a case of the demonstration goes: together all stages, lights and kinds of request. */
export const courses = {
  waiting: { steps: ['accept'], clockFrom: 'accept', count: { green: 6, yellow: 2, red: 3 } },
  screened: { steps: ['accept', 'screen'], clockFrom: 'accept', count: { green: 5, red: 2 } },
  dispatched: { steps: sent, ...fromDispatch, count: { green: 7, yellow: 4, red: 3 } },
  signed: { steps: [...sent, 'sign'], ...fromDispatch, count: { green: 6, yellow: 4, red: 2 } },
  handling: { steps: atWork, ...fromDispatch, count: { green: 10, yellow: 7, red: 5 } },
  added_to: { steps: [...atWork, 'add'], ...fromDispatch, count: { green: 2, red: 1 } },
  assisted: {
    steps: ['accept', 'screen', 'dispatch_assisted', 'sign', 'assist_sign', 'note', 'assist_note'],
    clockFrom: 'dispatch_assisted',
    count: { green: 3, yellow: 2 },
  },
  extension_asked: { steps: [...atWork, 'ask_extension'], ...fromDispatch, count: { yellow: 3, green: 1 } },
  extended: { steps: [...atWork, 'ask_extension', 'grant'], ...fromDispatch, count: { yellow: 4 } },
  not_extended: {
    steps: [...atWork, 'ask_extension', 'refuse'],
    ...fromDispatch,
    count: { yellow: 2, red: 1 },
  },
  pause_asked: { steps: [...atWork, 'ask_pause'], ...fromDispatch, count: { green: 2 } },
  paused: { steps: [...atWork, 'ask_pause', 'grant'], ...fromDispatch, count: { green: 4 } },
  resumed: { steps: [...atWork, 'ask_pause', 'grant', 'resume'], ...fromDispatch, count: { green: 2 } },
  listed: { steps: [...atWork, 'ask_listing', 'grant'], ...fromDispatch, count: { yellow: 4 } },
  return_asked: { steps: [...sent, 'sign', 'ask_return'], ...fromDispatch, count: { green: 2, yellow: 1 } },
  returned: {
    steps: [...sent, 'sign', 'ask_return', 'grant'],
    ...fromDispatch,
    count: { green: 3, yellow: 1 },
  },
  redispatched: {
    steps: [...sent, 'ask_return', 'grant', 'redispatch', 'sign'],
    clockFrom: 'redispatch',
    count: { green: 2, yellow: 1 },
  },
  dispute: {
    steps: [...sent, 'ask_return', 'grant', 'redispatch', 'ask_return_again'],
    clockFrom: 'redispatch',
    count: { green: 1 },
  },
  arbitrated: {
    steps: [...sent, 'ask_return', 'grant', 'redispatch', 'ask_return_again', 'arbitrate', 'sign'],
    clockFrom: 'redispatch',
    count: { green: 1 },
  },
  resolved: { steps: done, count: 9 },
  sent_back: { steps: [...done, 'check_failed'], ...fromDispatch, count: { yellow: 2, red: 1 } },
  replied: { steps: told, count: 9 },
  rated: { steps: [...told, 'rate'], count: 6 },
  checked: { steps: [...told, 'check'], count: 6 },
  closed: { steps: [...told, 'rate', 'check', 'close'], count: 42 },
  closed_unrated: { steps: [...told, 'check', 'close'], count: 9 },
  closed_assisted: {
    steps: [
      ...['accept', 'screen', 'dispatch_assisted', 'sign', 'assist_sign', 'note', 'assist_resolve'],
      ...['resolve', 'reply', 'rate', 'check', 'close'],
    ] as readonly Step[],
    count: 3,
  },
  reopened: { steps: again, clockFrom: 'rate_unsolved', count: { green: 3, yellow: 1 } },
  reopened_at_work: {
    steps: [...again, 'sign', 'note'],
    clockFrom: 'rate_unsolved',
    count: { green: 2, yellow: 1, red: 1 },
  },
  reopened_closed: {
    steps: [...again, 'sign', 'note', 'resolve', 'reply', 'rate', 'check', 'close'],
    count: 4,
  },
  withdrawn: { steps: [...sent, 'withdraw'], count: 3 },
  withdrawn_at_once: { steps: ['accept', 'withdraw'], count: 2 },
  declined: { steps: ['accept', 'decline'], count: 4 },
  referred: { steps: ['accept', 'refer'], count: 6 },
  solved: { steps: ['solve', 'reply'], count: 4 },
  solved_closed: { steps: ['solve', 'reply', 'check', 'close'], count: 9 },
  joined: { steps: ['accept', 'join'], clockFrom: 'accept', count: 6 },
  repeated: { steps: ['accept'], clockFrom: 'accept', count: 3 },
  confidential: { steps: ['accept', 'screen', 'dispatch', 'sign'], ...fromDispatch, count: { green: 1 } },
} as const satisfies Record<string, Course>

export type CourseName = keyof typeof courses
export const courseOf = (name: CourseName): Course => courses[name]
