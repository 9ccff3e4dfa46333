import type { Rung, ToldCase } from '../cases/door.ts'
import type { Asker } from '../neighbours/door.ts'
import type { PostKind } from '../people/contract.ts'
import type { JournalLine } from '../platform/follower.ts'
import type { Notice, NoticeKind } from './contract.ts'

/** Whom a line is told to. Areas run from the district down. */
export type Audience =
  | { readonly to: 'reporter'; readonly accountId: string }
  /** Whoever holds the account, also where they did it themselves: it may have been somebody else. */
  | { readonly to: 'holder'; readonly accountId: string }
  /** Whoever was called for an emergency, each by name. */
  | { readonly to: 'called'; readonly accountIds: readonly string[] }
  /** Posts of these kinds, of the unit or in the area. */
  | {
      readonly to: 'posts'
      readonly kinds: readonly PostKind[]
      readonly unitIds: readonly string[]
      readonly areaIds: readonly string[]
    }
  | { readonly to: 'units'; readonly unitIds: readonly string[] }
  /** A step of the ladder: of the unit, or of the areas where no unit has the case; nobody there, then the next above. */
  | {
      readonly to: 'rung'
      readonly rung: Rung
      readonly unitIds: readonly string[]
      readonly areaIds: readonly string[]
    }
  | { readonly to: 'grid_workers' | 'deciders' | 'nearest'; readonly areaIds: readonly string[] }

/** One thing to tell: what, about which case, and to whom. */
export interface Telling {
  readonly kind: NoticeKind
  readonly caseId: string | null
  readonly facts: Notice['facts']
  readonly audience: Audience
  /** Of a confidential case only the centre's posts are told, besides its reporter. */
  readonly confidential: boolean
  /** Told at once, in a quiet time too. */
  readonly urgent?: boolean
}

/** What a line's case is, and what its story said before the line: `storyKinds` alone. */
export interface About {
  readonly told: ToldCase
  readonly before: readonly Pick<JournalLine, 'kind' | 'data' | 'seq'>[]
  /** Cases that were joined into it by then, and into those. */
  readonly joined: readonly ToldCase[]
}

/** Lines that say what another line of the same story means: who had the case, and who looked after its place. */
export const storyKinds = [
  'case.dispatched',
  'case.reopened',
  'case.replied',
  'case.reopen_decided',
  'case.reach_moved',
  'case.took_in',
] as const

/** Lines about a case of which somebody is told. */
export const toldKinds: ReadonlySet<string> = new Set([
  'case.accepted',
  'case.dispatched',
  'case.signed',
  'case.replied',
  'case.took_in',
  'case.declined',
  'case.referred',
  'case.joined',
  'case.requested',
  'case.request_decided',
  'case.climbed',
  'case.instructed',
  'case.instruction_answered',
  'case.instruction_withdrawn',
  'case.instruction_overdue',
  'case.checked',
  'case.reopened',
  'case.reopen_asked',
  'case.reopen_decided',
  'case.closed',
])

interface Hand {
  readonly unitId: string
  readonly role: 'lead' | 'assist'
  readonly dueAt: string
}

/** An emergency is told to the nearest posts of its place. */
export const tellAlert = (line: JournalLine, areaIds: readonly string[]): Telling[] => [
  {
    kind: 'alert',
    caseId: null,
    facts: { alertId: line.subject, areaId: String(line.data.areaId) },
    audience: { to: 'nearest', areaIds },
    confidential: false,
  },
]

/** Lines about a question that its asker is told: an answer, or why there is none. */
const questionKinds: ReadonlyMap<string, NoticeKind> = new Map([
  ['question.answered', 'own_question_answered'],
  ['question.declined', 'own_question_declined'],
])
export const askerKinds: ReadonlySet<string> = new Set(questionKinds.keys())

