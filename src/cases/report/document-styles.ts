import type { IStylesOptions } from 'docx'

/** As offices write: headings in 黑体, text in 仿宋. A machine without them takes its own. */
const heading = { ascii: 'Arial', hAnsi: 'Arial', eastAsia: '黑体' } as const
const text = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '仿宋' } as const
const table = { ascii: 'Arial', hAnsi: 'Arial', eastAsia: '宋体' } as const

/** Sizes in half points, spaces in twentieths of a point. */
export const documentStyles: IStylesOptions = {
  default: {
    document: { run: { font: text, size: 24 } },
    title: {
      run: { font: heading, size: 40, bold: true },
      paragraph: { spacing: { after: 240 } },
    },
    heading1: {
      run: { font: heading, size: 28, bold: true },
      paragraph: { spacing: { before: 320, after: 120 }, keepNext: true },
    },
  },
  paragraphStyles: [
    {
      ...{ id: 'body', name: 'Body', basedOn: 'Normal' },
      run: { font: text, size: 24 },
      paragraph: { spacing: { line: 400, after: 40 }, indent: { firstLine: 480 } },
    },
    {
      ...{ id: 'fact', name: 'Fact', basedOn: 'Normal' },
      run: { font: text, size: 22 },
      paragraph: { spacing: { after: 40 } },
    },
    { id: 'small', name: 'Small', basedOn: 'Normal', run: { font: text, size: 18, color: '595959' } },
    { id: 'tableHead', name: 'Table head', basedOn: 'Normal', run: { font: heading, size: 18, bold: true } },
    { id: 'tableText', name: 'Table text', basedOn: 'Normal', run: { font: table, size: 18 } },
  ],
}
