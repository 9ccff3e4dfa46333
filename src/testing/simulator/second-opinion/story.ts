/** A line of a case's story as the journal holds it; moments as minutes since 1970. */
export interface Line {
  readonly seq: number
  readonly kind: string
  readonly recorded: number
  readonly occurred: number
  readonly actor: string
  /** What it is about; of a line of a case or whistle that itself. */
  readonly subject: string
  readonly data: Readonly<Record<string, unknown>>
}

/** One unit's part, as the lines tell it. */
export interface ToldPart {
  readonly unitId: string
  role: string
  stage: string
}

/** What a unit asked for and nobody has decided. */
export interface Waiting {
  readonly id: string
  readonly unitId: string
  readonly kind: string
  readonly days: number | null
  readonly arbitration: boolean
}

/** What a unit was told to do, by when, and whether somebody above heard that it did not. */
export interface Instruction {
  readonly unitId: string
  readonly giver: string
  readonly due: number
  pressed: boolean
}

/** What a case's lines amount to. */
export interface Told {
  stage: string
  /** Undefined where it is another's, into which this one was joined. */
  matter: string | null | undefined
  confidential: boolean
  lead: string | null
  parts: ToldPart[]
  waiting: Waiting[]
  /** Open instructions by id. */
  instructions: Map<string, Instruction>
  reopened: number
  solved: boolean | null
  rating: number | null
  resolved: number | null
  joinedInto: string | null
  seq: number
  /** What must not be in a story: a line where its case could not be. Empty of a sound one. */
  readonly faults: string[]
}

const worked = ['signed', 'handling'] as const
const underWay = ['dispatched', 'signed', 'handling', 'paused', 'listed'] as const
const open = ['accepted', 'screened', ...underWay, 'returned', 'resolved', 'replied', 'checked'] as const

/** In which stages of the case a line may stand; a kind that is not named may stand anywhere. */
const place: Readonly<Record<string, readonly string[]>> = {
  'case.screened': ['accepted', 'joined'],
  'case.joined': ['accepted', 'screened'],
  'case.declined': ['accepted', 'screened', 'returned'],
  'case.referred': ['accepted', 'screened', 'returned'],
  'case.dispatched': ['screened', 'returned'],
  'case.signed': underWay,
  'case.arrived': ['dispatched', 'signed', 'handling'],
  'case.handled': open,
  'case.requested': underWay,
  'case.request_decided': underWay,
  'case.arbitrated': ['dispatched', 'signed', 'handling'],
  'case.listing_reviewed': underWay,
  'case.resumed': open,
  'case.resolved': [...underWay, 'screened'],
  'case.replied': ['resolved'],
  'case.checked': ['resolved', 'replied'],
  'case.rated': ['replied', 'checked', 'closed'],
  'case.reopened': ['replied', 'checked', 'closed'],
  'case.closed': ['checked'],
  'case.withdrawn': ['accepted', 'screened', ...underWay, 'returned'],
  'case.instructed': underWay,
  'case.added_to': open,
  'case.climbed': open,
}

/** Tells a story from its beginning. */
export function tell(lines: readonly Line[]): Told {
  const told: Told = {
    stage: 'accepted',
    matter: null,
    confidential: false,
    lead: null,
    parts: [],
    waiting: [],
    instructions: new Map(),
    reopened: 0,
    solved: null,
    rating: null,
    resolved: null,
    joinedInto: null,
    seq: 0,
    faults: [],
  }
  for (const line of lines) {
    if (line.seq !== told.seq + 1) told.faults.push(`line ${line.seq} comes after line ${told.seq}`)
    if (told.seq === 0 ? line.kind !== 'case.accepted' : line.kind === 'case.accepted')
      told.faults.push(`${line.kind} at line ${line.seq}`)
    if (place[line.kind]?.includes(told.stage) === false)
      told.faults.push(`${line.kind} while ${told.stage} at line ${line.seq}`)
    momentFaults(line, told)
    told.seq = line.seq
    effects[line.kind]?.(told, line.data, line)
  }
  return told
}

/** Nothing is done before it may be, nor ahead of its writing: three days back at the most, and never ahead. */
function momentFaults({ kind, seq, recorded, occurred }: Line, { faults }: Told): void {
  if (occurred > recorded) faults.push(`${kind} at line ${seq} lies ahead`)
  if (occurred < recorded - 72 * 60) faults.push(`${kind} at line ${seq} lies too far back`)
}

type Data = Line['data']
type Effect = (told: Told, data: Data, line: Line) => void

export interface Hand {
  readonly unitId: string
  readonly role: string
  readonly dueAt: string
  readonly provisional: boolean
  readonly share?: number
}

export const handsOf = (data: Data) => (data.units ?? []) as readonly Hand[]

function hand(told: Told, data: Data): void {
  for (const { unitId, role } of handsOf(data)) {
    told.parts = [
      ...told.parts.filter((part) => part.unitId !== unitId),
      { unitId, role, stage: 'dispatched' },
    ]
    if (role === 'lead') told.lead = unitId
  }
}

