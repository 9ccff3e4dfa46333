import type { ClaimPage, Filed } from '../../evaluation/contract.ts'
import type { Random } from '../../kernel/random.ts'
import { act } from '../world-client.ts'
import type { World } from '../world-over.ts'
import type { UnitName } from '../world-units.ts'
import type { Deeds } from './deeds.ts'
import type { ScoreAudit } from './score-audit.ts'
import { characters } from './town.ts'

/** What a day brings to the assessment: units ask that cases be taken out and object, the centre decides and closes the month. */
export async function officeDay(
  world: World,
  deeds: Deeds,
  random: Random,
  scores: ScoreAudit,
  today: string,
): Promise<void> {
  const last = Temporal.PlainYearMonth.from(today.slice(0, 7)).subtract({ months: 1 }).toString()
  const facts = [...scores.facts].flatMap(([subject, its]) => its.map((fact) => ({ subject, ...fact })))
  const names = new Map(Object.entries(world.units).map(([name, id]) => [id, name as UnitName]))
  for (let asked = 0; asked < 3 && facts.length > 0; asked += 1) {
    const { subject, unitId, month } = random.pick(facts)
    const [by] = characters[names.get(unitId)!] ?? ['department']
    const claim =
      random.next() < 0.6
        ? { kind: 'exclusion', subjects: [subject] }
        : { kind: 'objection', subjects: random.next() < 0.5 ? [subject] : [] }
    const body = act({ ...claim, unitId, month: random.next() < 0.9 ? month : last, words: '这件不归我们' })
    await deeds.post<Filed>(`claim: ${claim.kind}`, by, '/api/assessment/claims', body)
  }
  const { rows } = await world.as('centre').sees<ClaimPage>('/api/assessment/claims?open=true&limit=100')
  const isLate = today.slice(8) > '10'
  for (const { id, subjects } of rows) {
    if (!isLate && random.next() < 0.6) continue
    const granted = random.next() < 0.5
    const takenOut = granted ? subjects.map(({ subject }) => subject) : []
    const body = act({ granted, takenOut, words: granted ? '情况属实' : '理由不足' })
    await deeds.post<Filed>('claim: decide', 'centre', `/api/assessment/claims/${id}/decide`, body)
  }
  // It is tried too early now and then, and too late again: then it is refused.
  if (isLate ? today.slice(8) < '15' : random.next() < 0.05)
    await deeds.post('close the month', 'centre', `/api/assessment/months/${last}/close`, act())
}
