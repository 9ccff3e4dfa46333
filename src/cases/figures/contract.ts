import { z } from 'zod'
import { AreaKind } from '../../areas/contract.ts'
import { CaseRow } from '../story.contract.ts'
import { countNames, measureCodes } from './measures.contract.ts'

/** An area as figures name it. */
export const FiguresArea = z.object({ id: z.uuid(), kind: AreaKind, zh: z.string(), en: z.string() })
export type FiguresArea = z.infer<typeof FiguresArea>

/** One figure beside what it was: the span before, and the same span of last year. */
export const Figure = z.object({
  measure: z.enum(measureCodes),
  /**
   * A count, or a share in whole per cent; null where there is nothing to divide by, and where so few stand behind a share
   * that it would point at a person.
   */
  value: z.int().nullable(),
  /** How many it is a share of; null for a count. */
  of: z.int().nullable(),
  before: z.int().nullable(),
  lastYear: z.int().nullable(),
})
export type Figure = z.infer<typeof Figure>

export const FiguresQuery = z.strictObject({
  /** The widest that the asker sees, where left out. */
  areaId: z.uuid().optional(),
  matter: z.string().max(10).optional(),
  /** Local days, both counted. */
  from: z.iso.date(),
  to: z.iso.date(),
})
export type FiguresQuery = z.infer<typeof FiguresQuery>

const Row = z.object({ figures: z.array(Figure) })

/** The figures of an area in a span of days, with those of its parts and of its matters. */
export const Figures = z.object({
  area: FiguresArea,
  /** From the widest that the asker sees down to the area. */
  steps: z.array(FiguresArea),
  from: z.iso.date(),
  to: z.iso.date(),
  /** Since when what happened waits to be counted, where that is longer than usual: until then numbers may grow. */
  waitingSince: z.iso.datetime().nullable(),
  whole: Row,
  /** Parts as they lay in the area in those days, also such as have ended or lie elsewhere today. */
  parts: z.array(Row.extend({ area: FiguresArea })),
  /** Most reported first; what is not screened yet has no matter. */
  matters: z.array(
    Row.extend({ matter: z.object({ code: z.string(), zh: z.string(), en: z.string() }).nullable() }),
  ),
})
export type Figures = z.infer<typeof Figures>

export const TrendQuery = z.strictObject({
  areaId: z.uuid().optional(),
  matter: z.string().max(10).optional(),
  count: z.enum(countNames).default('accepted'),
  /** The last day of the trend; today where left out. */
  to: z.iso.date().optional(),
  days: z.coerce.number().int().min(7).max(92).default(28),
})
export type TrendQuery = z.infer<typeof TrendQuery>

/** A count day by day, beside what is ordinary for such a day there. */
export const Trend = z.object({
  days: z.array(
    z.object({
      day: z.iso.date(),
      count: z.int(),
      /** Between these it is as usual on such a weekday; null where too few weeks are known. */
      ordinary: z.object({ low: z.int(), high: z.int() }).nullable(),
    }),
  ),
})
export type Trend = z.infer<typeof Trend>

/** For how many days back every figure still opens to its cases. */
export const factDays = 40

export const BehindQuery = z.strictObject({
  areaId: z.uuid().optional(),
  matter: z.string().max(10).optional(),
  count: z.enum(countNames),
  from: z.iso.date(),
  to: z.iso.date(),
  /** Only what was counted before this moment. */
  until: z.iso.datetime({ offset: true }).optional(),
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
})
export type BehindQuery = z.infer<typeof BehindQuery>

/** The cases behind a figure, newest first: one row for every time that it was counted. */
export const BehindPage = z.object({
  area: FiguresArea,
  /** How many there are in all, over all pages. */
  total: z.int(),
  rows: z.array(CaseRow.extend({ at: z.iso.datetime() })),
  next: z.string().nullable(),
})
export type BehindPage = z.infer<typeof BehindPage>
