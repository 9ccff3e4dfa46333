import { z } from 'zod'
import { Trend } from '../figures/contract.ts'
import { Report } from './report.contract.ts'

const Named = z.object({ name: z.string(), text: z.string() })

/** A table in words: the first column says what a row is about. */
export const PaperTable = z.object({
  name: z.string(),
  head: z.array(z.string()),
  /** Whether a column is of numbers, which stand right. */
  numeric: z.array(z.boolean()),
  rows: z.array(z.array(z.string())),
})
export type PaperTable = z.infer<typeof PaperTable>

/**
 * A report written out in one language, in the order in which it is read. Page, print, document and workbook show it as it
 * stands here: no word of it is written anywhere else.
 */
export const ReportPaper = Report.pick({
  area: true,
  steps: true,
  kind: true,
  from: true,
  to: true,
  isEnded: true,
  previous: true,
  next: true,
}).extend({
  title: z.string(),
  /** Whose report it is, of which days, and whether they are over. */
  facts: z.array(Named),
  /** What the figures say. */
  said: z.object({ name: z.string(), paragraphs: z.array(z.string()) }),
  /** 按语: what a person added, in paragraphs. */
  note: Report.shape.note.omit({ words: true }).extend({ name: z.string(), paragraphs: z.array(z.string()) }),
  measures: PaperTable,
  trend: z.object({
    name: z.string(),
    days: Trend.shape.days,
    /** What the line and the band are, and every day in words for whoever does not see them. */
    lead: z.string(),
    label: z.string(),
    table: PaperTable,
  }),
  /** The parts of the area in shades of how much was reported; null where they have no outlines. */
  map: z
    .object({
      name: z.string(),
      /** What the shades say, and where most was reported. */
      lead: z.string(),
      label: z.string(),
      width: z.number(),
      height: z.number(),
      parts: z.array(
        z.object({ name: z.string(), d: z.string(), x: z.number(), y: z.number(), step: z.int() }),
      ),
      steps: z.array(z.object({ step: z.int(), text: z.string() })),
    })
    .nullable(),
  /** Parts of the area, and matters. */
  tables: z.array(PaperTable),
  /** How each measure is counted. */
  counted: PaperTable,
  /** What is left out, and what the spans beside it are. */
  notes: z.object({ name: z.string(), rows: z.array(Named) }),
  /** What stands around the number of a page and of all pages. */
  pageOf: z.object({ before: z.string(), between: z.string(), after: z.string() }),
})
export type ReportPaper = z.infer<typeof ReportPaper>