/** Whoever asked with an account is told that there is an answer, and at which community's page it stands. */
export function tellAsker(line: JournalLine, asker: Asker): Telling[] {
  const kind = questionKinds.get(line.kind)
  if (kind === undefined) return []
  const facts = { questionId: line.subject, areaId: asker.areaId }
  const audience = { to: 'reporter', accountId: asker.accountId } as const
  return [{ kind, caseId: null, facts, audience, confidential: false }]
}

/** Whose account has a new way in is told: it may not have been them. */
export const tellHolder = ({ kind, subject }: Pick<JournalLine, 'kind' | 'subject'>): Telling[] =>
  kind === 'account.passkey_added'
    ? [
        {
          kind: 'account_passkey_added',
          caseId: null,
          facts: {},
          audience: { to: 'holder', accountId: subject },
          confidential: false,
        },
      ]
    : []

/**
 * What a line of a case's story is told, and to whom: work first, then the reporter, since an account is told one thing
 * of one line.
 */
export function tellingsOf(line: JournalLine, about: About): Telling[] {
  const { told, before } = about
  const { data } = line
  const own = (kind: NoticeKind, facts: Notice['facts'] = {}, of = told): Telling[] =>
    of.accountId === null ? [] : [tell(of, kind, { to: 'reporter', accountId: of.accountId }, facts)]
  const toUnit = (kind: NoticeKind, unitId: string, facts: Notice['facts'] = {}): Telling =>
    tell(told, kind, { to: 'units', unitIds: [unitId] }, { unitId, ...facts })
  const leads = data.unitId === leadOf(before)?.unitId

  switch (line.kind) {
    case 'case.accepted':
      // History that a file brings in is nobody's work of today.
      if (data.source === 'file') return []
      return [tell(told, 'grid_accepted', { to: 'grid_workers', areaIds: told.toldAreas }, placeOf(data))]
    case 'case.dispatched':
    case 'case.reopened': {
      const [unitKind, ownKind] =
        line.kind === 'case.dispatched'
          ? (['unit_dispatched', 'own_dispatched'] as const)
          : // Found hollow by who looked at it: the reporter has said nothing.
            ([data.because === 'found_hollow' ? 'unit_sent_back' : 'unit_reopened', 'own_reopened'] as const)
      const hands = data.units as unknown as readonly Hand[]
      const lead = hands.find(({ role }) => role === 'lead')
      return [
        ...hands.map(({ unitId, role, dueAt }) => toUnit(unitKind, unitId, { role, dueAt })),
        ...own(ownKind, { unitId: lead?.unitId ?? null, dueAt: lead?.dueAt ?? null }),
      ]
    }
    case 'case.signed':
      return leads ? own('own_signed', { unitId: String(data.unitId) }) : []
    case 'case.replied':
      return [told, ...about.joined].flatMap((of) => own('own_replied', {}, of))
    case 'case.took_in':
      // Whoever is joined to a case that was answered has the answer from now on.
      return isAnswered(before)
        ? about.joined.filter((of) => of.id === data.caseId).flatMap((of) => own('own_replied', {}, of))
        : []
    case 'case.declined':
      return own('own_declined')
    case 'case.referred':
      return own('own_referred', { door: String(data.door) })
    case 'case.joined':
      return own('own_joined')
    case 'case.closed':
      return own('own_closed')
    case 'case.requested':
      return [
        tell(
          told,
          'desk_requested',
          { to: 'deciders', areaIds: decidersOf(told, before, data) },
          requestOf(data),
        ),
      ]
    case 'case.request_decided': {
      const dueAt = typeof data.dueAt === 'string' ? data.dueAt : null
      const until = typeof data.until === 'string' ? data.until : null
      const request = String(data.kind)
      const moreTime = data.granted === true && request !== 'return' && leads
      return [
        toUnit('unit_decided', String(data.unitId), { request, granted: data.granted === true, dueAt }),
        ...(moreTime ? own('own_more_time', { request, dueAt, until }) : []),
      ]
    }
    default:
      return [...tellSentBack(line, about), ...tellOfAsk(line, about)]
  }
}

