import { wasElsewhereFirst } from '../cases/whistle/lateness.rule.ts'
import { type ToldWhistle, whistleOf } from '../cases/whistle/whistle-state.rule.ts'
import { isPractice } from './case-facts.rule.ts'
import type { Because, Measure } from './contract.ts'
import { type AssessedLine, answered, type Fact, marked, timed } from './fact.rule.ts'

type Call = ToldWhistle['calls'] extends ReadonlyMap<string, infer Told> ? Told : never
type Found = Omit<Fact, 'unitId' | 'round' | 'matter'>

/** What a whistle's story says of the units that it called. One found unwarranted or blown in a drill says nothing, nor does an invitation. */
export function whistleFacts(story: readonly AssessedLine[]): Fact[] {
  const whistle = whistleOf(story)
  if (!whistle || whistle.soundedAt === null || whistle.warranted === false || isPractice(story)) return []
  // Its case turned out to be confidential (Care 3).
  if (story.some(({ kind }) => kind === 'whistle.hidden')) return []
  return [...whistle.calls].flatMap(([callId, call]) => {
    if (call.how !== 'whistled') return []
    const found = [signed(call), arrived(call), stayed(call), ...rated(story, callId)]
    return found
      .filter((fact) => fact !== null)
      .map((fact) => ({ ...fact, unitId: call.unitId, round: 1, matter: null }))
  })
}

const isBefore = (one: Temporal.Instant, other: Temporal.Instant): boolean =>
  Temporal.Instant.compare(one, other) < 0

/** A duty of a call: refused before it was due is not done, from then on; released before is not owed. */
function duty(
  measure: Measure,
  call: Call,
  dueAt: Temporal.Instant | null,
  doneAt: Temporal.Instant | null,
): Found | null {
  if (dueAt === null) return null
  const refusedAt = call.stage === 'refused' ? call.refusedAt : null
  if (doneAt === null && refusedAt !== null && isBefore(refusedAt, dueAt))
    return { ...answered(false, refusedAt, 'refused'), measure, dueAt, doneAt: null }
  const endedAt = doneAt ?? call.releasedAt
  const end = doneAt ? 'done' : endedAt ? 'off' : null
  const found = timed({ dueAt, endedAt, end })
  return found && { ...found, measure }
}

/** Why a duty that was missed was missed, where the call says more than that it is late. */
const whyMissed = (found: Found | null, why: Because | null): Found | null =>
  found && found.points === 0 && found.because !== 'refused' && why ? { ...found, because: why } : found

/** 按时签到. */
function signed(call: Call): Found | null {
  const found = duty('signed', call, call.signDueAt, call.signedAt)
  if (call.absentAt === null || call.signedAt !== null) return found
  return found && { ...found, because: 'absent', pending: false }
}

/** 按时到场: at the spot, or as the street confirms. */
function arrived(call: Call): Found | null {
  const found = duty('arrived', call, call.reportDueAt, call.arrivedAt)
  const fromElsewhere = wasElsewhereFirst(call)
  if (found?.points === 1 && fromElsewhere) return { ...found, because: 'first_elsewhere' }
  const why = fromElsewhere ? 'elsewhere' : call.absentAt && call.signedAt === null ? 'absent' : null
  return whyMissed(found, call.arrivedAt === null ? why : null)
}

/** Neither absent nor refused at any time; that it stayed is known when it is released. */
function stayed(call: Call): Found | null {
  const measure = 'answered'
  const { absentAt, refusedAt, releasedAt } = call
  if (absentAt && (!refusedAt || !isBefore(refusedAt, absentAt)))
    return { ...answered(false, absentAt, 'absent'), measure }
  if (refusedAt) return { ...answered(false, refusedAt, 'refused'), measure }
  return releasedAt && { ...answered(true, releasedAt, 'released'), measure }
}

/** 评价权: the street's marks, the last ones given. */
function rated(story: readonly AssessedLine[], callId: string): Found[] {
  const line = story.findLast(({ kind, data }) => kind === 'whistle.call_rated' && data.callId === callId)
  if (!line) return []
  const { data, occurredAt } = line
  return (['promptness', 'result', 'attitude'] as const).map((measure) => ({
    ...marked(Number(data[measure]), 5, occurredAt),
    measure,
  }))
}
