import { isoOf, isoOfMs } from './account.ts'
import type { ToldCall, ToldWhistle } from './whistle.ts'

/** The bar of one unit's way to the spot as the whistle's page says it: minutes of the clock, from the call on. */
export function callAccountOf(call: ToldCall, { ended }: ToldWhistle, now: number) {
  const { called, reportDue: due, signed, arrived, released, refused, stage } = call
  if (called === null || due === null) return null
  const no = stage === 'refused' || stage === 'declined' ? refused : null
  const stopped = arrived ?? released ?? no ?? ended
  const asOf = Math.max(called, stopped ?? now)
  const segments: { kind: string; from: number; to: number }[] = []
  for (let minute = called; minute < asOf; minute += 1) {
    const kind = minute >= due ? 'over' : signed !== null && minute >= signed ? 'handling' : 'waiting'
    const last = segments.at(-1)
    if (last?.kind === kind) last.to = minute + 1
    else segments.push({ kind, from: minute, to: minute + 1 })
  }
  if (stopped === null && asOf < due) segments.push({ kind: 'left', from: asOf, to: due })
  const isYellow = (due - asOf) * 3 <= due - called
  return {
    clock: 'report',
    measure: 'clock',
    startedAt: isoOf(called),
    dueAt: isoOf(due),
    yellowAt: isoOfMs(due * 60_000 - Math.floor(((due - called) * 60_000) / 3)),
    stoppedAt: stopped === null ? null : isoOf(asOf),
    allowedMinutes: due - called,
    usedMinutes: asOf - called,
    pausedMinutes: 0,
    extendedMinutes: 0,
    minutesPerDay: 1440,
    provisional: false,
    light: asOf > due ? 'red' : stopped === null && isYellow ? 'yellow' : 'green',
    segments: segments.map(({ kind, from, to }) => ({
      kind,
      fromAt: isoOf(from),
      toAt: isoOf(to),
      minutes: to - from,
    })),
  }
}

/** How each duty stands in a minute. */
export function timelinessOf(
  call: ToldCall,
  now: number,
): Readonly<Record<'sign' | 'contact' | 'report', string>> {
  const { stage, refused, released } = call
  const ended = released ?? (stage === 'refused' || stage === 'declined' ? refused : null)
  const of = (done: number | null, due: number | null): string => {
    if (due === null) return 'not_owed'
    if (done !== null) return done <= due ? 'in_time' : 'late'
    if (ended !== null && ended <= due) return 'not_owed'
    return now <= due ? 'open' : 'missed'
  }
  return {
    sign: of(call.signed, call.signDue),
    contact: of(call.contacted, call.contactDue),
    report: of(call.arrived, call.reportDue),
  }
}
