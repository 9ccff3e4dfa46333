import { z } from 'zod'
import { SheetLanguage } from '../../platform/sheet/send-sheet.ts'
import { Figures, Trend } from '../figures/contract.ts'

export const ReportKind = z.enum(['day', 'week', 'month'])
export type ReportKind = z.infer<typeof ReportKind>

export const ReportQuery = z.strictObject({
  /** The widest that the asker sees, where left out. */
  areaId: z.uuid().optional(),
  kind: ReportKind,
  /** Any local day of the span; the last span that is over, where left out. */
  start: z.iso.date().optional(),
})
export type ReportQuery = z.infer<typeof ReportQuery>

export const ReportExport = ReportQuery.extend({ language: SheetLanguage })
export type ReportExport = z.infer<typeof ReportExport>

const Days = z.object({ from: z.iso.date(), to: z.iso.date() })

/** The daily, weekly or monthly report of an area. */
export const Report = Figures.extend({
  kind: ReportKind,
  /** The last day of the whole span; `to` is the last day that it tells of, earlier while the span runs. */
  end: z.iso.date(),
  isEnded: z.boolean(),
  /** A day of the span before, and of the one after it, if that has begun. */
  previous: z.iso.date(),
  next: z.iso.date().nullable(),
  /** The days that `before` and `lastYear` of its figures count. */
  before: Days,
  lastYear: Days,
  /** Matters reported more than is ordinary there, with the most that is ordinary; furthest above first. */
  risen: z.array(
    z.object({
      matter: Figures.shape.matters.element.shape.matter.unwrap(),
      count: z.int(),
      ordinaryHigh: z.int(),
    }),
  ),
  /** 按语: what a person added, its writing's number (0 before the first), and whether the asker may write it. */
  note: z.object({ words: z.string().nullable(), seq: z.int(), mayWrite: z.boolean() }),
  /** How much was reported day by day, to the report's last day. */
  trend: Trend.shape.days,
  /** The parts as they are drawn (`d`: a path in SVG, in units of the box), where they have outlines. */
  map: z
    .object({
      width: z.number(),
      height: z.number(),
      outlines: z.array(z.object({ areaId: z.uuid(), d: z.string(), x: z.number(), y: z.number() })),
    })
    .nullable(),
})
export type Report = z.infer<typeof Report>
