import { expect, test } from 'vitest'
import type { CaseFact } from './facts.ts'
import { headOf, inMonths, isTakenOut } from './months.ts'
import type { Line } from './story.ts'

const line = (kind: string, recorded: number, data: Line['data'] = {}, subject = ''): Line => {
  return { seq: recorded, kind, recorded, occurred: recorded, actor: '', subject, data }
}
const fact = (measure: string, month: string, points: number): CaseFact => {
  const of = {
    unitId: 'team',
    measure,
    round: 1,
    countsAt: 0,
    pending: false,
    outOf: 1,
    matter: null,
    takenOut: false,
  }
  return { ...of, month, points }
}
const [october, november] = ['2026-10', '2026-11']
const story = [line('case.closed', 1), line('case.reopened', 5)]
const finals = [{ month: october, closed: 3 }]

test('what counted in a final month counts there alone, but for that it was opened again later', () => {
  const factsOf = (lines: readonly Line[]) =>
    lines.length === 1
      ? [fact('solved', october, 1), fact('stood', october, 1)]
      : [fact('solved', november, 0), fact('stood', november, 0)]
  expect(inMonths(story, finals, factsOf)).toEqual([
    fact('solved', october, 1),
    fact('stood', october, 1),
    fact('stood', november, 0),
  ])
})

test('what would fall into a final month later falls into none', () => {
  const factsOf = (lines: readonly Line[]) => (lines.length === 1 ? [] : [fact('resolved', october, 0)])
  expect(inMonths(story, finals, factsOf)).toEqual([])
})

test('a month waits for its claims and for the tenth day; what is taken out is taken out of that unit and month', () => {
  const claimed = line('assessment.claimed', 1, { month: october }, 'one')
  const decided = line(
    'assessment.claim_decided',
    2,
    { unitId: 'team', month: october, takenOut: ['case'] },
    'one',
  )
  expect(headOf([claimed], october, '2026-11-11', 10)).toMatchObject({ openClaims: 1, mayClose: false })
  expect(headOf([claimed, decided], october, '2026-11-10', 10)).toMatchObject({
    claimsUntil: '2026-11-10',
    mayClose: false,
  })
  expect(headOf([claimed, decided], october, '2026-11-11', 10)).toMatchObject({
    state: 'provisional',
    mayClose: true,
  })
  expect(isTakenOut([claimed, decided], fact('solved', october, 1), 'case')).toBe(true)
  expect(isTakenOut([claimed, decided], fact('solved', november, 1), 'case')).toBe(false)
})
