import { Refusal } from '../kernel/refusal.ts'
import { openTable, repeatsHeader } from '../kernel/sheet/header.ts'
import { isBlank } from '../kernel/sheet/row.ts'
import { dayOf } from '../platform/clock.ts'
import type { Ctx } from '../platform/ctx.ts'
import { readSheet } from '../platform/sheet/read-sheet.ts'
import { readStandingAreas } from './area.sql.ts'
import { readAreaFile } from './area-file.rule.ts'
import type { AreaFile } from './area-rows.rule.ts'
import { type AreaSheetRow, areaSheetColumns, readAreaSheet } from './area-sheet.rule.ts'
import type { Atlas } from './atlas.rule.ts'
import { atlasOf } from './atlas.ts'
import type { AreaFileResult, AreaKind } from './contract.ts'
import { importAreas } from './import-areas.ts'
import { planImport } from './import-plan.rule.ts'

/** What stands already may be named as a parent. */
function kindsByCode(atlas: Atlas): Map<string, AreaKind> {
  if (atlas.isEmpty) return new Map()
  return new Map(atlas.below(atlas.district).map(({ code, kind }) => [code, kind]))
}

interface Read extends Pick<AreaFile, 'areas'> {
  readonly faults: readonly AreaFileResult['faults'][number][]
}

async function readBytes(ctx: Ctx, bytes: Buffer, name: string): Promise<Read> {
  const known = kindsByCode(await atlasOf(ctx))
  if (!/\.(xlsx?|csv|tsv|txt|gz)$/i.test(name)) return readAreaFile(parsedJson(bytes), { known })
  const { areas, faults } = readAreaSheet(await sheetRows(bytes, name), known)
  return { areas, faults: faults.map(({ row: sheetRow, ...fault }) => ({ sheetRow, ...fault })) }
}

async function sheetRows(bytes: Buffer, name: string): Promise<AreaSheetRow[]> {
  const { header, body } = await openTable(readSheet(bytes, name), areaSheetColumns)
  const rows: AreaSheetRow[] = []
  for await (const row of body) {
    if (isBlank(row) || repeatsHeader(row, header)) continue
    const texts = [...header.columns].map(
      ([key, { letter }]) => [key, row.cells.get(letter)?.text ?? ''] as const,
    )
    rows.push({ row: row.rowNumber, texts: new Map(texts) })
  }
  return rows
}

function parsedJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8').replace(/^\ufeff/, ''))
  } catch (error) {
    if (error instanceof SyntaxError) throw new Refusal('import_file_unreadable', { why: 'damaged' })
    throw error
  }
}

/**
 * Takes a file of areas in: a sheet (.xlsx, .csv), an official list or GeoJSON (.json, .geojson; UTF-8), told by its name.
 * Faults are named by row or by code. Refuses as `readSheet`, `openTable` and `readAreaFile`.
 */
export async function importAreaFile(ctx: Ctx, bytes: Buffer, name: string): Promise<AreaFileResult> {
  ctx.must('area.manage')
  const { areas, faults: rowFaults } = await readBytes(ctx, bytes, name)
  const { added, changed, same, faults } = await importAreas(ctx, areas)
  return { added, changed, same, faults: [...rowFaults, ...faults] }
}

/** What `importAreaFile` would do, by the same reading and the same plan, writing nothing. */
export async function tryAreaFile(ctx: Ctx, bytes: Buffer, name: string): Promise<AreaFileResult> {
  ctx.must('area.manage')
  const { areas, faults: rowFaults } = await readBytes(ctx, bytes, name)
  const standing = await ctx.read(readStandingAreas)
  const fromDay = dayOf(ctx.clock.now(), ctx.district.timeZone)
  const { add, change, move, same, faults } = planImport(areas, standing, fromDay)
  const changed = new Set([...change, ...move].map(({ code }) => code)).size
  return { added: add.length, changed, same, faults: [...rowFaults, ...faults] }
}