/** Looked at and not done: each unit has it back. */
const tellSentBack = ({ kind, data }: JournalLine, { told, before }: About): Telling[] =>
  kind !== 'case.checked' || data.passed === true
    ? []
    : handsOf(before).map(({ unitId }) =>
        tell(told, 'unit_sent_back', { to: 'units', unitIds: [unitId] }, { unitId }),
      )

/**
 * Not satisfied once more: the centre hears what it is to decide, and it alone, since the street answers for the result. Of
 * a no the reporter is told here, of a yes by the reopening that follows, or here where it was sent back instead.
 */
function tellOfAsk({ kind, data, seq }: JournalLine, { told, before }: About): Telling[] {
  const own = (said: NoticeKind, facts: Notice['facts']): Telling[] =>
    told.accountId === null ? [] : [tell(told, said, { to: 'reporter', accountId: told.accountId }, facts)]
  if (kind === 'case.checked')
    return data.passed === false && endedAsk(before, seq)
      ? own('own_reopened', { unitId: leadOf(before)?.unitId ?? null })
      : []
  if (kind === 'case.reopen_asked')
    return [
      tell(told, 'desk_reopen_asked', { to: 'deciders', areaIds: keptReach(told, before).slice(0, 1) }, {}),
    ]
  return kind !== 'case.reopen_decided' || data.granted === true ? [] : own('own_reopen_refused', {})
}

export const tell = (
  { id, number, confidential, practice }: ToldCase,
  kind: NoticeKind,
  audience: Audience,
  facts: Notice['facts'],
): Telling => ({
  kind,
  caseId: id,
  facts: { number, ...(practice ? { practice } : {}), ...facts },
  audience,
  confidential,
})

const placeOf = (data: JournalLine['data']) => ({ areaId: String(data.areaId) })
const requestOf = (data: JournalLine['data']) => ({
  unitId: String(data.unitId),
  requestId: String(data.requestId),
  request: String(data.kind),
})

/** A dispute is the centre's to decide, and what the street must not hear of: of its areas the district alone. */
const decidersOf = (told: ToldCase, before: About['before'], data: JournalLine['data']): readonly string[] =>
  data.arbitration === true ? keptReach(told, before).slice(0, 1) : keptReach(told, before)

/** The units that had the case last, each with its part. */
const handsOf = (before: About['before']): readonly Hand[] => {
  const handed = before.findLast(
    ({ kind, data }) =>
      kind === 'case.dispatched' || (kind === 'case.reopened' && (data.units as unknown[]).length > 0),
  )
  return (handed?.data.units as unknown as readonly Hand[] | undefined) ?? []
}

/** Whether what the reporter asked for was decided with this line. */
const endedAsk = (before: About['before'], seq: number | null): boolean =>
  seq !== null && before.some((one) => one.kind === 'case.reopen_decided' && one.seq === seq - 1)

const leadOf = (before: About['before']): Hand | undefined =>
  handsOf(before).find(({ role }) => role === 'lead')

const isAnswered = (before: About['before']): boolean =>
  before.findLast(({ kind }) => kind === 'case.replied' || kind === 'case.reopened')?.kind === 'case.replied'

/** The areas whose posts looked after the case then: those of its acceptance, until an area changed its parent. */
const reachOf = (told: ToldCase, before: About['before']): readonly string[] =>
  (before.findLast(({ kind }) => kind === 'case.reach_moved')?.data.reach as string[] | undefined) ??
  told.path

/** As `reachOf`, without the areas that must not hear of the case: those of the worker it complains of. */
export const keptReach = (told: ToldCase, before: About['before']): readonly string[] => {
  const reach = reachOf(told, before)
  return told.toldAreas.length < told.path.length ? reach.slice(0, told.toldAreas.length) : reach
}
