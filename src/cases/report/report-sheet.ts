import type { SentList } from '../../platform/sheet/send-sheet.ts'
import type { PaperTable, ReportPaper } from './paper.contract.ts'

/** A report as a workbook: what its page shows, a sheet for each table. */
export function reportSheet(paper: ReportPaper): Omit<SentList, 'chain' | 'language'> {
  const { measures, said, note, tables, trend, counted, facts, notes } = paper
  return {
    fileName: `${paper.kind}-report`,
    title: paper.title,
    pageName: measures.name,
    filters: [...facts, ...notes.rows].map(({ name, text }) => [name, text] as const),
    header: measures.head,
    rows: measures.rows,
    pages: [
      { name: said.name, header: [said.name], rows: said.paragraphs.map((paragraph) => [paragraph]) },
      ...(note.paragraphs.length > 0
        ? [{ name: note.name, header: [note.name], rows: note.paragraphs.map((paragraph) => [paragraph]) }]
        : []),
      ...[...tables, trend.table, counted].map(pageOf),
    ],
  }
}

const pageOf = ({ name, head, rows }: PaperTable) => ({ name, header: head, rows })
