import { expect, test } from 'vitest'
import { fieldStep } from './field-step.rule.ts'

const [firm, team] = ['firm', 'team']
const line = (kind: string, unitId: string | null = null) => ({ kind, data: { unitId } })
const sent = line('case.dispatched')
const signed = line('case.signed', firm)
const came = line('case.arrived', firm)

test.each([
  ['nobody’s part', null, [sent], null],
  ['not signed', 'dispatched', [sent], 'sign'],
  ['signed', 'signed', [sent, signed], 'arrive'],
  ['another unit came', 'signed', [sent, signed, line('case.arrived', team)], 'arrive'],
  ['the grid worker came, who has no part', 'signed', [sent, signed, line('case.arrived')], 'arrive'],
  ['came', 'handling', [sent, signed, came], 'handle'],
  [
    'noted what was done without saying that it came',
    'handling',
    [sent, signed, line('case.handled', firm)],
    'handle',
  ],
  [
    'came, and the case was handed out anew',
    'dispatched',
    [sent, signed, came, line('case.reopened')],
    'sign',
  ],
  ['signed anew, not come anew', 'signed', [sent, signed, came, line('case.reopened'), signed], 'arrive'],
  ['paused', 'paused', [sent, signed, came], null],
  ['resolved', 'resolved', [sent, signed, came], null],
  ['given back', 'returned', [sent, signed], null],
] as const)('%s', (_what, stage, story, step) => {
  expect(fieldStep(stage && { unitId: firm, stage }, story)).toBe(step)
})
