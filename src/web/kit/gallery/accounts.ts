import type { ClockAccount } from '../../../cases/contract.ts'

type Segment = ClockAccount['segments'][number]

const at = (time: string): string => `2026-11-${time}:00+08:00`
const segment = (kind: Segment['kind'], from: string, to: string, minutes: number): Segment => ({
  kind,
  fromAt: at(from),
  toAt: at(to),
  minutes,
})

const base: ClockAccount = {
  clock: 'resolution',
  measure: 'working',
  startedAt: at('23T08:30'),
  dueAt: at('24T17:30'),
  yellowAt: at('24T11:50'),
  stoppedAt: null,
  allowedMinutes: 960,
  usedMinutes: 0,
  pausedMinutes: 0,
  extendedMinutes: 0,
  minutesPerDay: 480,
  provisional: false,
  light: 'green',
  segments: [],
}

/** Invented accounts, one for each state in which a clock bar can stand. */
export const accounts: Record<string, ClockAccount> = {
  fresh: { ...base, segments: [segment('left', '23T08:30', '24T17:30', 960)] },
  underWay: {
    ...base,
    usedMinutes: 420,
    segments: [
      segment('waiting', '23T08:30', '23T10:30', 120),
      segment('handling', '23T10:30', '23T17:30', 300),
      segment('left', '24T08:30', '24T17:30', 540),
    ],
  },
  dueSoon: {
    ...base,
    light: 'yellow',
    usedMinutes: 920,
    extendedMinutes: 0,
    segments: [
      segment('waiting', '23T08:30', '23T09:00', 30),
      segment('handling', '23T09:00', '24T16:50', 890),
      segment('left', '24T16:50', '24T17:30', 40),
    ],
  },
  over: {
    ...base,
    light: 'red',
    usedMinutes: 1440,
    pausedMinutes: 360,
    segments: [
      segment('waiting', '19T08:30', '19T10:30', 120),
      segment('handling', '19T10:30', '20T12:00', 500),
      segment('paused', '20T12:00', '23T10:30', 0),
      segment('handling', '23T10:30', '23T17:30', 340),
      segment('over', '24T08:30', '24T17:30', 480),
    ],
  },
  paused: {
    ...base,
    light: 'none',
    usedMinutes: 240,
    pausedMinutes: 480,
    extendedMinutes: 240,
    provisional: true,
    segments: [
      segment('waiting', '23T08:30', '23T09:30', 60),
      segment('handling', '23T09:30', '23T12:30', 180),
      segment('paused', '23T12:30', '24T14:00', 0),
      segment('left', '24T14:00', '26T17:30', 960),
    ],
  },
  finished: {
    ...base,
    light: 'none',
    stoppedAt: at('23T15:00'),
    usedMinutes: 330,
    segments: [
      segment('waiting', '23T08:30', '23T09:00', 30),
      segment('handling', '23T09:00', '23T15:00', 300),
    ],
  },
  response: {
    ...base,
    clock: 'response',
    measure: 'clock',
    minutesPerDay: 1440,
    allowedMinutes: 30,
    usedMinutes: 12,
    segments: [segment('waiting', '23T08:30', '23T08:42', 12), segment('left', '23T08:42', '23T09:00', 18)],
  },
}
