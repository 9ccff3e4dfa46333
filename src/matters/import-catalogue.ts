import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { atlasOf } from '../areas/door.ts'
import { newId } from '../kernel/ids.ts'
import { Refusal } from '../kernel/refusal.ts'
import { dayOf } from '../platform/clock.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { Tx } from '../platform/transaction.ts'
import { readCatalogue } from './catalogue.rule.ts'
import { diffCatalogues } from './catalogue-diff.rule.ts'
import { readCatalogueFile } from './catalogue-file.ts'
import { type CataloguePlan, planCatalogue } from './catalogue-plan.rule.ts'
import type { CatalogueImport, CatalogueTrial, NewMatter } from './contract.ts'
import { matterLine } from './events.ts'
import { correctMatters, endMatters, insertMatters, readMatters } from './matter.sql.ts'
import { keptCatalogue, mattersOn } from './matters.ts'

/** How many matters an import added, changed, left and ended. */
export type CatalogueCounts = Omit<CatalogueImport, 'faults'>

export interface ImportCatalogueOptions {
  /** First day on which the catalogue holds, YYYY-MM-DD local; today where left out. */
  readonly fromDay?: string
  /** Whether matters that the file does not name are ended. */
  readonly retire?: boolean
}

/**
 * Takes a catalogue in. A changed matter ends and a new row of its code begins, so that a case is judged by the rule
 * of its day; the same matters once more add nothing. Refuses `version_conflict` where a row begins after `fromDay`.
 */
export async function importCatalogue(
  ctx: Ctx,
  matters: readonly NewMatter[],
  { fromDay = dayOf(ctx.clock.now(), ctx.district.timeZone), retire = false }: ImportCatalogueOptions = {},
): Promise<CatalogueCounts> {
  ctx.must('matter.manage')
  const { district } = await atlasOf(ctx)
  const result = await ctx.transaction((tx) =>
    enterCatalogue(ctx, tx, matters, { fromDay, retire, chain: district.id }),
  )
  keptCatalogue.forget(ctx)
  return result
}

/** The same within a transaction, for whoever writes more in it; afterwards `keptCatalogue.forget`. */
export async function enterCatalogue(
  ctx: Ctx,
  tx: Tx,
  matters: readonly NewMatter[],
  { fromDay, retire, chain }: Required<ImportCatalogueOptions> & { readonly chain: string },
): Promise<CatalogueCounts> {
  const atMs = ctx.clock.now().epochMilliseconds
  await keptCatalogue.change(tx)
  const plan = planOf(matters, await readMatters(tx.db), { fromDay, retire })
  await endMatters(tx, [...plan.replace.map(({ id }) => id), ...plan.retire], fromDay)
  const begin = [...plan.add, ...plan.replace.map(({ matter }) => matter)]
  if (begin.length > 0)
    await insertMatters(
      tx,
      begin.map((matter) => ({ ...matter, id: newId(atMs) })),
      fromDay,
    )
  if (plan.correct.length > 0) await correctMatters(tx, plan.correct)
  const counts = countsOf(plan)
  if (counts.added + counts.changed + counts.retired > 0)
    tx.record(catalogueLine(chain, { fromDay, ...counts }, matters))
  return counts
}

/** Refuses `version_conflict` where a row begins after `fromDay`. */
function planOf(...of: Parameters<typeof planCatalogue>): CataloguePlan {
  const plan = planCatalogue(...of)
  const [late] = plan.changedLater
  if (late) throw new Refusal('version_conflict', { matter: late })
  return plan
}

const countsOf = (plan: CataloguePlan): CatalogueCounts => ({
  added: plan.add.length,
  changed: plan.replace.length + plan.correct.length,
  same: plan.same,
  retired: plan.retire.length,
})

/** The journal's line of a change to the catalogue: how much of it, from when, and a digest of what came in. */
export function catalogueLine(
  chain: string,
  told: CatalogueCounts & { readonly fromDay: string },
  matters: readonly NewMatter[],
) {
  const digest = createHash('sha256').update(canonicalize(matters)!).digest('hex')
  return matterLine('matter.catalogue_imported', { chain, subject: chain, data: { ...told, digest } })
}

/**
 * Takes a catalogue's file in (CSV or xlsx, from a path or memory): sound rows, with every fault in the others by row
 * and column. With a fault in the file nothing is retired: the missing matter may be the faulty row.
 */
export async function importCatalogueFile(
  ctx: Ctx,
  source: string | Buffer,
  name: string,
  options: ImportCatalogueOptions = {},
): Promise<CatalogueImport> {
  ctx.must('matter.manage')
  const { matters, faults } = readCatalogue(await readCatalogueFile(source, name))
  const retire = (options.retire ?? false) && faults.length === 0
  return { ...(await importCatalogue(ctx, matters, { ...options, retire })), faults }
}

/**
 * What `importCatalogueFile` would do with this file, by the same reading and the same plan, writing nothing; with what
 * would change in each matter. Refuses as the import itself does.
 */
export async function tryCatalogueFile(
  ctx: Ctx,
  source: string | Buffer,
  name: string,
  options: ImportCatalogueOptions = {},
): Promise<CatalogueTrial> {
  ctx.must('matter.manage')
  const { matters, faults } = readCatalogue(await readCatalogueFile(source, name))
  const retire = (options.retire ?? false) && faults.length === 0
  const fromDay = options.fromDay ?? dayOf(ctx.clock.now(), ctx.district.timeZone)
  const plan = planOf(matters, await ctx.read((tx) => readMatters(tx.db)), { fromDay, retire })
  const before = await mattersOn(ctx, fromDay)
  const touched = new Set([
    ...plan.retire,
    ...plan.replace.map(({ id }) => id),
    ...plan.correct.map(({ id }) => id),
  ])
  // An id that nobody keeps: only the comparison needs one.
  const id = newId(ctx.clock.now().epochMilliseconds)
  const begun = [...plan.add, ...plan.replace.map(({ matter }) => matter)].map((matter) => ({
    ...matter,
    id,
  }))
  const after = [...before.filter((matter) => !touched.has(matter.id)), ...begun, ...plan.correct]
  return { same: plan.same, faults, fromDay, ...diffCatalogues(before, after) }
}
