import type { Whistle, WhistleCall } from '../../../cases/whistle/contract.ts'
import type { ConsoleWords } from '../../words/console.ts'
import { fullDuration, type MomentFacts, momentFacts } from '../../words/time.ts'

interface Said {
  readonly key: string
  readonly what: string
  /** A duty that was not kept, a refusal, an absence, a report from elsewhere. */
  readonly isBroken: boolean
  /** A duty that is still to be done, in time so far. */
  readonly isOpen?: true
}

const MINUTE_MS = 60_000
const clock = { measure: 'clock', minutesPerDay: 1440 } as const
const ms = (iso: string): number => new Date(iso).getTime()

/** How late, in whole minutes; a second late is a minute late. */
const lateness = (doneAt: string, dueAt: string) =>
  fullDuration(Math.max(1, Math.floor((ms(doneAt) - ms(dueAt)) / MINUTE_MS)), clock)

/** What a unit owed and did, each with its moment, in the order in which it is owed; what is not owed is not said. */
export function saidOfCall(
  words: ConsoleWords,
  whistle: Whistle,
  call: WhistleCall,
  now: number,
): readonly Said[] {
  const { call: said } = words.consoleWhistles
  const at = (iso: string) => momentFacts(iso, now)
  const mark = (
    key: string,
    moment: string | null,
    tell: (at: MomentFacts) => string,
    isBroken = false,
  ): Said[] => (moment === null ? [] : [{ key, what: tell(at(moment)), isBroken }])
  const duty = (key: 'sign' | 'contact' | 'report', doneAt: string | null, dueAt: string | null) =>
    dutySaid(words, call, { key, doneAt, dueAt, now })
  const polite = call.how === 'invited'
  return [
    ...mark('absent', call.absentAt, said.absent, true),
    ...mark('refused', call.refusedAt, polite ? said.declined : said.refused, !polite),
    ...duty('sign', call.signedAt, call.signDueAt),
    ...duty('contact', call.contactedAt, call.contactDueAt),
    ...mark('elsewhere', call.elsewhereAt, sayElsewhere(words, whistle, call), true),
    ...duty('report', call.arrivedAt, call.reportDueAt),
    ...mark('confirmed', call.confirmedAt, said.confirmed),
    ...mark('acted', call.actedAt, said.acted),
    ...mark('released', call.releasedAt, said.released),
  ]
}

function dutySaid(
  words: ConsoleWords,
  { timeliness }: WhistleCall,
  {
    key,
    doneAt,
    dueAt,
    now,
  }: { key: 'sign' | 'contact' | 'report'; doneAt: string | null; dueAt: string | null; now: number },
): readonly Said[] {
  const { call: said, duties } = words.consoleWhistles
  const name = duties[key]
  if (doneAt !== null) {
    const when = momentFacts(doneAt, now)
    const isLate = timeliness[key] === 'late' && dueAt !== null
    return [
      {
        key,
        what: isLate ? said.late(name, when, lateness(doneAt, dueAt)) : said.inTime(name, when),
        isBroken: isLate,
      },
    ]
  }
  if (dueAt === null || timeliness[key] === 'not_owed') return []
  const due = momentFacts(dueAt, now)
  if (timeliness[key] === 'missed') return [{ key, what: said.missed(name, due), isBroken: true }]
  return [{ key, what: said.open(name, due), isBroken: false, isOpen: true }]
}

/** A report that was not found to be at the spot: how far off, or outside the place, or without a position. */
function sayElsewhere(
  { consoleWhistles: { call: said } }: ConsoleWords,
  { timeline }: Whistle,
  { metres, unit }: WhistleCall,
): (at: MomentFacts) => string {
  if (metres !== null) return (at) => said.elsewhere(at, sayFar(said, metres))
  const isOutside = timeline.some(({ from, unit: of }) => from === 'elsewhere' && of?.id === unit.id)
  return isOutside ? said.outside : said.unplaced
}

const KILOMETRE = 1000

const sayFar = (said: ConsoleWords['consoleWhistles']['call'], metres: number): string =>
  metres < KILOMETRE ? said.metres(metres) : said.kilometres((metres / KILOMETRE).toFixed(1))

/** Why a unit refused, as it said last; null where it did not, or its words were erased. */
export function reasonOf({ timeline }: Whistle, { unit, refusedAt }: WhistleCall): string | null {
  if (refusedAt === null) return null
  const lines = timeline.filter(
    ({ kind, unit: of }) =>
      of?.id === unit.id && (kind === 'whistle.call_refused' || kind === 'whistle.call_declined'),
  )
  return lines[lines.length - 1]?.texts[0]?.body ?? null
}
