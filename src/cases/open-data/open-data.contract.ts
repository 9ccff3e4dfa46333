import { z } from 'zod'
import { SheetLanguage } from '../../platform/sheet/send-sheet.ts'
import { Stage } from '../contract.ts'

const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)

export const OpenDataFormat = z.enum(['csv', 'geojson'])

export const OpenDataQuery = z.strictObject({
  /** Of acceptance, YYYY-MM. */
  month: Month,
  format: OpenDataFormat,
  language: SheetLanguage,
})
export type OpenDataQuery = z.infer<typeof OpenDataQuery>

/** The months of which there is a file, the newest first. */
export const OpenDataMonths = z.object({ months: z.array(Month) })
export type OpenDataMonths = z.infer<typeof OpenDataMonths>

/** A case as open data has it. Days are local, YYYY-MM-DD. */
export const OpenCase = z.object({
  number: z.string(),
  matter: z.string(),
  matterName: z.string(),
  street: z.string(),
  communityCode: z.string(),
  community: z.string(),
  acceptedOn: z.iso.date(),
  resolvedOn: z.iso.date().nullable(),
  closedOn: z.iso.date().nullable(),
  stage: Stage,
  /** Null until it is resolved. */
  inTime: z.boolean().nullable(),
  rating: z.int().nullable(),
  reports: z.int(),
})
export type OpenCase = z.infer<typeof OpenCase>
