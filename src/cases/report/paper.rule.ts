import { nameIn } from '../../kernel/names.ts'
import type { Figure } from '../figures/contract.ts'
import { measures } from '../figures/measures.contract.ts'
import type { PaperTable, ReportPaper } from './paper.contract.ts'
import type { Report } from './report.contract.ts'
import { shadesOf } from './report-map.rule.ts'
import { type ReportWords, reportWords } from './report-words.rule.ts'
import { changeOf, paragraphsOf, shares } from './sentences.rule.ts'

type Language = 'zh' | 'en'

/** A report written out in a language. `waiting`: since when what happened waits to be counted, in local words. */
export function paperOf(report: Report, language: Language, waiting: string | null): ReportPaper {
  const words = reportWords[language]
  const { filters, pages } = words
  const { area, steps, kind, from, to, end, isEnded, previous, next, before, lastYear } = report
  const named = nameIn(language, area)
  return {
    ...{ area, steps, kind, from, to, isEnded, previous, next },
    title: words.title(kind, named, from, end),
    facts: [
      { name: filters.area, text: named },
      { name: filters.days, text: words.span(from, to) },
      { name: filters.state, text: isEnded ? words.ended : words.running(to) },
      ...(waiting === null ? [] : [{ name: filters.counting, text: words.waiting(waiting) }]),
    ],
    said: { name: pages.text, paragraphs: paragraphsOf(report, language, words) },
    note: {
      ...{ seq: report.note.seq, mayWrite: report.note.mayWrite, name: words.pages.note },
      paragraphs: (report.note.words ?? '').split(/\n+/).filter((one) => one.trim() !== ''),
    },
    measures: tableOf(
      pages.measures,
      [
        ...[words.columns.measure, words.columns.value, words.columns.unit],
        ...[words.columns.before, words.columns.change, words.columns.lastYear],
      ],
      report.whole.figures.map((figure) => measureRow(figure, words)),
    ),
    trend: trendOf(report, words),
    map: mapOf(report, language, words),
    tables: [partsOf(report, language, words), mattersOf(report, language, words)].filter(
      ({ rows }) => rows.length > 0,
    ),
    counted: countedOf(words),
    notes: {
      name: pages.notes,
      rows: [
        { name: filters.before, text: words.span(before.from, before.to) },
        { name: filters.lastYear, text: words.span(lastYear.from, lastYear.to) },
        { name: filters.out, text: words.leftOut },
        { name: filters.small, text: words.smallSaid },
      ],
    },
    pageOf: words.pageOf,
  }
}

function measureRow({ measure, value, before, lastYear }: Figure, words: ReportWords): string[] {
  const isShare = shares.has(measure)
  return [
    words.measures[measure],
    numberIn(value, words),
    isShare ? words.percent : words.cases,
    numberIn(before, words),
    value === null || before === null ? words.tooFew : changeOf(value, before, isShare, words),
    numberIn(lastYear, words),
  ]
}

const numberIn = (number: number | null, words: ReportWords): string =>
  number === null ? words.tooFew : String(number)

function trendOf({ trend }: Report, words: ReportWords): ReportPaper['trend'] {
  const { columns, pages } = words
  const table = tableOf(
    pages.trend,
    [columns.day, columns.count, columns.ordinary],
    trend.map(({ day, count, ordinary }) => [
      ...[day, String(count)],
      ordinary === null ? words.unknown : words.between(ordinary.low, ordinary.high),
    ]),
  )
  return {
    name: pages.trend,
    days: trend,
    lead: words.trendLead(
      Math.max(0, ...trend.map(({ count }) => count)),
      trend.some(({ ordinary }) => ordinary !== null),
    ),
    label: table.rows.map(([day, count]) => `${day} ${count}`).join(words.comma),
    table,
  }
}

/** So many parts are named as those with the most. */
const mostNamed = 3

function mapOf({ map, parts }: Report, language: Language, words: ReportWords): ReportPaper['map'] {
  if (map === null) return null
  const counts = new Map(parts.map(({ area, figures }) => [area.id, acceptedIn(figures)]))
  const { stepOf, steps } = shadesOf([...counts.values()])
  const named = parts.map(({ area }) => ({ name: nameIn(language, area), count: counts.get(area.id)! }))
  const most = named
    .filter(({ count }) => count > 0)
    .sort((one, other) => other.count - one.count)
    .slice(0, mostNamed)
  const names = new Map(parts.map(({ area }) => [area.id, nameIn(language, area)]))
  return {
    name: words.pages.map,
    lead: words.mapLead(most.map(({ name, count }) => words.placeCount(name, count))),
    label: named.map(({ name, count }) => words.placeCount(name, count)).join(words.comma),
    width: map.width,
    height: map.height,
    parts: map.outlines.flatMap(({ areaId, ...outline }) => {
      const name = names.get(areaId)
      return name === undefined ? [] : [{ ...outline, name, step: stepOf(counts.get(areaId)!) }]
    }),
    steps: steps.map(({ step, from, to }) => ({
      step,
      text: from === to ? `${from} ${words.cases}` : words.between(from, to),
    })),
  }
}

const acceptedIn = (figures: readonly Figure[]): number =>
  figures.find(({ measure }) => measure === 'accepted')?.value ?? 0

/** Heads of a table with a column for each measure; shares say so. */
const heads = (words: ReportWords): string[] =>
  measures.map(({ code, denominator }) =>
    denominator === null ? words.measures[code] : `${words.measures[code]} ${words.percent}`,
  )

const cells = (figures: readonly Figure[], words: ReportWords): string[] =>
  figures.map(({ value }) => numberIn(value, words))

const partsOf = ({ parts }: Report, language: Language, words: ReportWords): PaperTable =>
  tableOf(
    words.pages.parts,
    [words.columns.part, ...heads(words)],
    parts.map(({ area, figures }) => [nameIn(language, area), ...cells(figures, words)]),
  )

const mattersOf = ({ matters }: Report, language: Language, words: ReportWords): PaperTable =>
  tableOf(
    words.pages.matters,
    [words.columns.matter, ...heads(words)],
    matters.map(({ matter, figures }) => [
      ...[matter === null ? words.unscreened : nameIn(language, matter), ...cells(figures, words)],
    ]),
  )

const countedOf = (words: ReportWords): PaperTable =>
  tableOf(
    words.pages.counted,
    [words.columns.measure, words.columns.counted, words.columns.better, words.columns.owner],
    measures.map(({ code, numerator, denominator, better, owner }) => [
      words.measures[code],
      denominator === null
        ? words.counts[numerator]
        : words.share(words.counts[numerator], words.counts[denominator]),
      words.better[better ?? 'neither'],
      words.owners[owner],
    ]),
  )

/** A table of texts; a column of numbers, with dashes where there is none, is told by what stands in it. */
const tableOf = (name: string, head: string[], rows: string[][]): PaperTable => ({
  name,
  head,
  numeric: head.map((_, column) => column > 0 && rows.every((row) => /^([\d.]+|—)$/.test(row[column]!))),
  rows,
})
