import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  ImageRun,
  type IParagraphOptions,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { documentStyles } from './document-styles.ts'
import type { PaperTable, ReportPaper } from './paper.contract.ts'
import { mapPicture, type Picture, trendPicture } from './pictures.ts'

/** A4 in twentieths of a point, with margins that leave 17 cm for what is written. */
const page = {
  size: { width: 11_906, height: 16_838 },
  margin: { top: 1134, bottom: 1134, left: 1134, right: 1134 },
}
const writtenWidth = page.size.width - page.margin.left - page.margin.right
/** A column is as wide as its longest text wants, but neither narrower nor wider than so many letters. */
const letters = { least: 6, most: 36 }

/** A report as a document (.docx) on A4: what its page shows, in the same order. */
export async function reportDocument(paper: ReportPaper, author: string): Promise<Buffer> {
  const { measures, said, note, tables, trend, map, counted, notes } = paper
  const picture = await trendPicture(trend.days)
  const ground = map && (await mapPicture(map))
  const document = new Document({
    title: paper.title,
    creator: author,
    styles: documentStyles,
    sections: [
      {
        properties: { page },
        footers: { default: footerOf(paper) },
        children: [
          new Paragraph({ text: paper.title, heading: HeadingLevel.TITLE }),
          ...paper.facts.map(factLine),
          heading(said.name),
          ...said.paragraphs.map(bodyText),
          ...(note.paragraphs.length > 0 ? [heading(note.name), ...note.paragraphs.map(bodyText)] : []),
          heading(measures.name),
          tableOf(measures),
          heading(trend.name),
          ...pictured(picture, trend),
          ...(map && ground ? [heading(map.name), ...pictured(ground, map)] : []),
          ...tables.flatMap((table) => [heading(table.name), tableOf(table)]),
          heading(counted.name),
          tableOf(counted),
          heading(notes.name),
          ...notes.rows.map(factLine),
        ],
      },
    ],
  })
  return Packer.toBuffer(document)
}

/** A picture with what it says below it. */
const pictured = (
  { png, width, height }: Picture,
  { name, label, lead }: { readonly name: string; readonly label: string; readonly lead: string },
): Paragraph[] => [
  new Paragraph({
    keepNext: true,
    children: [
      new ImageRun({
        type: 'png',
        data: png,
        transformation: { width, height },
        altText: { name, title: name, description: label },
      }),
    ],
  }),
  new Paragraph({ text: lead, style: 'small' }),
]

const bodyText = (text: string): Paragraph => new Paragraph({ text, style: 'body' })

const heading = (text: string): Paragraph => new Paragraph({ text, heading: HeadingLevel.HEADING_1 })

const factLine = ({ name, text }: { readonly name: string; readonly text: string }): Paragraph =>
  new Paragraph({
    style: 'fact',
    children: [new TextRun({ text: `${name}　`, bold: true }), new TextRun(text)],
  })

const line = { style: BorderStyle.SINGLE, size: 4, color: 'BFBFBF' }
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }

/** A table with lines between its rows; its head stands again on each page. */
function tableOf({ head, numeric, rows }: PaperTable): Table {
  const widths = columnWidths([head, ...rows])
  const rowOf = (texts: readonly string[], isHead: boolean): TableRow =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: texts.map(
        (text, column) =>
          new TableCell({
            width: { size: widths[column]!, type: WidthType.DXA },
            ...(isHead ? { shading: { fill: 'EDF2F7' } } : {}),
            children: [cellText(text, isHead, numeric[column]!)],
          }),
      ),
    })
  return new Table({
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    width: { size: writtenWidth, type: WidthType.DXA },
    margins: { top: 50, bottom: 50, left: 80, right: 80 },
    borders: {
      ...{ top: line, bottom: line, insideHorizontal: line },
      ...{ left: none, right: none, insideVertical: none },
    },
    rows: [rowOf(head, true), ...rows.map((row) => rowOf(row, false))],
  })
}

/** A Chinese character is as wide as two letters. */
const lettersOf = (text: string): number => text.length + (text.match(/[\u2e80-\uffff]/g)?.length ?? 0)

function columnWidths(rows: readonly (readonly string[])[]): number[] {
  const wanted = rows[0]!.map((_, column) => {
    const longest = Math.max(...rows.map((row) => lettersOf(row[column]!)))
    return Math.min(Math.max(longest, letters.least), letters.most)
  })
  const sum = wanted.reduce((all, one) => all + one, 0)
  return wanted.map((one) => Math.floor((one * writtenWidth) / sum))
}

const cellText = (text: string, isHead: boolean, isNumeric: boolean): Paragraph => {
  const options: IParagraphOptions = {
    style: isHead ? 'tableHead' : 'tableText',
    alignment: isNumeric ? AlignmentType.RIGHT : AlignmentType.LEFT,
  }
  return new Paragraph({ ...options, text })
}

/** The title and which page of how many it is. */
const footerOf = ({ title, pageOf }: ReportPaper): Footer =>
  new Footer({
    children: [
      new Paragraph({
        style: 'small',
        alignment: AlignmentType.CENTER,
        children: [
          new TextRun(`${title}　${pageOf.before}`),
          new TextRun({ children: [PageNumber.CURRENT] }),
          new TextRun(pageOf.between),
          new TextRun({ children: [PageNumber.TOTAL_PAGES] }),
          new TextRun(pageOf.after),
        ],
      }),
    ],
  })
