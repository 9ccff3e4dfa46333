import { z } from 'zod'
import { AreaChangePlan } from '../areas/change.contract.ts'
import { LonLatPair } from '../areas/map.contract.ts'
import { Light, Stage } from './contract.ts'
import { DeskQuery } from './story.contract.ts'

export const CaseMapQuery = DeskQuery.pick({ light: true, matter: true, areaId: true })
export type CaseMapQuery = z.infer<typeof CaseMapQuery>

/** An open case where a desk's map draws it. */
export const MappedCase = z.object({
  id: z.uuid(),
  number: z.string(),
  stage: Stage,
  light: Light,
  matter: z.object({ code: z.string(), zh: z.string(), en: z.string() }).nullable(),
  /** What a desk wrote that all may read; null until then. */
  summary: z.string().nullable(),
  areaId: z.uuid(),
  at: LonLatPair,
  /** Where the reporter said it is; otherwise the middle of the narrowest area that is known. */
  exact: z.boolean(),
})
export type MappedCase = z.infer<typeof MappedCase>

/** What a desk may see on its map, late ones on top, then what is due first. Confidential cases are not on maps. */
export const CaseMap = z.object({
  cases: z.array(MappedCase),
  /** Cases for which no outline is known at all. */
  withoutPlace: z.number().int(),
  /** There are more open cases than a map bears; these are the ones due first. */
  cut: z.boolean(),
})
export type CaseMap = z.infer<typeof CaseMap>

export const BoardMapQuery = z.object({ matter: z.string().max(10).optional() })
export type BoardMapQuery = z.infer<typeof BoardMapQuery>

/** How many cases of the public board lie in each community: counts alone, nothing nearer. */
export const BoardMap = z.object({
  communities: z.array(
    z.object({
      /** A community; the street or the district where no more is known. */
      areaId: z.uuid(),
      open: z.number().int(),
      done: z.number().int(),
    }),
  ),
})
export type BoardMap = z.infer<typeof BoardMap>

/** What a file of areas would change, counted down to cases and people. */
export const AreaChangeEffects = AreaChangePlan.extend({
  /** Open cases that another parent would see; confidential ones stay with the district. */
  casesMoving: z.number().int(),
  /** Open cases at a point that would lie in another grid; they stay where they were accepted. */
  casesOnGround: z.number().int(),
  /** Grid workers and grid leaders whose grid goes to another parent. */
  workersMoving: z.number().int(),
})
export type AreaChangeEffects = z.infer<typeof AreaChangeEffects>
