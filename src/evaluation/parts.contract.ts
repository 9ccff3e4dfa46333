import { z } from 'zod'
import { Direction, MeasureShown, Month, MonthHead, Name, UnitName } from './contract.ts'

/** By what a unit's month is taken apart: matter, category of matters, or kind of post (岗位). */
export const PartBy = z.enum(['matter', 'category', 'post'])
export type PartBy = z.infer<typeof PartBy>

export const PartQuery = z.strictObject({
  month: Month.optional(),
  by: PartBy.default('matter'),
  direction: Direction.default('down'),
  /** Of matters, only those of this category. */
  category: z.string().max(20).optional(),
  after: z.string().max(60).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
})
export type PartQuery = z.infer<typeof PartQuery>

export const PartRow = z.object({
  /** Code of the matter or category, kind of the post; `noMatter` of what has none. */
  key: z.string(),
  /** Of a matter or category; posts are named by the pages. */
  name: Name.nullable(),
  measures: z.array(MeasureShown),
})
export type PartRow = z.infer<typeof PartRow>
export const PartPage = z.object({
  head: MonthHead,
  unit: UnitName,
  /** Fewer people are no post of which anything is said. */
  leastWorkers: z.int(),
  categories: z.array(Name.extend({ code: z.string() })),
  rows: z.array(PartRow),
  next: z.string().nullable(),
})
export type PartPage = z.infer<typeof PartPage>
