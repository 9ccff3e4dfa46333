import { z } from 'zod'

/** The pages of a file of bodies: who there is, which offices they have, and who holds them. */
export const BodySheet = z.enum(['bodies', 'offices', 'terms'])
export type BodySheet = z.infer<typeof BodySheet>

export const BodyColumn = z.enum([
  'code',
  'kind',
  'name_zh',
  'name_en',
  'parent',
  'area',
  'line',
  'phone',
  'founded_on',
  'office',
  'seats',
  'term_months',
  'person_code',
  'person',
  'starts_on',
  'ends_on',
  'ended_on',
  'reason',
])
export type BodyColumn = z.infer<typeof BodyColumn>

export const BodyFault = z.enum([
  'missing',
  'too_long',
  'not_a_code',
  'not_a_day',
  'not_a_number',
  'kind_unknown',
  'reason_unknown',
  'repeated',
  'area_unknown',
  'body_unknown',
  'body_dissolved',
  'body_area_wrong',
  'body_parent_wrong',
  'body_parent_needed',
  'kind_changed',
  'place_changed',
  'office_unknown',
  'person_differs',
  'day_order',
  'day_ahead',
  'not_permitted',
])
export type BodyFault = z.infer<typeof BodyFault>

const count = z.number().int()
const Counts = z.object({ added: count, changed: count, same: count })

/** What a file of bodies did, or would do. Sound rows come in; every fault names its page, row and column. */
export const BodyFileResult = z.object({
  bodies: Counts,
  offices: Counts,
  terms: Counts,
  people: Counts,
  faults: z.array(
    z.object({
      sheet: BodySheet,
      row: count,
      column: BodyColumn,
      reason: BodyFault,
      /** What stands there. */
      value: z.string(),
    }),
  ),
})
export type BodyFileResult = z.infer<typeof BodyFileResult>
