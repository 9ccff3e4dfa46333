import { z } from 'zod'

const Named = z.object({ id: z.uuid(), nameZh: z.string(), nameEn: z.string() })
const count = z.number().int()

/** What a grid or an estate may lack (D1). */
export const Lack = z.enum([
  'grid_worker',
  'grid_party',
  'estate_party',
  'estate_owners',
  'estate_firm',
  'estate_four',
])
export type Lack = z.infer<typeof Lack>

/** Grids and estates of an area, and how many of them lack something. */
export const CoverageCounts = z.object({
  grids: count,
  estates: count,
  lacking: z.record(Lack, count),
})
export type CoverageCounts = z.infer<typeof CoverageCounts>

export const AskCoverage = z.object({ areaId: z.uuid().optional() })
export type AskCoverage = z.infer<typeof AskCoverage>

/** An area and its parts in order of code: never by figures, so that nobody is ranked (Care 5). */
export const Coverage = z.object({
  area: Named.extend({ kind: z.string() }),
  /** Names above it, the district first. */
  way: z.array(Named.extend({ kind: z.string() })),
  whole: CoverageCounts,
  parts: z.array(CoverageCounts.extend({ area: Named.extend({ kind: z.string() }) })),
})
export type Coverage = z.infer<typeof Coverage>

export const AskLacking = z.object({
  areaId: z.uuid().optional(),
  what: Lack,
  /** How many were already seen. */
  after: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type AskLacking = z.infer<typeof AskLacking>

/** The grids or estates behind a figure, in order of code. */
export const Lacking = z.object({
  of: count,
  rows: z.array(
    z.object({
      area: Named.extend({
        kind: z.string(),
        code: z.string(),
        estateKind: z.enum(['new', 'old', 'unmanaged']).nullable(),
      }),
      way: z.array(Named),
    }),
  ),
  next: z.string().nullable(),
})
export type Lacking = z.infer<typeof Lacking>
