import { Refusal } from '../kernel/refusal.ts'
import { mustBeStaff } from '../organisations/door.ts'
import type { Ctx } from '../platform/ctx.ts'
import { answeringWords } from './answering-words.rule.ts'
import { changedFields, diffCatalogues } from './catalogue-diff.rule.ts'
import type { AskCatalogueDiff, CatalogueDays, CatalogueDiff, MatterHistory } from './contract.ts'
import type { DatedMatter } from './matter.sql.ts'
import { keptCatalogue, mattersOn } from './matters.ts'

/** The catalogue's past and its drafts are for staff; what holds today is open to all (`listMatters`). */
const mustSeePast = (ctx: Ctx): void => mustBeStaff(ctx, 'matter.see')

/** A row that ended on its own first day never held: it was announced, and taken back before it came. */
const everHeld = ({ validFrom, validTo }: DatedMatter): boolean => validTo === null || validFrom < validTo

const changedSince = (before: DatedMatter | undefined, matter: DatedMatter['matter']) =>
  before === undefined ? null : changedFields(before.matter, matter)

/** A matter with its past and what is announced, the latest first. Refuses `matter_unknown`. */
export async function matterHistory(ctx: Ctx, code: string): Promise<MatterHistory> {
  mustSeePast(ctx)
  const { byCode } = await keptCatalogue.of(ctx)
  const versions = (byCode.get(code) ?? []).filter(everHeld).toReversed()
  if (versions.length === 0) throw new Refusal('matter_unknown', { matter: code })
  return {
    code,
    versions: versions.map(({ matter, validFrom, validTo }, at) => ({
      matter,
      validFrom,
      validTo,
      answering: answeringWords(matter.answers),
      changed: changedSince(versions[at + 1], matter),
    })),
  }
}

/** What became of the catalogue between two days, each as it held on its day. */
export async function catalogueDiff(ctx: Ctx, { from, to }: AskCatalogueDiff): Promise<CatalogueDiff> {
  mustSeePast(ctx)
  const [before, after] = await Promise.all([mattersOn(ctx, from), mattersOn(ctx, to)])
  return { fromDay: from, toDay: to, ...diffCatalogues(before, after) }
}

/** Every day on which the catalogue changed, the latest first. */
export async function catalogueDays(ctx: Ctx): Promise<CatalogueDays> {
  mustSeePast(ctx)
  const { byCode } = await keptCatalogue.of(ctx)
  const days = new Map<string, { added: number; changed: number; retired: number }>()
  const on = (day: string) => {
    const known = days.get(day) ?? { added: 0, changed: 0, retired: 0 }
    days.set(day, known)
    return known
  }
  for (const rows of byCode.values()) {
    const held = rows.filter(everHeld)
    for (const [at, row] of held.entries()) {
      const before = held[at - 1]
      if (before?.validTo !== row.validFrom) on(row.validFrom).added += 1
      else if (changedFields(before.matter, row.matter).length > 0) on(row.validFrom).changed += 1
      if (row.validTo !== null && held[at + 1]?.validFrom !== row.validTo) on(row.validTo).retired += 1
    }
  }
  const latestFirst = [...days].sort(([one], [other]) => (one < other ? 1 : -1))
  return { days: latestFirst.map(([day, counts]) => ({ day, ...counts })) }
}