const partOf = (told: Told, unitId: unknown): ToldPart | undefined =>
  told.parts.find((part) => part.unitId === unitId)

/** A unit's part comes to a stage; where it leads, so does the case. */
function bring(told: Told, unitId: unknown, stage: string, from?: readonly string[]): void {
  const part = partOf(told, unitId)
  if (!part) return void told.faults.push(`${String(unitId)} has no part`)
  if (from && !from.includes(part.stage)) told.faults.push(`a part goes from ${part.stage} to ${stage}`)
  part.stage = stage
  if (unitId === told.lead) told.stage = stage
}

const end =
  (stage: string): Effect =>
  (told) => {
    told.stage = stage
  }

/** There is no result any more: of the next one its reporter is asked anew (`closing/README.md`). */
function askAnew(told: Told): void {
  Object.assign(told, { resolved: null, solved: null, rating: null })
}

/** Whoever stands on the spot or has noted something is at work on it. */
const atWork: Effect = (told, { unitId }) => {
  if (unitId === null) return
  bring(told, unitId, 'handling', worked)
}

const effects: Readonly<Record<string, Effect>> = {
  'case.screened': (told, data) => {
    Object.assign(told, { stage: 'screened', matter: data.matter, joinedInto: null })
    told.confidential ||= data.confidential === true
  },
  'case.joined': (told, { into }) => {
    Object.assign(told, { stage: 'joined', matter: undefined, joinedInto: into })
  },
  'case.declined': end('declined'),
  'case.referred': end('referred'),
  'case.withdrawn': end('withdrawn'),
  'case.dispatched': (told, data) => {
    told.stage = 'dispatched'
    hand(told, data)
  },
  'case.signed': (told, { unitId }) => bring(told, unitId, 'signed', ['dispatched']),
  'case.arrived': atWork,
  'case.handled': atWork,
  'case.requested': (told, data) => {
    const {
      requestId: id,
      unitId,
      kind,
      days,
      arbitration,
    } = data as Data & Omit<Waiting, 'id'> & { requestId: string }
    if (told.waiting.some((one) => one.unitId === unitId)) told.faults.push('a unit asks twice')
    told.waiting.push({ id, unitId, kind, days, arbitration })
  },
  'case.request_decided': decided,
  'case.resumed': (told, { unitId }) => bring(told, unitId, 'handling', ['paused', 'listed']),
  'case.resolved': (told, data, { occurred }) => {
    if (data.unitId !== null) {
      const part = partOf(told, data.unitId)
      if (part) part.stage = 'resolved'
      told.waiting = told.waiting.filter(({ unitId }) => unitId !== data.unitId)
    }
    const isWhole = told.parts.every(({ stage }) => stage === 'resolved' || stage === 'returned')
    if (isWhole !== data.whole) told.faults.push(`whole is ${String(data.whole)} and should be ${isWhole}`)
    if (data.whole) Object.assign(told, { stage: 'resolved', resolved: occurred })
  },
  'case.replied': end('replied'),
  'case.checked': (told, { passed }) => {
    told.stage = passed ? 'checked' : 'handling'
    if (passed) return
    askAnew(told)
    for (const part of told.parts) if (part.stage === 'resolved') part.stage = 'handling'
  },
  'case.rated': (told, { solved, rating }) => {
    Object.assign(told, { solved, rating })
  },
  'case.reopened': (told, data) => {
    told.reopened += 1
    askAnew(told)
    told.stage = handsOf(data).length > 0 ? 'dispatched' : 'screened'
    hand(told, data)
  },
  'case.closed': end('closed'),
  'case.instructed': (told, { instructionId, unitId, giver, dueAt }) => {
    const due = Temporal.Instant.from(dueAt as string).epochMilliseconds / 60_000
    const to = { unitId: unitId as string, giver: giver as string }
    told.instructions.set(instructionId as string, { ...to, due, pressed: false })
  },
  'case.instruction_overdue': (told, { instructionId }) => {
    const instruction = told.instructions.get(instructionId as string)
    if (instruction) instruction.pressed = true
    else told.faults.push('an instruction is overdue that does not stand')
  },
  'case.instruction_answered': (told, { instructionId }) => {
    told.instructions.delete(instructionId as string)
  },
  'case.instruction_lapsed': (told, { instructionId }) => {
    told.instructions.delete(instructionId as string)
  },
  'case.instruction_withdrawn': (told, { instructionId }) => {
    told.instructions.delete(instructionId as string)
  },
}

const grantedStage: Readonly<Record<string, string>> = {
  pause: 'paused',
  listing: 'listed',
  return: 'returned',
}

function decided(told: Told, data: Data): void {
  const asked = told.waiting.find(({ id }) => id === data.requestId)
  if (!asked) told.faults.push('nobody had asked for what was decided')
  told.waiting = told.waiting.filter((one) => one !== asked)
  const stage = grantedStage[data.kind as string]
  if (data.granted !== true || stage === undefined) return
  bring(told, data.unitId, stage, stage === 'returned' ? ['dispatched', ...worked] : worked)
}
