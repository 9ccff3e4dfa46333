import type { Witness } from '../../platform/verify.ts'
import { mostFlaws, saysOtherwise, storyWitness } from '../story-witness.sql.ts'
import { type Call, toCall } from './call.sql.ts'
import { type ToldCall, whistleOf } from './whistle-state.rule.ts'

/**
 * Whistles, calls, advice and rules against their lines: an absence that was taken out, a rating that was bettered, an
 * advice that was planted shows here.
 */
export const whistleWitness: Witness = async (...at) => [
  ...(await stories(...at)),
  ...(await strangeAdvice(...at)),
]

const stories = storyWitness({
  name: 'whistle',
  rowOf: {
    'whistle.blown': 'whistles',
    'whistle.advised': 'whistle_advice',
    'whistle.rules_announced': 'whistle_rules',
  },
  rowsAfter: async (db, after, limit) => {
    const found = db.selectFrom('whistles').selectAll().where('id', '>', after).orderBy('id').limit(limit)
    const whistles = (await found.execute()).map((row) => ({
      id: row.id,
      chain: row.chain,
      seq: row.seq,
      stage: row.stage,
      situation: row.situation,
      areaId: row.area_id,
      caseId: row.case_id,
      review: row.review,
      warranted: row.warranted,
      soundedAt: row.sounded_at,
      endedAt: row.ended_at,
    }))
    if (whistles.length === 0) return []
    const ids = whistles.map(({ id }) => id)
    const calls = await db.selectFrom('whistle_calls').selectAll().where('whistle_id', 'in', ids).execute()
    const callsOf = Map.groupBy(calls.map(toCall), (call) => call.whistleId)
    return whistles.map((whistle) => ({ ...whistle, calls: callsOf.get(whistle.id) ?? [] }))
  },
  wrongIn: ({ calls, ...row }, lines) => {
    const told = whistleOf(lines)
    if (!told) return null
    const { calls: toldCalls, ...says } = told
    return [
      ...saysOtherwise(
        'whistle',
        row.id,
        { ...row, calls: calls.length },
        { ...says, calls: toldCalls.size },
      ),
      ...calls.flatMap((call) => wrongCall(call, toldCalls.get(call.id) ?? null)),
    ]
  },
})

function wrongCall(call: Call, told: ToldCall | null): string[] {
  const { promptness, result, attitude } = call
  const marks = promptness === null ? null : [promptness, result, attitude].join()
  return saysOtherwise('call', call.id, { ...call, marks }, told)
}

/** Advice and rules that no line speaks of. */
const strangeAdvice: Witness = async (db) => {
  const spoken = db
    .selectFrom('journal')
    .select('subject')
    .where('kind', 'in', ['whistle.advised', 'whistle.rules_announced'])
  const advice = await db
    .selectFrom('whistle_advice')
    .select('id')
    .where('id', 'not in', spoken)
    .limit(mostFlaws)
    .execute()
  const rules = await db
    .selectFrom('whistle_rules')
    .select('id')
    .where('id', 'not in', spoken)
    .limit(mostFlaws)
    .execute()
  return [...advice, ...rules].map(({ id }) => ({
    kind: 'row_changed',
    chain: null,
    n: null,
    about: `${id}: written by no line`,
  }))
}
