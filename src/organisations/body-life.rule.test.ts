import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LifeReason, type LifeStep, Phase } from './body.contract.ts'
import { nextStep } from './body-life.rule.ts'
import { lifeMoves, lifeReasons } from './life.contract.ts'

const today = '2026-11-18'
const founded: LifeStep = { phase: 'active', fromDay: '2024-01-01', reason: null }
const at = (phase: Phase): LifeStep => ({ ...founded, phase })

describe('a body’s life', () => {
  test.each([
    ['active', 'suspended', true],
    ['active', 'dissolved', true],
    ['active', 'active', false],
    ['suspended', 'active', true],
    ['suspended', 'dissolved', true],
    ['suspended', 'suspended', false],
    ['dissolved', 'active', false],
    ['dissolved', 'suspended', false],
    ['dissolved', 'dissolved', false],
  ] as const)('%s to %s: %s', (from, to, allowed) => {
    const step = () => nextStep(at(from), { to, reason: lifeReasons[to][0]!, fromDay: today }, today)
    if (allowed) expect(step()).toMatchObject({ phase: to, fromDay: today })
    else expect(step).toThrow(expect.objectContaining({ code: 'body_move_not_allowed' }))
  })

  test.each([
    ['2026-11-19', 'future'],
    ['2023-12-31', 'order'],
  ])('not from %s: %s', (fromDay, rule) => {
    expect(() => nextStep(founded, { to: 'suspended', reason: 'ordered', fromDay }, today)).toThrow(
      expect.objectContaining({ code: 'input_invalid', facts: { field: 'fromDay', rule } }),
    )
  })

  test('no sequence of moves leads out of dissolution, and days never go back', () => {
    const wishes = fc.array(
      fc.record({
        to: fc.constantFrom(...Phase.options),
        reason: fc.constantFrom(...LifeReason.options),
        day: fc.integer({ min: 1, max: 28 }),
      }),
    )
    fc.assert(
      fc.property(wishes, (wanted) => {
        const steps = [founded]
        for (const { to, reason, day } of wanted) {
          const fromDay = `2026-11-${String(day).padStart(2, '0')}`
          try {
            steps.push(nextStep(steps.at(-1)!, { to, reason, fromDay }, today))
          } catch (error) {
            expect(error).toHaveProperty('code')
          }
        }
        for (const [index, step] of steps.entries()) {
          const before = steps[index - 1]
          if (before === undefined) continue
          expect(lifeMoves[before.phase]).toContain(step.phase)
          expect(before.fromDay <= step.fromDay && step.fromDay <= today).toBe(true)
        }
      }),
    )
  })
})
