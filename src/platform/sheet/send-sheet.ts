import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import { nameIn } from '../../kernel/names.ts'
import { dayOf, localMinute } from '../clock.ts'
import type { Ctx } from '../ctx.ts'
import { recordExport } from './record-export.ts'
import { type SheetPage, type TextRow, writeSheet } from './write-sheet.ts'

/** In which language a sheet's headings and words stand. */
export const SheetLanguage = z.enum(['zh', 'en']).default('zh')
export type SheetLanguage = z.infer<typeof SheetLanguage>

/** A list as it goes out: every list of the house that becomes a sheet goes this way. */
export interface SentList {
  /** The file's name without its kind, in letters that every system takes: `accounts`. */
  readonly fileName: string
  /** What the list is, as its second page says it. */
  readonly title: string
  /** The filters it was made by, each with its name and value in words. */
  readonly filters?: readonly (readonly [name: string, value: string])[]
  readonly header: readonly string[]
  readonly rows: Iterable<TextRow> | AsyncIterable<TextRow>
  readonly language?: SheetLanguage
  /**
   * The chain of the journal on which the taking out is recorded, as a rule the district's area; null where the use case
   * writes a line of its own.
   */
  readonly chain: string | null
  /** Writes that line, once the rows are written and before anybody has them. */
  readonly record?: (rows: number) => Promise<void>
  /** What is said beside the filters and is known only when all rows are written. */
  readonly closing?: () => readonly (readonly [name: string, value: string])[]
  /** What the list's own page is called, and further pages, where a file has several lists. */
  readonly pageName?: string
  readonly pages?: readonly SheetPage[]
}

const words = {
  zh: { list: '名单', district: '区', made: '导出时间', filter: '筛选', none: '全部，没有筛选' },
  en: {
    list: 'List',
    district: 'District',
    made: 'Written out',
    filter: 'Filter',
    none: 'everything, no filter',
  },
} as const

/**
 * Writes the list to a file, .xlsx or .csv by its name, and returns its rows. A workbook's second page says what the list
 * is, of which district, when it was made and by which filters. Whoever calls has seen that the asker may have it.
 */
export async function writeList(
  ctx: Pick<Ctx, 'clock' | 'district'>,
  path: string,
  list: Omit<SentList, 'chain'>,
): Promise<number> {
  const { header, rows, pageName, pages = [] } = list
  return writeSheet(path, header, asAsync(rows), {
    ...(pageName === undefined ? {} : { name: pageName }),
    about: aboutOf(ctx, list),
    pages,
  })
}

/** The page that says what a list is, told when its rows are written. */
function* aboutOf(
  { clock, district }: Pick<Ctx, 'clock' | 'district'>,
  { title, filters = [], closing = () => [], language = 'zh' }: Omit<SentList, 'chain'>,
): Generator<TextRow> {
  const said = words[language]
  yield [said.list, title]
  yield [said.district, nameIn(language, district)]
  yield [said.made, localMinute(clock.now(), district.timeZone)]
  const all = [...filters, ...closing()]
  if (all.length === 0) yield [said.filter, said.none]
  for (const [name, value] of all) yield [`${said.filter}: ${name}`, value]
}

/** The list as a workbook in memory, and how many rows it has. */
async function sheetOf(
  ctx: Pick<Ctx, 'clock' | 'district'>,
  list: SentList,
): Promise<{ readonly bytes: Buffer; readonly rows: number }> {
  const folder = await mkdtemp(join(tmpdir(), 'linli-sheet-'))
  try {
    const path = join(folder, `${list.fileName}.xlsx`)
    const rows = await writeList(ctx, path, list)
    return { rows, bytes: await readFile(path) }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function* asAsync(rows: SentList['rows']): AsyncGenerator<TextRow> {
  yield* rows
}

/** The media type of a workbook. */
export const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/**
 * Answers with the list as a workbook to keep: `accounts-2026-11-22.xlsx`. That it was taken out is on the record. No
 * cache keeps it.
 */
export async function sendSheet(reply: FastifyReply, ctx: Ctx, list: SentList): Promise<FastifyReply> {
  const day = dayOf(ctx.clock.now(), ctx.district.timeZone)
  const { bytes, rows } = await sheetOf(ctx, list)
  await recordList(ctx, list, rows)
  return sendFile(reply, bytes, `${list.fileName}-${day}.xlsx`, workbook)
}

/** Writes on the record that a list was taken out, unless its use case does. */
export async function recordList(
  ctx: Ctx,
  { chain, fileName: list, filters = [], record }: SentList,
  rows: number,
): Promise<void> {
  await record?.(rows)
  if (chain !== null) await recordExport(ctx, { chain, list, filters: filters.length, rows })
}

/** Answers with a file to keep. `name` is of plain letters. */
export function sendFile(reply: FastifyReply, bytes: Buffer, name: string, type: string): FastifyReply {
  return reply
    .type(type)
    .header('content-disposition', `attachment; filename="${name}"`)
    .header('cache-control', 'private, no-store')
    .send(bytes)
}
