import { expect, test } from 'vitest'
import { boundedMoment } from './late-moment.ts'

const at = (day: string) => Temporal.Instant.from(`2026-11-${day}:00Z`)

test.each([
  ['what says nothing is done now', undefined, '20T08:00'],
  ['an hour ago', '20T07:00', '20T07:00'],
  ['a phone whose clock is fast', '20T08:05', '20T08:00'],
  ['three days back and no further', '15T08:00', '17T08:00'],
])('%s', (_what, said, counts) => {
  expect(boundedMoment(said && at(said).toString(), at('20T08:00'))).toEqual(at(counts))
})
