import { isoOf } from './account.ts'
import type { StepRow } from './ladder-walk.ts'
import type { Minutes } from './minutes.ts'
import type { Line } from './story.ts'
import type { ToldCall, ToldWhistle } from './whistle.ts'

/** What must be said of a whistle in a round of the minute `now`, in words that `whistleWordsOf` has for its lines. */
export function whistleDue(
  lines: readonly Line[],
  told: ToldWhistle,
  steps: readonly StepRow[],
  minutes: Minutes,
  now: number,
): string[] {
  if (told.stage !== 'sounding') return []
  const said = new Set(
    lines.flatMap(({ kind, data }) =>
      kind === 'whistle.climbed' ? idsIn(data).map((callId) => `${String(data.step)} ${callId}`) : [],
    ),
  )
  return [...told.calls.values()]
    .flatMap((call) => [
      ...(isAbsent(call, now) ? [`absent ${call.id} ${isoOf(call.signDue!)}`] : []),
      ...climbsOf(call, steps, minutes, now)
        .filter(({ key }) => !said.has(key))
        .map(({ words }) => words),
    ])
    .sort()
}

/** What the program has said in a round. */
export const whistleWordsOf = (lines: readonly Line[]): string[] =>
  lines
    .flatMap(({ kind, data, occurred }) => {
      if (kind === 'whistle.call_absent') return [`absent ${String(data.callId)} ${isoOf(occurred)}`]
      if (kind !== 'whistle.climbed') return []
      const { step, clock, kind: how, audience, dueAt, toConfirm } = data
      return idsIn(data).map((callId) =>
        ['step', step, callId, clock, how, audience, dueAt, toConfirm].join(' '),
      )
    })
    .sort()

const idsIn = (data: Line['data']): string[] =>
  (data.calls as readonly { readonly callId: string }[]).map(({ callId }) => callId)

/** Whoever lets the deadline pass unsigned is absent; the deadline's own minute is still in time. */
const isAbsent = ({ how, stage, signDue }: ToldCall, now: number): boolean =>
  how === 'whistled' && stage === 'called' && now > signDue!

/** Steps whose time has come, of the two ways in which a unit that is whistled may be late. */
function climbsOf(
  call: ToldCall,
  steps: readonly StepRow[],
  minutes: Minutes,
  now: number,
): { readonly key: string; readonly words: string }[] {
  const { id, how, called, report, stage } = call
  if (how !== 'whistled' || called === null) return []
  const day = minutes.nameOf(minutes.dayOf(called))
  const toConfirm = stage === 'arrived_elsewhere' && report?.from === 'unknown'
  return owedOf(call).flatMap(({ clock, due }) =>
    steps
      .filter(
        (step) =>
          step.clock === clock && step.fromDay <= day && (step.untilDay === null || day < step.untilDay),
      )
      .filter((step) => !toConfirm || step.audience === 'street')
      .filter((step) => hasCome(step, call, due, now))
      .map(({ id: step, audience, leftPercent }) => ({
        key: `${step} ${id}`,
        words: [
          'step',
          step,
          id,
          clock,
          leftPercent === null ? 'press' : 'remind',
          audience,
          isoOf(due),
          toConfirm,
        ].join(' '),
      })),
  )
}

/** What the unit still owes: to sign, to be on the spot. Of a refusal it is pressed for once, on what it broke. */
function owedOf({ stage, signed, arrived, signDue, reportDue }: ToldCall): { clock: string; due: number }[] {
  const sign = { clock: 'sign', due: signDue! }
  const arrive = { clock: 'arrive', due: reportDue! }
  if (stage === 'released' || arrived !== null) return []
  if (signed !== null) return [arrive]
  return stage === 'refused' ? [sign] : [sign, arrive]
}

function hasCome({ leftPercent, overMinutes }: StepRow, call: ToldCall, due: number, now: number): boolean {
  const isRefused = call.stage === 'refused'
  if (leftPercent === null) {
    const broken = isRefused ? Math.min(call.refused!, due) : due
    return overMinutes === 0 ? now > broken : now >= broken + overMinutes!
  }
  if (isRefused) return false
  const total = (due - call.called!) * 60_000
  return now * 60_000 >= due * 60_000 - Math.floor((total * leftPercent) / 100)
}
