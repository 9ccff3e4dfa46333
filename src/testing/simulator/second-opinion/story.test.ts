import { expect, test } from 'vitest'
import { type Line, tell } from './story.ts'

const storyOf = (...lines: readonly (readonly [kind: string, data?: Line['data']])[]): Line[] =>
  lines.map(([kind, data = {}], index) => ({
    seq: index + 1,
    kind,
    recorded: index,
    occurred: index,
    actor: '',
    subject: '',
    data,
  }))

const answered = [
  ['case.accepted'],
  ['case.screened', { matter: 'FA02' }],
  ['case.resolved', { unitId: null, whole: true }],
  ['case.replied'],
] as const
const notSolved = ['case.rated', { solved: false, rating: 2 }] as const

test.each([
  ['opened again', ['case.reopened', { units: [], because: 'not_solved' }]],
  ['sent back by a desk', ['case.checked', { passed: false }]],
] as const)('of what was %s its reporter is asked anew: what they said was of another result', (_, again) => {
  const before = tell(storyOf(...answered, notSolved))
  expect([before.solved, before.rating, before.faults]).toEqual([false, 2, []])
  const after = tell(storyOf(...answered, notSolved, again))
  expect([after.solved, after.rating, after.resolved, after.faults]).toEqual([null, null, null, []])
})
