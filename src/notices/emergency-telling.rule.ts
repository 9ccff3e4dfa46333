import type { EmergencyToTell } from '../cases/door.ts'
import type { JournalLine } from '../platform/follower.ts'
import type { NoticeKind } from './contract.ts'
import type { Telling } from './telling.rule.ts'

/** Lines about an emergency of which those are told who were called; what is changed in a drill is no news. */
const kindsOf: Readonly<Record<string, Readonly<Record<'real' | 'drill', NoticeKind | null>>>> = {
  'emergency.called': { real: 'emergency_called', drill: 'drill_called' },
  'emergency.changed': { real: 'emergency_changed', drill: null },
  'emergency.ending': { real: 'emergency_ending', drill: null },
  'emergency.ended': { real: 'emergency_ended', drill: 'drill_ended' },
}

export const emergencyKinds: ReadonlySet<string> = new Set(Object.keys(kindsOf))

/**
 * Whoever was called is told at once, at night too: that it is on, that it is graver or less so, that its planned end is near, that it is over; of what
 * and where. Posts of the field are told apart from offices: it is opened elsewhere.
 */
export function tellEmergency(line: JournalLine, about: EmergencyToTell): Telling[] {
  const kind = kindsOf[line.kind]?.[line.data.drill === true ? 'drill' : 'real'] ?? null
  if (kind === null) return []
  const facts = { modeId: line.subject, emergency: about.kind, areaId: about.areaId }
  return [false, true].flatMap((atField): Telling[] => {
    const accountIds = about.called.filter((one) => one.atField === atField).map(({ accountId }) => accountId)
    if (accountIds.length === 0) return []
    return [
      {
        kind,
        caseId: null,
        facts: atField ? { ...facts, atField } : facts,
        audience: { to: 'called', accountIds },
        confidential: false,
        urgent: true,
      },
    ]
  })
}
