import { saysOtherwise, storyWitness } from '../story-witness.sql.ts'
import { toPassed } from './passed.sql.ts'
import { passedBy } from './passed-state.rule.ts'

const name = 'passed on'

/** What was passed on, against its lines: a signature or an answer that was made by hand shows here. */
export const passedWitness = storyWitness({
  name,
  rowOf: { 'passed_on.passed': 'passed_on' },
  rowsAfter: async (db, after, limit) => {
    const rows = db.selectFrom('passed_on').selectAll().where('id', '>', after).orderBy('id').limit(limit)
    return (await rows.execute()).map(toPassed)
  },
  wrongIn: (row, lines) => {
    const told = passedBy(lines)
    return told && saysOtherwise(name, row.id, row, told)
  },
})
