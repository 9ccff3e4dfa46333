import type { Line } from './story.ts'

/** One unit's answer to a whistle, as the lines tell it; moments as minutes, null where it did not come to that. */
export interface ToldCall {
  readonly id: string
  readonly unitId: string
  readonly how: string
  stage: string
  /** When it was called. */
  called: number | null
  signDue: number | null
  contactDue: number | null
  reportDue: number | null
  signed: number | null
  contacted: number | null
  elsewhere: number | null
  arrived: number | null
  confirmed: number | null
  acted: number | null
  refused: number | null
  absent: number | null
  released: number | null
  rated: number | null
  marks: Readonly<Record<'promptness' | 'result' | 'attitude', number>> | null
  /** The last report to the spot. */
  report: { readonly from: string; readonly at: number } | null
}

/** What a whistle's lines amount to. */
export interface ToldWhistle {
  stage: string
  readonly situation: string
  readonly review: string
  readonly blown: number
  readonly isPractice: boolean
  reviewed: number | null
  warranted: boolean | null
  sounded: number | null
  ended: number | null
  isHidden: boolean
  seq: number
  readonly calls: Map<string, ToldCall>
  /** What must not be in a story. Empty of a sound one. */
  readonly faults: string[]
}

/** From which stages of a call a line of this kind may come: the list of moves of the whistle's README, said anew. */
const place: Readonly<Record<string, readonly string[]>> = {
  signed: ['called', 'absent', 'refused', 'declined'],
  contacted: ['signed'],
  arrived: ['signed', 'contacted', 'arrived_elsewhere'],
  confirmed: ['signed', 'contacted', 'arrived_elsewhere'],
  acted: ['arrived'],
  refused: ['called', 'absent', 'signed', 'contacted'],
  declined: ['called', 'signed', 'contacted'],
  absent: ['called'],
  released: ['called', 'signed', 'contacted', 'arrived_elsewhere', 'arrived', 'acted'],
}

/** Nobody stays on the spot any more. */
const over: ReadonlySet<string> = new Set(['refused', 'declined', 'absent', 'released'])

type Named = Pick<ToldCall, 'unitId' | 'how'> & { readonly callId: string }

/** Tells a whistle from its beginning. */
export function tellWhistle(lines: readonly Line[]): ToldWhistle {
  const [{ data: blown, occurred }] = lines as readonly [Line]
  const told: ToldWhistle = {
    stage: 'waiting',
    situation: blown.situation as string,
    review: blown.review as string,
    blown: occurred,
    isPractice: blown.drillId !== null,
    reviewed: null,
    warranted: null,
    sounded: null,
    ended: null,
    isHidden: false,
    seq: 0,
    calls: new Map((blown.calls as readonly Named[]).map((one) => [one.callId, uncalled(one)])),
    faults: [],
  }
  for (const line of lines) {
    if (line.seq !== told.seq + 1) told.faults.push(`line ${line.seq} comes after line ${told.seq}`)
    if (line.occurred > line.recorded) told.faults.push(`${line.kind} at line ${line.seq} lies ahead`)
    told.seq = line.seq
    const about = line.kind.replace('whistle.', '')
    if (about.startsWith('call_')) ofCall(told, line, about.replace('call_', ''))
    else ofWhistle(told, line, about, lines[0]!)
  }
  return told
}

const uncalled = ({ callId, unitId, how }: Named): ToldCall => ({
  id: callId,
  unitId,
  how,
  stage: 'named',
  called: null,
  signDue: null,
  contactDue: null,
  reportDue: null,
  signed: null,
  contacted: null,
  elsewhere: null,
  arrived: null,
  confirmed: null,
  acted: null,
  refused: null,
  absent: null,
  released: null,
  rated: null,
  marks: null,
  report: null,
})

function ofWhistle(told: ToldWhistle, { data, occurred, seq }: Line, about: string, blown: Line): void {
  const must = (isSound: boolean) => {
    if (!isSound) told.faults.push(`${about} while ${told.stage} at line ${seq}`)
  }
  const end = (stage: string) => {
    if (told.stage === 'sounding') told.ended = occurred
    told.stage = stage
  }
  switch (about) {
    case 'reviewed':
      must(told.review !== 'none' && told.reviewed === null)
      Object.assign(told, { reviewed: occurred, warranted: data.warranted === true })
      if (told.review === 'before' && !told.warranted) told.stage = 'declined'
      break
    case 'sounded':
      must(told.stage === 'waiting' && (told.review !== 'before' || told.warranted === true))
      Object.assign(told, { stage: 'sounding', sounded: occurred })
      for (const call of told.calls.values()) callNow(told, call, occurred, blown, data)
      break
    case 'units_called':
      must(told.stage === 'sounding')
      for (const one of data.calls as readonly Named[]) {
        const call = uncalled(one)
        told.calls.set(one.callId, call)
        callNow(told, call, occurred, blown, data)
      }
      break
    case 'hidden':
      told.isHidden = true
      if (told.stage === 'sounding') end('ended')
      else if (told.stage === 'waiting') end('declined')
      break
    case 'ended':
      must(told.stage === 'sounding' && [...told.calls.values()].every(({ stage }) => over.has(stage)))
      end('ended')
  }
}

/** From now on it has its deadlines, each so many minutes of the clock away. */
function callNow(
  told: ToldWhistle,
  call: ToldCall,
  now: number,
  { data: blown }: Line,
  said: Line['data'],
): void {
  call.stage = 'called'
  call.called = now
  for (const duty of ['sign', 'contact', 'report'] as const) {
    const due = now + (blown[`${duty}Minutes`] as number)
    call[`${duty}Due`] = due
    if (minuteOf(said[`${duty}DueAt`]) !== due)
      told.faults.push(`${duty} is due at ${String(said[`${duty}DueAt`])}`)
  }
}

const minuteOf = (iso: unknown): number => Temporal.Instant.from(iso as string).epochMilliseconds / 60_000

function ofCall(told: ToldWhistle, { data, occurred: at, seq }: Line, what: string): void {
  const call = told.calls.get(data.callId as string)
  if (!call) return void told.faults.push(`${what} of nobody at line ${seq}`)
  if (place[what]?.includes(call.stage) === false)
    told.faults.push(`${what} while ${call.stage} at line ${seq}`)
  switch (what) {
    case 'absent':
      if (call.how !== 'whistled' || at !== call.signDue) told.faults.push(`absent at line ${seq}`)
      call.absent = at
      break
    case 'signed':
      call.signed ??= at
      break
    case 'arrived':
      call.report = { from: data.from as string, at }
      if (data.from !== 'spot') {
        call.elsewhere ??= at
        call.stage = 'arrived_elsewhere'
        return
      }
      call.arrived = at
      call.contacted ??= at
      break
    case 'confirmed':
      call.confirmed = at
      // What nobody could tell counts from when it was done; what was elsewhere from the street's word.
      call.arrived = call.report?.from === 'unknown' ? call.report.at : at
      call.contacted ??= call.arrived
      call.stage = 'arrived'
      return
    case 'declined':
      call.refused = at
      break
    case 'rated':
      if (call.how !== 'whistled' || !over.has(call.stage) || call.marks)
        told.faults.push(`rated at line ${seq}`)
      call.rated = at
      call.marks = data as unknown as ToldCall['marks']
      return
    case 'pressed':
      return
    default:
      if (what === 'contacted' || what === 'acted' || what === 'refused' || what === 'released')
        call[what] = at
  }
  call.stage = what
}
