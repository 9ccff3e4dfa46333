import type { PassedToTell } from '../cases/door.ts'
import type { JournalLine } from '../platform/follower.ts'
import type { Notice, NoticeKind } from './contract.ts'
import type { Audience, Telling } from './telling.rule.ts'

/** Lines about something passed on of which somebody is told. */
export const passedKinds: ReadonlySet<string> = new Set([
  'passed_on.passed',
  'passed_on.added',
  'passed_on.answered',
  'passed_on.overdue',
])

/** The unit hears what it is to sign for and to answer; whoever passed it on, what came of it; of delay both, the unit's head. */
export function passedTellings({ kind, data }: JournalLine, passed: PassedToTell): Telling[] {
  const { toUnitId, reach } = passed
  const unit: Audience = { to: 'units', unitIds: [toUnitId] }
  const say = (what: NoticeKind, audience: Audience, facts: Notice['facts'] = {}): Telling =>
    tellPassed(passed, what, audience, { unitId: toUnitId, ...facts })
  switch (kind) {
    case 'passed_on.passed':
      return [say('passed_on', unit, { dueAt: String(data.receiveDueAt) })]
    case 'passed_on.added':
      return [say('passed_on_added', unit)]
    case 'passed_on.answered':
      return [say('passed_on_answered', passerOf(passed), { answer: String(data.answer) })]
    case 'passed_on.overdue':
      return [
        say('passed_on_overdue', { to: 'rung', rung: 'unit_head', unitIds: [toUnitId], areaIds: reach }),
        say('passed_on_overdue', passerOf(passed)),
      ]
    default:
      return []
  }
}

/** The unit whose desk passed it on, or the street. */
const passerOf = ({ fromUnitId, reach }: PassedToTell): Audience =>
  fromUnitId === null ? { to: 'deciders', areaIds: reach } : { to: 'units', unitIds: [fromUnitId] }

const tellPassed = (
  { id: passedId, areaId, hidden }: PassedToTell,
  kind: NoticeKind,
  audience: Audience,
  facts: Notice['facts'],
): Telling => ({
  kind,
  caseId: null,
  facts: { passedId, areaId, ...facts },
  audience,
  confidential: hidden,
})
