import { z } from 'zod'
import { Stage } from './contract.ts'
import { PlaceName, UnitName } from './story.contract.ts'

/** A possible duplicate of a case, with why it might be one. */
export const Duplicate = z.object({
  id: z.uuid(),
  number: z.string(),
  stage: Stage,
  summary: z.string().nullable(),
  acceptedAt: z.iso.datetime(),
  matter: z.object({ code: z.string(), zh: z.string(), en: z.string() }).nullable(),
  unit: UnitName.nullable(),
  place: PlaceName,
  /** As it was said; whoever screens reads both. */
  words: z.string().nullable(),
  /** File ids of the photographs that came with the report. */
  photos: z.array(z.uuid()),
  /** Share of words in common, in percent. */
  alikePercent: z.number().int(),
  /** The pieces that both texts have, as they stand in the text of the case that is screened. */
  shared: z.array(z.string()),
  /** Whole hours between the two acceptances. */
  hoursApart: z.number().int().nonnegative(),
  metres: z.number().int().nullable(),
})
export type Duplicate = z.infer<typeof Duplicate>

/** Matters that the words point to, best first, and the unit that the catalogue names for the matter chosen. */
export const Suggestions = z.object({
  matters: z.array(
    z.object({
      code: z.string(),
      zh: z.string(),
      en: z.string(),
      /** As decided cases teach, in percent; null where only the catalogue's keywords speak for it. */
      likelyPercent: z.number().int().min(1).max(99).nullable(),
      because: z.array(z.string()),
    }),
  ),
  /**
   * How many decided cases taught that, and of those decided last, before it had seen them, for how many its first word was
   * right; null where too few are decided yet.
   */
  learned: z
    .object({ taught: z.number().int(), tried: z.number().int(), right: z.number().int() })
    .nullable(),
  answering: UnitName.nullable(),
  /** The centre's word that named that unit; null where the catalogue did. */
  precedent: z
    .object({
      id: z.uuid(),
      caseId: z.uuid(),
      number: z.string().nullable(),
      place: PlaceName,
      reason: z.string().nullable(),
      decidedAt: z.iso.datetime(),
    })
    .nullable(),
})
export type Suggestions = z.infer<typeof Suggestions>
