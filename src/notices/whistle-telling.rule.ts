import type { Rung, WhistleToTell } from '../cases/door.ts'
import type { JournalLine } from '../platform/follower.ts'
import type { Notice, NoticeKind } from './contract.ts'
import type { Audience, Telling } from './telling.rule.ts'

/** What a line's whistle is, and who looked after its place then, from the district down. */
export interface AboutWhistle {
  readonly whistle: WhistleToTell
  readonly reach: readonly string[]
}

/** Lines about a whistle of which somebody is told. */
export const whistleKinds: ReadonlySet<string> = new Set([
  'whistle.blown',
  'whistle.reviewed',
  'whistle.sounded',
  'whistle.units_called',
  'whistle.hidden',
  'whistle.call_absent',
  'whistle.call_signed',
  'whistle.call_refused',
  'whistle.call_declined',
  'whistle.call_arrived',
  'whistle.call_acted',
  'whistle.call_pressed',
  'whistle.call_released',
  'whistle.call_rated',
  'whistle.ended',
  'whistle.climbed',
])

/** Whoever is called is called by night too: its minutes run by the clock on the wall. */
const alwaysUrgent: ReadonlySet<NoticeKind> = new Set([
  'whistle_called',
  'whistle_invited',
  'whistle_pressed',
  'whistle_reminded',
  'whistle_climbed',
  'whistle_confirm',
])

/** What the street that coordinates hears of one unit's answer. */
const answers: ReadonlyMap<string, NoticeKind> = new Map([
  ['whistle.call_absent', 'whistle_absent'],
  ['whistle.call_refused', 'whistle_refused'],
  ['whistle.call_declined', 'whistle_refused'],
  ['whistle.call_acted', 'whistle_acted'],
])
/** What a unit hears of the street. */
const toOwnUnit: ReadonlyMap<string, NoticeKind> = new Map([
  ['whistle.call_pressed', 'whistle_pressed'],
  ['whistle.call_released', 'whistle_released'],
  ['whistle.call_rated', 'whistle_rated'],
])

/**
 * What a line of a whistle's story is told, and to whom: the units that are called, the street, the desk that blew, and
 * whoever stands on a step of the ladder.
 */
export function whistleTellings(line: JournalLine, about: AboutWhistle): Telling[] {
  const { kind, data } = line
  const { whistle, reach } = about
  const unitId = typeof data.unitId === 'string' ? data.unitId : null
  const street: Audience = { to: 'deciders', areaIds: reach }
  const say = (what: NoticeKind, audience: Audience, facts: Notice['facts'] = {}): Telling[] => [
    tellWhistle(whistle, what, audience, facts),
  ]
  const answer = answers.get(kind)
  if (answer) return say(answer, street, { unitId })
  const toUnit = toOwnUnit.get(kind)
  if (toUnit && unitId !== null) return say(toUnit, { to: 'units', unitIds: [unitId] }, { unitId })
  switch (kind) {
    case 'whistle.blown':
      return whistle.review === 'none' ? [] : say('whistle_review', street)
    case 'whistle.reviewed':
      return data.warranted === true ? [] : say('whistle_unwarranted', deskThatBlew(about))
    case 'whistle.sounded':
      return [
        ...called(whistle, new Set(data.unitIds as readonly string[]), String(data.signDueAt)),
        ...(whistle.review === 'before' ? say('whistle_agreed', deskThatBlew(about)) : []),
      ]
    case 'whistle.units_called':
      return called(whistle, new Set(unitsIn(data)), String(data.signDueAt))
    case 'whistle.hidden':
      return releasedUnseen(whistle, data.unitIds as readonly string[])
    case 'whistle.call_signed':
      return isLate(line, whistle) ? say('whistle_signed_late', street, { unitId }) : []
    case 'whistle.call_arrived':
      return data.from === 'spot' ? [] : say('whistle_elsewhere', street, { unitId })
    case 'whistle.ended': {
      const unitIds = whistle.calls.map((call) => call.unitId)
      return [...say('whistle_ended', { to: 'units', unitIds }), ...say('whistle_ended', deskThatBlew(about))]
    }
    case 'whistle.climbed':
      return climbed(data, about)
    default:
      return []
  }
}

/** Departments are whistled, property firms invited. */
function called(whistle: WhistleToTell, unitIds: ReadonlySet<string>, dueAt: string): Telling[] {
  const calledAs = (how: string): Audience => ({
    to: 'units',
    unitIds: whistle.calls.flatMap((call) =>
      call.how === how && unitIds.has(call.unitId) ? [call.unitId] : [],
    ),
  })
  return [
    tellWhistle(whistle, 'whistle_called', calledAs('whistled'), { dueAt }),
    tellWhistle(whistle, 'whistle_invited', calledAs('invited'), {}),
  ]
}

/** Who was on the way must hear that nobody is needed there: that alone, and not of which whistle. */
const releasedUnseen = (whistle: WhistleToTell, unitIds: readonly string[]): Telling[] => [
  {
    kind: 'whistle_released',
    caseId: null,
    facts: practised(whistle),
    audience: { to: 'units', unitIds },
    confidential: false,
    urgent: true,
  },
]

const unitsIn = (data: JournalLine['data']): string[] =>
  (data.calls as unknown as readonly { unitId: string }[]).map(({ unitId }) => unitId)

/** A unit's desk and head hear of their own unit; above them one thing is said of all of whom it was due at once. */
function climbed(data: JournalLine['data'], { whistle, reach }: AboutWhistle): Telling[] {
  const rung = data.audience as Rung
  const unitIds = unitsIn(data)
  const kind =
    data.toConfirm === true
      ? 'whistle_confirm'
      : data.kind === 'remind'
        ? 'whistle_reminded'
        : 'whistle_climbed'
  const facts = { clock: String(data.clock), dueAt: String(data.dueAt) }
  const say = (units: readonly string[]) =>
    tellWhistle(
      whistle,
      kind,
      { to: 'rung', rung, unitIds: units, areaIds: reach },
      { ...facts, unitId: units.length === 1 ? units[0]! : null },
    )
  return rung === 'desk' || rung === 'unit_head' ? unitIds.map((unitId) => say([unitId])) : [say(unitIds)]
}

/** What is practised is told in the app alone, where it says so. */
const practised = ({ practice }: WhistleToTell): Notice['facts'] => (practice ? { practice } : {})

/** `whistleId` is what it opens; of a whistle whose case is confidential the centre alone hears. */
export const tellWhistle = (
  whistle: WhistleToTell,
  kind: NoticeKind,
  audience: Audience,
  facts: Notice['facts'],
): Telling => ({
  kind,
  caseId: null,
  facts: { whistleId: whistle.id, areaId: whistle.areaId, ...practised(whistle), ...facts },
  audience,
  confidential: whistle.hidden,
  urgent: whistle.situation === 'emergency' || alwaysUrgent.has(kind),
})

/** The desk that blew; its areas end at its place, so that its own group hears. */
const deskThatBlew = ({ whistle, reach }: AboutWhistle): Audience => ({
  to: 'rung',
  rung: 'desk',
  unitIds: [],
  areaIds: reach.slice(0, reach.indexOf(whistle.blowerAreaId) + 1),
})

/** Who was invited owes no signature. */
function isLate({ data, occurredAt }: JournalLine, { calls }: WhistleToTell): boolean {
  const call = calls.find(({ id }) => id === data.callId)
  return (
    call?.how === 'whistled' &&
    call.signDueAt !== null &&
    Temporal.Instant.compare(occurredAt, call.signDueAt) > 0
  )
}
