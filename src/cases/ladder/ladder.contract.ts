import { z } from 'zod'

/** A case's clocks: that of the first answer, and a unit's. */
export const CaseClock = z.enum(['response', 'unit'])
export type CaseClock = z.infer<typeof CaseClock>

/** A whistle's clocks of one unit: to sign for the call, and to be on the spot. Both count clock time, day and night. */
export const WhistleClock = z.enum(['sign', 'arrive'])
export type WhistleClock = z.infer<typeof WhistleClock>

/** Every clock that steps are data for. Steps of a matter's own are for clocks of cases alone. */
export const LadderClock = z.enum([...CaseClock.options, ...WhistleClock.options])
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

/** What is said next of a unit that is called. `toConfirm`: it says that it is there, and only the street can tell, and is asked. */
export const WhistleStep = z.object({
  clock: WhistleClock,
  kind: StepKind,
  audience: Rung,
  toConfirm: z.boolean(),
})
