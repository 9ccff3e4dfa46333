import { z } from 'zod'

/** Whose clock: that of the first answer, or a unit's. */
export const LadderClock = z.enum(['response', 'unit'])
export type LadderClock = z.infer<typeof LadderClock>

/** Who hears, from below: the desk that has the case, its unit's head, the street's desk, the district's centre. */
export const Rung = z.enum(['desk', 'unit_head', 'street', 'district'])
export type Rung = z.infer<typeof Rung>

/** A reminder comes while there is time; pressing (督办) after the deadline. */
export const StepKind = z.enum(['remind', 'press'])
export type StepKind = z.infer<typeof StepKind>

/** The most counted minutes after a deadline at which somebody may still hear: about forty working days. */
export const maxOverMinutes = 20_000

/** When a step's moment comes, in the clock's own measure. */
export const StepMoment = z.discriminatedUnion('of', [
  /** So much of the allowed time, in percent, is left. */
  z.strictObject({ of: z.literal('left'), percent: z.number().int().min(1).max(99) }),
  /** So many counted minutes after the deadline; 0 is as soon as it has passed. */
  z.strictObject({ of: z.literal('over'), minutes: z.number().int().min(0).max(maxOverMinutes) }),
])
export type StepMoment = z.infer<typeof StepMoment>

/** One step of the ladder (督办阶梯), as it holds for clocks that start from `fromDay` on and before `untilDay`. */
export const LadderStep = z.object({
  id: z.uuid(),
  /** Code of the matter; null for all that have no steps of their own for this clock. */
  matter: z.string().nullable(),
  clock: LadderClock,
  moment: StepMoment,
  audience: Rung,
  kind: StepKind,
  /** Local days, YYYY-MM-DD. */
  fromDay: z.iso.date(),
  untilDay: z.iso.date().nullable(),
})
export type LadderStep = z.infer<typeof LadderStep>
