import { dirname, resolve } from 'node:path'
import { InvalidArgumentError, Option } from 'commander'
import { countReplies, type Replies, type ReplyRow, repliesOf } from '../../cases/door.ts'
import { writeSheet } from '../../platform/sheet/write-sheet.ts'
import { casesEn } from '../../web/words/en/cases.ts'
import { casesZh } from '../../web/words/zh/cases.ts'
import { type CommandFile, groups, type Outcome, type Run, run } from '../command.ts'
import { inDistrict, mustBeFolder } from '../in-district.ts'

interface ExportOptions {
  readonly source?: string
  readonly since?: string
  readonly out: string
}

export const command: CommandFile = (linli) => {
  const exports = linli.command('export').helpGroup(groups.inAndOut).description('导出文件 write a file out')
  exports
    .command('replies')
    .description('把导入诉求的进展和答复写成表，交回来源系统 what became of imported cases, for their source')
    .addOption(new Option('--source <name>', '来源系统的名称，默认全部 name of the source; all by default'))
    .addOption(
      new Option(
        '--since <day>',
        '此日（含）以来答复或结案的 replied to or closed since, YYYY-MM-DD',
      ).argParser(dayOf),
    )
    .addOption(
      new Option('--out <file>', '写到哪里 where it goes (.xlsx, .csv)')
        .makeOptionMandatory()
        .argParser(sheetName),
    )
    .action((options: ExportOptions, self) => run(self, (its) => exportReplies(its, options)))
}

function dayOf(text: string): string {
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString()
  } catch (error) {
    if (error instanceof RangeError) throw new InvalidArgumentError('YYYY-MM-DD')
    throw error
  }
}

function sheetName(text: string): string {
  if (!/\.(xlsx|csv)$/i.test(text)) throw new InvalidArgumentError('.xlsx, .csv')
  return text
}

const header = ['来源', '来源编号', '受理编号', '进展', 'Stage', '事项', '答复', '答复时间', '结案时间']

async function* worded(rows: AsyncIterable<ReplyRow>, onRow: () => void) {
  for await (const { source, sourceNumber, number, stage, matter, answer, repliedAt, closedAt } of rows) {
    onRow()
    const words = [casesZh.stages[stage], casesEn.stages[stage]]
    yield [source, sourceNumber, number, ...words, matter?.zh ?? null, answer, repliedAt, closedAt]
  }
}

async function exportReplies(its: Run, { source, since, out }: ExportOptions): Promise<Outcome> {
  const path = resolve(out)
  await mustBeFolder(dirname(path))
  const wanted: Replies = { system: source, since }
  const progress = its.terminal.progress({ zh: '导出', en: 'Exporting' })
  try {
    const rows = await inDistrict(its, async (ctx) => {
      const total = await countReplies(ctx, wanted)
      let written = 0
      const show = () => progress.show(++written, Math.max(written, total))
      return writeSheet(path, header, worded(repliesOf(ctx, wanted), show))
    })
    return {
      isGood: true,
      answer: { kind: 'replies', file: path, rows },
      words: { zh: `已写出 ${rows} 行：${path}`, en: `${rows} rows written: ${path}` },
    }
  } finally {
    progress.end()
  }
}
