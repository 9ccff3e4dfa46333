import { atlasOf } from '../../areas/door.ts'
import { nameIn } from '../../kernel/names.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { SentList } from '../../platform/sheet/send-sheet.ts'
import type { Figure } from '../figures/contract.ts'
import { type Measure, measures } from '../figures/measures.contract.ts'
import type { Report, ReportExport } from './report.contract.ts'
import { reportOf } from './report.ts'
import { type ReportWords, reportWords } from './report-words.rule.ts'
import { changeOf, sentencesOf } from './sentences.rule.ts'

/** A report as a workbook, of what its page shows. That it was taken out is on the record. */
export async function reportSheet(ctx: Ctx, { language, ...query }: ReportExport): Promise<SentList> {
  const report = await reportOf(ctx, query)
  const words = reportWords[language]
  const { columns, filters, pages } = words
  const atlas = await atlasOf(ctx)
  const area = nameIn(language, report.area)
  const { from, to, end, before, lastYear } = report
  const named = words.title(report.kind, area, from, end)
  return {
    fileName: `${report.kind}-report`,
    title: named,
    pageName: pages.measures,
    filters: [
      [filters.area, area],
      [filters.days, words.span(from, to)],
      [filters.state, report.isEnded ? words.ended : words.running(to)],
      [filters.before, words.span(before.from, before.to)],
      [filters.lastYear, words.span(lastYear.from, lastYear.to)],
      [filters.out, words.leftOut],
      [filters.small, words.smallSaid],
    ],
    header: [
      ...[columns.measure, columns.value, columns.unit, columns.before, columns.change],
      ...[columns.lastYear, columns.better, columns.counted, columns.owner],
    ],
    rows: measures.map((measure) => measureRow(measure, report, words)),
    pages: [
      {
        name: pages.text,
        header: [columns.sentence],
        rows: sentencesOf(report, language, words).map((sentence) => [sentence]),
      },
      ...tables(report, language, words),
    ],
    language,
    chain: atlas.chainOf(atlas.known(report.area.id)),
  }
}

function measureRow({ code, ...measure }: Measure, { whole }: Report, words: ReportWords): string[] {
  const { value, before, lastYear } = whole.figures.find((figure) => figure.measure === code)!
  const isShare = measure.denominator !== null
  const said = (number: number | null) => (number === null ? words.tooFew : String(number))
  return [
    words.measures[code],
    said(value),
    isShare ? words.percent : words.cases,
    said(before),
    value === null || before === null ? words.unknown : changeOf(value, before, isShare, words),
    said(lastYear),
    words.better[measure.better ?? 'neither'],
    measure.denominator === null
      ? words.counts[measure.numerator]
      : words.share(words.counts[measure.numerator], words.counts[measure.denominator]),
    words.owners[measure.owner],
  ]
}

function tables(
  { parts, matters, trend }: Report,
  language: 'zh' | 'en',
  words: ReportWords,
): NonNullable<SentList['pages']> {
  const { columns, pages } = words
  const heads = measures.map(({ code, denominator }) =>
    denominator === null ? words.measures[code] : `${words.measures[code]} ${words.percent}`,
  )
  const cells = (figures: readonly Figure[]) =>
    figures.map(({ value }) => (value === null ? words.tooFew : String(value)))
  return [
    {
      name: pages.parts,
      header: [columns.part, ...heads],
      rows: parts.map(({ area, figures }) => [nameIn(language, area), ...cells(figures)]),
    },
    {
      name: pages.matters,
      header: [columns.matter, ...heads],
      rows: matters.map(({ matter, figures }) => [
        ...[matter === null ? words.unscreened : nameIn(language, matter), ...cells(figures)],
      ]),
    },
    {
      name: pages.trend,
      header: [columns.day, columns.count, columns.ordinary],
      rows: trend.map(({ day, count, ordinary }) => [
        ...[day, String(count)],
        ordinary === null ? words.unknown : words.between(ordinary.low, ordinary.high),
      ]),
    },
  ]
}
