import type { Rung, ToldCase } from '../cases/door.ts'
import type { JournalLine } from '../platform/follower.ts'
import { type About, type Audience, reachOf, type Telling, tell } from './telling.rule.ts'

/** What the ladder (督办) tells of a line: whoever stands on that step hears of which clock, and its deadline. */
export function ladderTellings({ kind, data }: JournalLine, about: About): Telling[] {
  if (kind !== 'case.climbed') return []
  const unitId = typeof data.unitId === 'string' ? data.unitId : null
  const dueAt = typeof data.dueAt === 'string' ? data.dueAt : null
  const said = data.kind === 'remind' ? 'ladder_reminded' : 'ladder_pressed'
  const facts = { unitId, clock: String(data.clock), dueAt }
  return [tell(about.told, said, onRung(data.audience as Rung, unitId, about), facts)]
}

/** Those of a step, of this unit or, where none has the case, of the place. */
const onRung = (rung: Rung, unitId: string | null, { told, before }: About): Audience => ({
  to: 'rung',
  rung,
  unitIds: unitId === null ? [] : [unitId],
  areaIds: keptReach(told, before),
})

/** As `reachOf`, without the areas that must not hear of the case: those of the worker it complains of. */
const keptReach = (told: ToldCase, before: About['before']): readonly string[] =>
  told.toldAreas.length < told.path.length ? told.toldAreas : reachOf(told, before)
