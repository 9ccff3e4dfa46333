import { saysOtherwise, storyWitness } from '../story-witness.sql.ts'
import { toMediation } from './mediation.sql.ts'
import { mediationOf } from './mediation-state.rule.ts'

const name = 'mediation'

/** Mediations against their lines: a consent that was never given, an agreement put in force by hand shows here. */
export const mediationWitness = storyWitness({
  name,
  rowOf: { 'mediation.opened': 'mediations' },
  rowsAfter: async (db, after, limit) => {
    const rows = db.selectFrom('mediations').selectAll().where('id', '>', after).orderBy('id').limit(limit)
    return (await rows.execute()).map(toMediation)
  },
  wrongIn: (row, lines) => {
    const told = mediationOf(lines)
    return told && saysOtherwise(name, row.id, row, told)
  },
})
