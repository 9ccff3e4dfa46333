import { writeFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { InvalidArgumentError, Option } from 'commander'
import { areaSheet, areasGeoJson, atlasOf } from '../../areas/door.ts'
import { countReplies, type Replies, type ReplyRow, repliesOf } from '../../cases/door.ts'
import { catalogueList } from '../../matters/door.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { recordExport } from '../../platform/sheet/record-export.ts'
import { recordList, type SentList, writeList } from '../../platform/sheet/send-sheet.ts'
import { writeSheet } from '../../platform/sheet/write-sheet.ts'
import { casesEn } from '../../web/words/en/cases.ts'
import { casesZh } from '../../web/words/zh/cases.ts'
import { type CommandFile, groups, type Outcome, type Run, run } from '../command.ts'
import { inDistrict, mustBeFolder } from '../in-district.ts'

interface OutOptions {
  readonly day?: string
  readonly out: string
}

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
  exports
    .command('catalogue')
    .description('把公共事务目录写成可以再导入的表 the catalogue, as it comes in')
    .addOption(
      new Option(
        '--day <day>',
        '哪一天的目录，默认今天 as it held on, YYYY-MM-DD; today by default',
      ).argParser(dayOf),
    )
    .addOption(outOption('.xlsx, .csv', /\.(xlsx|csv)$/i))
    .action((options: OutOptions, self) => run(self, (its) => exportCatalogue(its, options)))
  exports
    .command('areas')
    .description(
      '把区域连同边界写成可以再导入的文件，或写成表 areas: .geojson comes in again, .xlsx and .csv are lists',
    )
    .addOption(outOption('.geojson, .xlsx, .csv', /\.(geojson|xlsx|csv)$/i))
    .action((options: OutOptions, self) => run(self, (its) => exportAreas(its, options)))
}

const outOption = (kinds: string, form: RegExp): Option =>
  new Option('--out <file>', `写到哪里 where it goes (${kinds})`)
    .makeOptionMandatory()
    .argParser((text: string) => {
      if (!form.test(text)) throw new InvalidArgumentError(kinds)
      return text
    })

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
      const rows = await writeSheet(path, header, worded(repliesOf(ctx, wanted), show))
      await onRecord(ctx, 'replies', rows)
      return rows
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

/** Whoever takes a list out at the machine's console leaves a line as well: the program's own. */
async function writeOnRecord(ctx: Ctx, path: string, list: SentList): Promise<number> {
  const rows = await writeList(ctx, path, list)
  await recordList(ctx, list, rows)
  return rows
}

const onRecord = async (ctx: Ctx, list: string, rows: number): Promise<void> =>
  recordExport(ctx, { chain: (await atlasOf(ctx)).district.id, list, filters: 0, rows })

const written = (kind: string, file: string, rows: number): Outcome => ({
  isGood: true,
  answer: { kind, file, rows },
  words: { zh: `已写出 ${rows} 行：${file}`, en: `${rows} rows written: ${file}` },
})

async function exportCatalogue(its: Run, { day, out }: OutOptions): Promise<Outcome> {
  const path = resolve(out)
  await mustBeFolder(dirname(path))
  const rows = await inDistrict(its, async (ctx) =>
    writeOnRecord(ctx, path, await catalogueList(ctx, { day, language: 'zh' })),
  )
  return written('catalogue', path, rows)
}

async function exportAreas(its: Run, { out }: OutOptions): Promise<Outcome> {
  const path = resolve(out)
  await mustBeFolder(dirname(path))
  const rows = await inDistrict(its, async (ctx) => {
    if (!/\.geojson$/i.test(path)) return writeOnRecord(ctx, path, await areaSheet(ctx, { language: 'zh' }))
    const areas = await areasGeoJson(ctx)
    await writeFile(path, JSON.stringify(areas))
    await onRecord(ctx, 'area-outlines', areas.features.length)
    return areas.features.length
  })
  return written('areas', path, rows)
}
