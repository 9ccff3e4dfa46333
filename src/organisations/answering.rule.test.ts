import { expect, test } from 'vitest'
import { answeringKinds } from './answering.rule.ts'

test.each([
  ['department:water', ['department:water']],
  ['street_team:police', ['street_team:police', 'department:police']],
  ['property_firm:any', ['property_firm:any', 'community:any']],
  ['centre', ['centre:any']],
])('%s is answered by %j', (answers, expected) => {
  expect(answeringKinds(answers).map(({ kind, line }) => `${kind}:${line}`)).toEqual(expected)
})
