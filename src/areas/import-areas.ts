import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { chunks } from '../kernel/chunks.ts'
import { newId } from '../kernel/ids.ts'
import { dayOf } from '../platform/clock.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { Tx } from '../platform/transaction.ts'
import type { AreaToInsert, StandingArea } from './area.sql.ts'
import { changeAreas, insertAreas, readStandingAreas } from './area.sql.ts'
import { keptAtlas } from './atlas.ts'
import type { AreaImport, AreaKind, NewArea } from './contract.ts'
import { areaLine } from './events.ts'
import { type ImportPlan, planImport } from './import-plan.rule.ts'
import { placeCode } from './qr.rule.ts'
import { relocate } from './relocate.ts'

const rowsPerStatement = 1000

interface ImportOptions {
  readonly fromDay?: string
  /** Looks at what is about to change, while no other change can come between, and throws where it should not. */
  readonly accept?: (plan: ImportPlan) => void
}

/**
 * Takes areas in: new codes are added, known ones changed or moved from `fromDay` on (YYYY-MM-DD local, today where
 * left out; new areas exist from that day). What a file does not say (a shape, an English name) stays. The same
 * file once more changes nothing. Areas with a fault are left out and named.
 */
export async function importAreas(
  ctx: Ctx,
  areas: readonly NewArea[],
  { fromDay = dayOf(ctx.clock.now(), ctx.district.timeZone), accept }: ImportOptions = {},
): Promise<AreaImport> {
  ctx.must('area.manage')
  const result = await ctx.transaction(async (tx): Promise<AreaImport> => {
    await keptAtlas.change(tx)
    const standing = await readStandingAreas(tx)
    const plan = planImport(areas, standing, fromDay)
    accept?.(plan)
    const added = withIds(ctx, plan.add, standing)
    for (const rows of chunks(added, rowsPerStatement)) await insertAreas(tx, rows, fromDay)
    for (const rows of chunks(plan.change, rowsPerStatement)) await changeAreas(tx, rows, fromDay)
    const ids = new Map([...standing.values(), ...added].map((area) => [area.code, area.id]))
    for (const { code, parentCode } of plan.move)
      await relocate(ctx, tx, ids.get(code)!, ids.get(parentCode)!, fromDay)
    const changed = new Set([...plan.change, ...plan.move].map(({ code }) => code)).size
    if (added.length + changed > 0)
      recordImport(tx, areas, added.length, changed, [...standing.values(), ...added])
    return { added: added.length, changed, same: plan.same, faults: plan.faults }
  })
  keptAtlas.forget(ctx)
  return result
}

/** New areas with their ids, paths and place codes; parents come first, so that each finds its own. */
function withIds(
  ctx: Ctx,
  areas: readonly NewArea[],
  standing: ReadonlyMap<string, StandingArea>,
): AreaToInsert[] {
  const known = new Map<string, { readonly id: string; readonly path: readonly string[] }>(standing)
  const codes = new Set([...standing.values()].map((area) => area.placeCode))
  const atMs = ctx.clock.now().epochMilliseconds
  return areas.map((area) => {
    const parent = area.parentCode === null ? null : known.get(area.parentCode)!
    let id = newId(atMs)
    // Place codes are short: among many places two may clash, and another id gives another code.
    while (codes.has(placeCode(ctx.district.id, id))) id = newId(atMs)
    const made = {
      id,
      code: area.code,
      kind: area.kind,
      nameZh: area.nameZh,
      nameEn: area.nameEn ?? area.nameZh,
      parentId: parent?.id ?? null,
      path: [...(parent?.path ?? []), id],
      placeCode: placeCode(ctx.district.id, id),
      estateKind: area.estateKind ?? null,
      shape: area.shape ?? null,
    }
    codes.add(made.placeCode)
    known.set(area.code, made)
    return made
  })
}

function recordImport(
  tx: Tx,
  areas: readonly NewArea[],
  added: number,
  changed: number,
  all: readonly { readonly id: string; readonly kind: AreaKind }[],
): void {
  const districtId = all.find((area) => area.kind === 'district')!.id
  const kinds: Partial<Record<AreaKind, number>> = {}
  for (const { kind } of areas) kinds[kind] = (kinds[kind] ?? 0) + 1
  const digest = createHash('sha256').update(canonicalize(areas)!).digest('hex')
  const data = { count: areas.length, added, changed, kinds, digest }
  tx.record(areaLine('area.imported', { chain: districtId, subject: districtId, data }))
}
