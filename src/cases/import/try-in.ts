import { type ColumnSpec, guessHeader, headerRowsSearched } from '../../kernel/sheet/header.ts'
import { isBlank, type SheetRow } from '../../kernel/sheet/row.ts'
import { iso } from '../../platform/clock.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { readSheet } from '../../platform/sheet/read-sheet.ts'
import { type FileColumns, type ImportTrial, importLimits, type TriedRow } from './contract.ts'
import type { PastCase } from './past-case.rule.ts'
import { standingCases } from './past-case.sql.ts'
import { destinationOf, type FileKind, readThrough, type SentFile, type TakeInOptions } from './take-in.ts'

/** Rows that are shown as they would be read. */
const shownRows = 5
const samplesPerColumn = 3
const longestSample = 40
/** Rows below the header in which samples are looked for. */
const sampleRows = 20

/**
 * What the import would do with this file, by the import's own reading, writing nothing: its columns and how they were
 * matched, how many rows would be added, are known or come back, the faults, and the first rows as they would be read.
 * Where a needed column is not matched there are columns and no counts. Refuses what cannot be read at all.
 */
export async function tryIn<Key extends string, Row>(
  ctx: Ctx,
  file: SentFile,
  fileKind: FileKind<Key, Row>,
  options: TakeInOptions,
): Promise<ImportTrial> {
  ctx.must('import.run')
  const { system } = await destinationOf(ctx, fileKind.kind, options.system)
  const columns = await columnsOf(file, fileKind.columns, options)
  const missing = columns.wanted.filter(({ required, letter }) => required && letter === null)
  if (missing.length > 0) return { kind: fileKind.kind, fileName: file.name, columns, outcome: null }
  const chosen = {
    rowNumber: columns.headerRow,
    letters: Object.fromEntries(columns.wanted.flatMap(({ key, letter }) => (letter ? [[key, letter]] : []))),
  }
  const seen = { added: 0, known: 0, answered: 0 }
  const first: TriedRow[] = []
  const { count, faults } = await readThrough(file, fileKind, { ...options, chosen }, async (cases) => {
    const numbers = cases.map((past) => past.sourceNumber)
    const standing = await ctx.read((tx) => standingCases(tx, system, numbers))
    for (const past of cases) {
      const before = standing.get(past.sourceNumber)
      seen[before ? 'known' : 'added'] += 1
      if (before?.stage === 'accepted' && past.history?.closedAt) seen.answered += 1
      if (first.length < shownRows) first.push(triedRow(past, before !== undefined))
    }
  })
  const outcome = { ...count, ...seen, faults: faults.slice(0, importLimits.faults), first }
  return { kind: fileKind.kind, fileName: file.name, columns, outcome }
}

const textOf = (past: Pick<PastCase, 'texts'>, kind: string): string | null =>
  past.texts.find((text) => text.kind === kind)?.body ?? null

function triedRow(past: PastCase, known: boolean): TriedRow {
  const { sourceNumber, occurredAt, confidential, history } = past
  return {
    sourceNumber,
    occurredAt: iso(occurredAt),
    title: textOf(past, 'title'),
    words: textOf(past, 'words') ?? '',
    reporter: textOf(past, 'reporter_name'),
    answer: history && textOf(history, 'answer'),
    closedAt: history?.closedAt ? iso(history.closedAt) : null,
    confidential,
    known,
  }
}

/** The file's columns with a few of their cells, and which column each wanted one was found in or matched to. */
async function columnsOf<Key extends string>(
  file: SentFile,
  wanted: readonly ColumnSpec<Key>[],
  { chosen }: Pick<TakeInOptions, 'chosen'>,
): Promise<FileColumns> {
  const top = await topOf(file)
  const guess = guessHeader(top, wanted)
  const header = top.find(({ rowNumber }) => rowNumber === chosen?.rowNumber) ?? guess?.row
  const below = top.filter((row) => header !== undefined && row.rowNumber > header.rowNumber && !isBlank(row))
  const letters: Readonly<Partial<Record<string, string>>> = chosen?.letters ?? guess?.letters ?? {}
  const found = [
    ...new Set([...(header?.cells.keys() ?? []), ...below.flatMap(({ cells }) => [...cells.keys()])]),
  ]
  const known = new Set(found)
  return {
    headerRow: header?.rowNumber ?? 1,
    found: found.map((letter) => ({
      letter,
      name: header?.cells.get(letter)?.text.trim() ?? '',
      samples: below
        .map(({ cells }) => cells.get(letter)?.text.trim() ?? '')
        .filter((text) => text !== '')
        .slice(0, samplesPerColumn)
        .map((text) => text.slice(0, longestSample)),
    })),
    wanted: wanted.map(({ key, name, required }) => {
      const letter = letters[key]
      return { key, name, required, letter: letter !== undefined && known.has(letter) ? letter : null }
    }),
  }
}

async function topOf({ source, name }: SentFile): Promise<SheetRow[]> {
  const top: SheetRow[] = []
  for await (const row of readSheet(source, name)) {
    top.push(row)
    if (top.length === headerRowsSearched + sampleRows) break
  }
  return top
}
