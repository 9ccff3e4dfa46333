import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { LadderStep } from './ladder.contract.ts'
import { stepsFor } from './ladder.rule.ts'
import type { StepDraft } from './steps.contract.ts'
import { inOrder, kindOf, laddersOf, mustBeLadder, planSteps } from './steps.rule.ts'

const left = (percent: number, audience: StepDraft['audience'] = 'desk'): StepDraft => ({
  moment: { of: 'left', percent },
  audience,
})
const over = (minutes: number, audience: StepDraft['audience'] = 'unit_head'): StepDraft => ({
  moment: { of: 'over', minutes },
  audience,
})
const unit = { clock: 'unit', matter: null } as const
const days = ['2026-10-01', '2026-10-02', '2026-10-03', '2026-10-04', '2026-10-05', '2026-10-06']

/** What the table holds after these announcements, one after another. */
function announced(announcements: readonly { fromDay: string; steps: readonly StepDraft[] }[]): LadderStep[] {
  return announcements.reduce<LadderStep[]>((standing, { fromDay, steps }, at) => {
    const { ends, begins } = planSteps(standing, fromDay, steps)
    const untilOf = new Map(ends.map(({ id, untilDay }) => [id, untilDay]))
    return [
      ...standing.map((step) => ({ ...step, untilDay: untilOf.get(step.id) ?? step.untilDay })),
      ...begins.map((draft, place) => ({
        ...draft,
        ...unit,
        id: `${at}-${place}`,
        kind: kindOf(draft.moment),
        fromDay,
        untilDay: null,
      })),
    ]
  }, [])
}
const heldOn = (steps: readonly LadderStep[], day: string) =>
  inOrder(stepsFor(steps, 'unit', null, day)).map(({ moment, audience }) => ({ moment, audience }))

test.each([
  ['what is wanted goes on as it is', [left(33), over(0)], [left(33), over(0)], 0, 0],
  ['one more', [left(33), over(0)], [left(33), over(0), over(60, 'street')], 0, 1],
  ['another share is another step', [left(33), over(0)], [left(20), over(0)], 1, 1],
  ['another who hears is another step', [over(0)], [over(0, 'street')], 1, 1],
  ['none of them any more', [left(33), over(0)], [], 2, 0],
])('%s', (_name, before, after, ends, begins) => {
  const standing = announced([{ fromDay: days[0]!, steps: before }])
  const plan = planSteps(standing, days[2]!, after)
  expect([plan.ends.length, plan.begins.length]).toEqual([ends, begins])
})

test.each([
  ['nobody hears after the deadline', { ...unit, steps: [left(33)] }, 'ladder_without_press'],
  ['a general one without a step', { ...unit, steps: [] }, 'ladder_without_press'],
  ['a step twice', { ...unit, steps: [over(0), over(0)] }, 'input_invalid'],
  [
    'a head before a unit has it',
    { clock: 'response' as const, matter: null, steps: [over(0)] },
    'input_invalid',
  ],
  ['a matter of a whistle', { clock: 'sign' as const, matter: 'HJ02', steps: [over(0)] }, 'input_invalid'],
])('%s is no ladder', (_name, ladder, code) => {
  expect(() => mustBeLadder(ladder)).toThrow(expect.objectContaining({ code }))
})

test('a matter’s own without a step gives it the general one again', () => {
  expect(() => mustBeLadder({ clock: 'unit', matter: 'HJ02', steps: [] })).not.toThrow()
})

const draft = fc.oneof(
  fc.record({ percent: fc.integer({ min: 1, max: 3 }) }).map(({ percent }) => left(percent)),
  fc
    .record({ minutes: fc.integer({ min: 0, max: 2 }), street: fc.boolean() })
    .map(({ minutes, street }) => over(minutes, street ? 'street' : 'unit_head')),
)
const ladder = fc.uniqueArray(draft, { maxLength: 5, selector: (step) => JSON.stringify(step) })

test('whatever is announced in whatever order, each day has what was last said of it, and no past day changes', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ at: fc.integer({ min: 0, max: 5 }), steps: ladder }), {
        minLength: 1,
        maxLength: 6,
      }),
      (announcements) => {
        const said = new Map<string, readonly StepDraft[]>()
        const done: { fromDay: string; steps: readonly StepDraft[] }[] = []
        for (const { at, steps } of announcements) {
          done.push({ fromDay: days[at]!, steps })
          // What was said for later falls away with each announcement.
          for (const day of days.slice(at)) said.set(day, steps)
        }
        const table = announced(done)
        for (const day of days) expect(heldOn(table, day)).toEqual(inOrder(said.get(day) ?? []))
        const [{ versions } = { versions: [] }] = laddersOf(table)
        const on = (day: string) =>
          versions.find(({ fromDay, untilDay }) => fromDay <= day && (untilDay === null || day < untilDay))
        for (const day of days) expect(on(day)?.steps.length ?? 0).toBe(heldOn(table, day).length)
      },
    ),
  )
})
