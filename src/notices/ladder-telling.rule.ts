import type { Rung } from '../cases/door.ts'
import type { JournalLine } from '../platform/follower.ts'
import { type About, type Audience, keptReach, type Telling, tell } from './telling.rule.ts'

/**
 * What the ladder (督办) tells of a line: whoever stands on a step hears of which clock, and its deadline; of an
 * instruction the unit, then whoever gave it, and when it is not answered in time the next step too.
 */
export function ladderTellings({ kind, data, recordedAt }: JournalLine, about: About): Telling[] {
  const unitId = typeof data.unitId === 'string' ? data.unitId : null
  const dueAt = typeof data.dueAt === 'string' ? data.dueAt : null
  const on = (rung: unknown) => onRung(rung as Rung, unitId, about)
  const toUnit: Audience = { to: 'units', unitIds: unitId === null ? [] : [unitId] }
  switch (kind) {
    case 'case.climbed': {
      // Said late, after a night without power or so, a reminder must not speak of a time that is over.
      const isOver = dueAt !== null && Temporal.Instant.compare(Temporal.Instant.from(dueAt), recordedAt) < 0
      const said = data.kind === 'remind' && !isOver ? 'ladder_reminded' : 'ladder_pressed'
      return [tell(about.told, said, on(data.audience), { unitId, clock: String(data.clock), dueAt })]
    }
    case 'case.instructed':
      return [tell(about.told, 'instruction_given', toUnit, { unitId, dueAt })]
    case 'case.instruction_withdrawn':
      return [tell(about.told, 'instruction_withdrawn', toUnit, { unitId })]
    case 'case.instruction_answered':
      return [tell(about.told, 'instruction_answered', on(data.giver), { unitId })]
    case 'case.instruction_overdue':
      return [data.audience, data.giver].map((rung) =>
        tell(about.told, 'instruction_overdue', on(rung), { unitId, dueAt }),
      )
    default:
      return []
  }
}

/** Those of a step, of this unit or, where none has the case, of the place. */
const onRung = (rung: Rung, unitId: string | null, { told, before }: About): Audience => ({
  to: 'rung',
  rung,
  unitIds: unitId === null ? [] : [unitId],
  areaIds: keptReach(told, before),
})
