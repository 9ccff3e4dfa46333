import type { Stage } from './contract.ts'

/** A line of a case's story as it stands in the journal, without its commitments. */
export interface StoryLine {
  readonly kind: string
  readonly recordedAt: Temporal.Instant
  readonly occurredAt: Temporal.Instant
  readonly data: Readonly<Record<string, unknown>>
}

/** What a case's lines alone say of it. Moments of acts are those at which their lines were written. */
export interface StoryState {
  readonly number: string
  readonly kind: string
  readonly source: string
  readonly areaId: string
  readonly acceptedAt: Temporal.Instant
  readonly stage: Stage
  /** Undefined where the lines do not tell: a joined case has the matter of the one that took it in. */
  readonly matter: string | null | undefined
  readonly public: boolean
  readonly leadUnitId: string | null
  readonly joinedInto: string | null
  readonly resolvedAt: Temporal.Instant | null
  readonly repliedAt: Temporal.Instant | null
  readonly closedAt: Temporal.Instant | null
  readonly solved: boolean | null
  readonly rating: number | null
  readonly reopened: number
}

/** Recomputes a case's state from its story. Null where the story does not begin with an acceptance. */
export function stateOf(story: readonly StoryLine[]): StoryState | null {
  const [first, ...later] = story
  if (first?.kind !== 'case.accepted') return null
  const state = accepted(first)
  for (const line of later) Object.assign(state, effects[line.kind]?.(state, line))
  return state
}

const accepted = ({ data, occurredAt }: StoryLine): StoryState => ({
  number: String(data.number),
  kind: String(data.kind),
  source: String(data.source),
  areaId: String(data.areaId),
  acceptedAt: occurredAt,
  stage: 'accepted',
  matter: null,
  public: false,
  leadUnitId: null,
  joinedInto: null,
  resolvedAt: null,
  repliedAt: null,
  closedAt: null,
  solved: null,
  rating: null,
  reopened: 0,
})

type Effect = (state: StoryState, line: StoryLine) => Partial<StoryState>

const ended =
  (stage: Stage): Effect =>
  (_state, { recordedAt }) => ({ stage, closedAt: recordedAt })

/** What its reporter said was said of a result that is none any more. */
const unasked = { solved: null, rating: null } as const

/** A unit's act moves the case where the unit leads in it. */
const byLead =
  (effect: Effect): Effect =>
  (state, line) =>
    line.data.unitId === state.leadUnitId ? effect(state, line) : {}

const grantedStage: Readonly<Record<string, Stage>> = {
  pause: 'paused',
  listing: 'listed',
  return: 'returned',
}

const effects: Readonly<Record<string, Effect>> = {
  'case.screened': (_state, { data }) => ({
    stage: 'screened',
    matter: data.matter as string,
    public: data.public as boolean,
    joinedInto: null,
  }),
  'case.published': () => ({ public: true }),
  'case.joined': (_state, { data }) => ({
    stage: 'joined',
    joinedInto: data.into as string,
    matter: undefined,
  }),
  'case.withdrawn': ended('withdrawn'),
  'case.declined': ended('declined'),
  'case.referred': ended('referred'),
  'case.dispatched': (_state, { data }) => ({ stage: 'dispatched', ...leadIn(data), resolvedAt: null }),
  'case.signed': byLead(() => ({ stage: 'signed' })),
  'case.arrived': byLead((state) => (state.stage === 'signed' ? { stage: 'handling' } : {})),
  'case.handled': byLead((state) => (state.stage === 'signed' ? { stage: 'handling' } : {})),
  'case.request_decided': byLead((_state, { data }) => {
    const stage = data.granted === true ? grantedStage[String(data.kind)] : undefined
    return stage ? { stage } : {}
  }),
  'case.resumed': byLead(() => ({ stage: 'handling' })),
  // Perhaps sent long after it was done, where there was no signal: its clock stopped when it was done.
  'case.resolved': (_state, { data, occurredAt }) =>
    data.whole === true ? { stage: 'resolved', resolvedAt: occurredAt } : {},
  'case.replied': (_state, { recordedAt }) => ({ stage: 'replied', repliedAt: recordedAt }),
  'case.checked': (_state, { data }) =>
    data.passed === true ? { stage: 'checked' } : { stage: 'handling', resolvedAt: null, ...unasked },
  'case.rated': (_state, { data }) => ({ solved: data.solved as boolean, rating: data.rating as number }),
  'case.reopened': (state, { data }) => ({
    ...leadIn(data),
    stage: hasUnits(data) ? 'dispatched' : 'screened',
    reopened: state.reopened + 1,
    resolvedAt: null,
    closedAt: null,
    ...unasked,
  }),
  'case.closed': ended('closed'),
  'case.history': (state, { data }) => history(state, data),
}

type Data = StoryLine['data']

const unitsOf = (data: Data) =>
  (data.units ?? []) as readonly { readonly unitId: string; readonly role: string }[]
const hasUnits = (data: Data): boolean => unitsOf(data).length > 0

function leadIn(data: Data): Partial<StoryState> {
  const lead = unitsOf(data).find((unit) => unit.role === 'lead')
  return lead ? { leadUnitId: lead.unitId } : {}
}

/** A reply closes a message without anybody having said that it was resolved; a close of a request says it. */
function history(state: StoryState, data: Data): Partial<StoryState> {
  const moment = (value: unknown) => (typeof value === 'string' ? Temporal.Instant.from(value) : null)
  const repliedAt = moment(data.repliedAt)
  const closedAt = moment(data.closedAt)
  return {
    stage: closedAt ? 'closed' : state.stage,
    repliedAt,
    closedAt,
    resolvedAt: repliedAt ? null : closedAt,
  }
}

/** An act takes its moment before it waits for the chain, where its line gets another: so far they may lie apart. */
const waitedSeconds = 120

/** What a case's row says otherwise than its story, by the names of `StoryState`. */
export function differences(row: StoryState, told: StoryState): string[] {
  const names = Object.keys(told) as (keyof StoryState)[]
  return names.filter((name) => {
    if (name === 'matter' && told.matter === undefined) return false
    return !same(row[name], told[name], name === 'acceptedAt' ? 0 : waitedSeconds)
  })
}

function same(one: unknown, other: unknown, seconds: number): boolean {
  if (!(one instanceof Temporal.Instant) || !(other instanceof Temporal.Instant)) return one === other
  return Math.abs(one.epochMilliseconds - other.epochMilliseconds) <= seconds * 1000
}
