import { Refusal } from '../kernel/refusal.ts'
import { dayOf } from '../platform/clock.ts'
import type { Ctx } from '../platform/ctx.ts'
import { readStandingAreas } from './area.sql.ts'
import { readAreaFile } from './area-file.rule.ts'
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

async function readBytes(ctx: Ctx, bytes: Buffer) {
  const parsed = parsedJson(bytes)
  return readAreaFile(parsed, { known: kindsByCode(await atlasOf(ctx)) })
}

function parsedJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8').replace(/^\ufeff/, ''))
  } catch (error) {
    if (error instanceof SyntaxError) throw new Refusal('import_file_unreadable', { why: 'damaged' })
    throw error
  }
}

/** Takes a file of areas in (official list or GeoJSON, UTF-8). Faults are named by row or by code. */
export async function importAreaFile(ctx: Ctx, bytes: Buffer): Promise<AreaFileResult> {
  ctx.must('area.manage')
  const { areas, faults: rowFaults } = await readBytes(ctx, bytes)
  const { added, changed, same, faults } = await importAreas(ctx, areas)
  return { added, changed, same, faults: [...rowFaults, ...faults] }
}

/** What `importAreaFile` would do, by the same reading and the same plan, writing nothing. */
export async function tryAreaFile(ctx: Ctx, bytes: Buffer): Promise<AreaFileResult> {
  ctx.must('area.manage')
  const { areas, faults: rowFaults } = await readBytes(ctx, bytes)
  const standing = await ctx.read(readStandingAreas)
  const fromDay = dayOf(ctx.clock.now(), ctx.district.timeZone)
  const { add, change, move, same, faults } = planImport(areas, standing, fromDay)
  const changed = new Set([...change, ...move].map(({ code }) => code)).size
  return { added: add.length, changed, same, faults: [...rowFaults, ...faults] }
}
