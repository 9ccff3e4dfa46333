import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { atlasOf } from '../areas/door.ts'
import { newId } from '../kernel/ids.ts'
import { Refusal } from '../kernel/refusal.ts'
import { dayOf } from '../platform/clock.ts'
import type { Ctx } from '../platform/ctx.ts'
import { readCatalogue } from './catalogue.rule.ts'
import { readCatalogueFile } from './catalogue-file.ts'
import { planCatalogue } from './catalogue-plan.rule.ts'
import type { CatalogueImport, NewMatter } from './contract.ts'
import { matterLine } from './events.ts'
import { correctMatters, endMatters, insertMatters, readMatters } from './matter.sql.ts'
import { keptCatalogue } from './matters.ts'

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
): Promise<Omit<CatalogueImport, 'faults'>> {
  ctx.must('matter.manage')
  const { district } = await atlasOf(ctx)
  const atMs = ctx.clock.now().epochMilliseconds
  const result = await ctx.transaction(async (tx) => {
    await keptCatalogue.change(tx)
    const plan = planCatalogue(matters, await readMatters(tx.db), { fromDay, retire })
    const [late] = plan.changedLater
    if (late) throw new Refusal('version_conflict', { matter: late })
    await endMatters(tx, [...plan.replace.map(({ id }) => id), ...plan.retire], fromDay)
    const begin = [...plan.add, ...plan.replace.map(({ matter }) => matter)]
    if (begin.length > 0)
      await insertMatters(
        tx,
        begin.map((matter) => ({ ...matter, id: newId(atMs) })),
        fromDay,
      )
    if (plan.correct.length > 0) await correctMatters(tx, plan.correct)
    const counts = {
      added: plan.add.length,
      changed: plan.replace.length + plan.correct.length,
      same: plan.same,
      retired: plan.retire.length,
    }
    if (counts.added + counts.changed + counts.retired > 0) {
      const digest = createHash('sha256').update(canonicalize(matters)!).digest('hex')
      const data = { fromDay, ...counts, digest }
      tx.record(matterLine('matter.catalogue_imported', { chain: district.id, subject: district.id, data }))
    }
    return counts
  })
  keptCatalogue.forget(ctx)
  return result
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
