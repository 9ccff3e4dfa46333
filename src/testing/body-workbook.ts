import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BodySheet } from '../people/offices/body-file.contract.ts'
import { headerNames, sheetNames } from '../people/offices/body-file-words.rule.ts'
import { writeSheet } from '../platform/sheet/write-sheet.ts'

export type BodyFileRow = readonly (string | null)[]
/** Rows of the three pages, in the order of their columns. */
export type BodyPages = Partial<Record<BodySheet, readonly BodyFileRow[]>>

async function* each(rows: readonly BodyFileRow[]): AsyncGenerator<BodyFileRow> {
  yield* rows
}

/** A workbook of bodies, offices and terms, as one goes out and comes in. */
export async function bodyWorkbook(
  { bodies = [], offices = [], terms = [] }: BodyPages,
  language: 'zh' | 'en' = 'zh',
): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'linli-bodies-'))
  const page = (sheet: BodySheet, rows: readonly BodyFileRow[]) => ({
    name: sheetNames[sheet][language],
    header: headerNames(sheet, language),
    rows,
  })
  try {
    const path = join(folder, 'bodies.xlsx')
    await writeSheet(path, headerNames('bodies', language), each(bodies), {
      name: sheetNames.bodies[language],
      pages: [page('offices', offices), page('terms', terms)],
    })
    return await readFile(path)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
