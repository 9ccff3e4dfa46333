import { atlasOf } from '../areas/door.ts'
import { Refusal } from '../kernel/refusal.ts'
import { dayOf } from '../platform/clock.ts'
import type { Ctx } from '../platform/ctx.ts'
import { actOnce } from '../platform/once.ts'
import type { Tx } from '../platform/transaction.ts'
import { readCatalogue } from './catalogue.rule.ts'
import { changedFields } from './catalogue-diff.rule.ts'
import { catalogueCells } from './catalogue-row.rule.ts'
import type {
  AnnounceMatter,
  DraftMatter,
  MatterAnnounced,
  MatterPreview,
  NewMatter,
  RetireMatter,
} from './contract.ts'
import { catalogueLine, enterCatalogue } from './import-catalogue.ts'
import { type DatedMatter, endMatters, readMatters } from './matter.sql.ts'
import { keptCatalogue, mattersOn } from './matters.ts'

/** A draft is read as a row of the catalogue's file would be: one reader, one set of rules. */
function readDraft(draft: NewMatter) {
  const { matters, faults } = readCatalogue([{ rowNumber: 1, cells: catalogueCells(draft, 'en') }])
  return { matter: matters[0] ?? null, faults }
}

const todayOf = (ctx: Ctx): string => dayOf(ctx.clock.now(), ctx.district.timeZone)

/**
 * A new matter may hold from today. What stands changes or ends from tomorrow at the earliest: a day that has begun runs
 * by the rule it began with, and so do the clocks that started in it. Refuses `input_invalid`.
 */
function mustBeAhead(ctx: Ctx, fromDay: string, isNew: boolean): void {
  const today = todayOf(ctx)
  if (isNew ? fromDay < today : fromDay <= today)
    throw new Refusal('input_invalid', { field: 'fromDay', rule: isNew ? 'past' : 'not_ahead' })
}

/** The version that stands last: of it or after it a new one is made. Null where the code stands no more. */
function lastOf(rows: readonly DatedMatter[], code: string): DatedMatter | null {
  const last = rows.findLast(({ matter }) => matter.code === code)
  return last && last.validTo === null ? last : null
}

/** Refuses `version_conflict` where the matter is not any more as the editor saw it, or the code is in use. */
function mustBeOn(base: DatedMatter | null, baseId: string | null, code: string, fromDay: string): void {
  if ((base?.matter.id ?? null) !== baseId || (base !== null && base.validFrom > fromDay))
    throw new Refusal('version_conflict', { matter: code })
}

/** What announcing this draft would change, or what is wrong with it. Writes nothing. */
export async function previewMatter(
  ctx: Ctx,
  { matter: draft, baseId, fromDay }: DraftMatter,
): Promise<MatterPreview> {
  ctx.must('matter.manage')
  mustBeAhead(ctx, fromDay, baseId === null)
  const { matter, faults } = readDraft(draft)
  const base = lastOf((await keptCatalogue.of(ctx)).all, draft.code)
  mustBeOn(base, baseId, draft.code, fromDay)
  const before = base?.matter ?? null
  const fields = before && matter ? changedFields(before, matter) : []
  const kind = before === null ? 'added' : fields.length === 0 ? 'same' : 'changed'
  const others = (await mattersOn(ctx, fromDay)).filter(
    (other) =>
      other.code !== draft.code &&
      other.category === draft.category &&
      (other.categoryZh !== draft.categoryZh || other.categoryEn !== draft.categoryEn),
  )
  return { kind, before, after: matter, fields, faults, categoryOthers: others.length }
}

/**
 * Announces a matter from a day on, new or changed: a dated version beside the ones before, by the import's own way and
 * with its line in the journal. Refuses `version_conflict` where somebody was quicker, `input_invalid` for a day
 * that has begun or a draft at fault (its column and reason).
 */
export async function announceMatter(ctx: Ctx, body: AnnounceMatter): Promise<MatterAnnounced> {
  ctx.must('matter.manage')
  const { matter: draft, baseId, fromDay } = body
  mustBeAhead(ctx, fromDay, baseId === null)
  const { matter, faults } = readDraft(draft)
  if (!matter) throw new Refusal('input_invalid', { field: faults[0]!.column, rule: faults[0]!.reason })
  const { district } = await atlasOf(ctx)
  const announced = await actOnce(ctx, body, async (tx): Promise<MatterAnnounced> => {
    const base = await standing(tx, matter.code)
    mustBeOn(base, baseId, matter.code, fromDay)
    const counts = await enterCatalogue(ctx, tx, [matter], { fromDay, retire: false, chain: district.id })
    const kind = counts.added > 0 ? 'added' : counts.changed > 0 ? 'changed' : 'same'
    return { code: matter.code, fromDay, kind }
  })
  keptCatalogue.forget(ctx)
  return announced
}

/** Takes a matter out of the catalogue from a day on; open cases of it come to their end. Refuses `matter_unknown`. */
export async function retireMatter(ctx: Ctx, code: string, body: RetireMatter): Promise<MatterAnnounced> {
  ctx.must('matter.manage')
  const { fromDay } = body
  mustBeAhead(ctx, fromDay, false)
  const { district } = await atlasOf(ctx)
  const request = { ...body, code }
  const retired = await actOnce(ctx, request, async (tx): Promise<MatterAnnounced> => {
    const base = await standing(tx, code)
    if (!base) throw new Refusal('matter_unknown', { matter: code })
    mustBeOn(base, base.matter.id, code, fromDay)
    await endMatters(tx, [base.matter.id], fromDay)
    const told = { fromDay, added: 0, changed: 0, same: 0, retired: 1 }
    const { id: _id, ...matter } = base.matter
    tx.record(catalogueLine(district.id, told, [matter]))
    return { code, fromDay, kind: 'retired' }
  })
  keptCatalogue.forget(ctx)
  return retired
}

/** The version that stands last, once every other writer of the catalogue is done. */
async function standing(tx: Tx, code: string): Promise<DatedMatter | null> {
  await keptCatalogue.change(tx)
  return lastOf(await readMatters(tx.db), code)
}
