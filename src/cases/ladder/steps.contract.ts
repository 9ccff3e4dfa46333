import { z } from 'zod'
import { isCalendarDay } from '../../kernel/entered-day.ts'
import { Matter } from '../../matters/contract.ts'
import { LadderClock, LadderStep, Rung, StepKind, StepMoment } from './ladder.contract.ts'

/** The most steps of one ladder: more would be noise. */
export const mostSteps = 12

/** A step as somebody writes it: whether it reminds or presses follows from its moment. */
export const StepDraft = z.strictObject({ moment: StepMoment, audience: Rung })
export type StepDraft = z.infer<typeof StepDraft>
const Drafts = z.array(StepDraft).max(mostSteps)

/** Of which clock a ladder is, and of which matter: null is for all that have no ladder of their own for it. */
const Ladder = z.strictObject({ clock: LadderClock, matter: Matter.shape.code.nullable() })

/** The steps that held, hold or will hold together, in order. Of a matter: none says that the general ones hold. */
export const LadderVersion = z.object({
  /** Local days, YYYY-MM-DD; it holds for clocks that start before `untilDay`. */
  fromDay: z.iso.date(),
  untilDay: z.iso.date().nullable(),
  steps: z.array(LadderStep.pick({ id: true, moment: true, audience: true, kind: true })),
})
export type LadderVersion = z.infer<typeof LadderVersion>

/** Every ladder of the district with its past and what was announced, oldest version first. */
export const LadderBook = z.object({
  today: z.iso.date(),
  canAnnounce: z.boolean(),
  ladders: z.array(z.object({ ...Ladder.shape, versions: z.array(LadderVersion) })),
})
export type LadderBook = z.infer<typeof LadderBook>

/**
 * From a day on, tomorrow at the earliest, these steps and no others: whatever was announced for later falls away. Of a
 * matter, none gives it the general ones again.
 */
export const AnnounceSteps = z.strictObject({
  ...Ladder.shape,
  requestId: z.uuid(),
  /** Ids of the steps without an end that the editor saw: somebody may have been quicker. */
  base: z.array(z.uuid()).max(100),
  fromDay: z.iso.date().refine(isCalendarDay),
  steps: Drafts,
})
export type AnnounceSteps = z.infer<typeof AnnounceSteps>
export const StepsAnnounced = z.object({ fromDay: z.iso.date(), steps: z.number().int() })
export type StepsAnnounced = z.infer<typeof StepsAnnounced>

/** What these steps would say of a clock that starts now. */
export const PreviewSteps = z.strictObject({ ...Ladder.shape, steps: Drafts })
export type PreviewSteps = z.infer<typeof PreviewSteps>
export const StepsPreview = z.object({
  /** Counted minutes that the clock allows, and the measure in which they are said. */
  allowedMinutes: z.number().int(),
  measure: z.enum(['working', 'clock']),
  minutesPerDay: z.number().int(),
  startsAt: z.iso.datetime(),
  dueAt: z.iso.datetime(),
  said: z.array(
    z.object({
      kind: StepKind,
      audience: Rung,
      /** Counted minutes left by then, or since the deadline. */
      minutes: z.number().int(),
      at: z.iso.datetime(),
    }),
  ),
})
export type StepsPreview = z.infer<typeof StepsPreview>
