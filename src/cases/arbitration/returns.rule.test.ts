import { expect, test } from 'vitest'
import type { ClockLine } from '../clock-events.rule.ts'
import { isBound, isForArbitration, returnsInRound } from './returns.rule.ts'

const line = (kind: string, data: ClockLine['data']): ClockLine => ({
  kind: `case.${kind}`,
  occurredAt: Temporal.Instant.from('2026-11-18T01:00:00Z'),
  data,
})
const sent = (lead: string, assist?: string) =>
  line('dispatched', {
    units: [
      { unitId: lead, role: 'lead' },
      ...(assist === undefined ? [] : [{ unitId: assist, role: 'assist' }]),
    ],
  })
const decided = (unitId: string, granted = true, kind = 'return') =>
  line('request_decided', { unitId, granted, kind })
const reopened = line('reopened', { units: [{ unitId: 'team', role: 'lead' }] })
const named = (unitId: string) => line('arbitrated', { unitId, fromUnitId: 'team' })

test.each<[string, ClockLine[], number]>([
  ['nothing happened', [], 0],
  ['it lies with its first unit', [sent('firm')], 0],
  ['the first gave it back', [sent('firm'), decided('firm')], 1],
  ['a return was refused', [sent('firm'), decided('firm', false)], 0],
  ['it got more time', [sent('firm'), decided('firm', true, 'extension')], 0],
  ['an assisting unit gave its part back', [sent('firm', 'team'), decided('team')], 0],
  ['two gave it back', [sent('firm'), decided('firm'), sent('team'), decided('team')], 2],
  ['a reporter had it opened again', [sent('firm'), decided('firm'), sent('team'), reopened], 0],
  ['it was given back since', [sent('team'), reopened, decided('team')], 1],
])('returns when %s', (_, story, count) => expect(returnsInRound(story)).toBe(count))

test('a second return of the lead goes to the centre, and nothing else does', () => {
  const once = [sent('firm'), decided('firm'), sent('team', 'firm')]
  expect(isForArbitration(once, { kind: 'return', role: 'lead' })).toBe(true)
  expect(isForArbitration(once, { kind: 'return', role: 'assist' })).toBe(false)
  expect(isForArbitration(once, { kind: 'extension', role: 'lead' })).toBe(false)
  expect(isForArbitration([sent('firm')], { kind: 'return', role: 'lead' })).toBe(false)
})

test('the last word of the centre binds the unit that it names, in later rounds too', () => {
  const story = [sent('firm'), named('firm'), reopened]
  expect([isBound(story, 'firm'), isBound(story, 'team')]).toEqual([true, false])
  expect(isBound([...story, named('team')], 'firm')).toBe(false)
  expect(isBound([sent('firm')], 'firm')).toBe(false)
})
