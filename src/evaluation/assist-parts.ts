import { assistingUnits, type SeenCase, selectSeenCases } from '../cases/door.ts'
import { Refusal } from '../kernel/refusal.ts'
import { type UnitBeside, unitsBeside } from '../organisations/door.ts'
import { areasFor } from '../people/door.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { Tx } from '../platform/transaction.ts'
import { selectAssistMarks } from './mark.sql.ts'
import type { AssistParts } from './marks.contract.ts'
import { readSaid } from './may.ts'

/** Kinds of unit that streets and communities speak of: lines (条), not places (块). */
export const spokenOf = ['department', 'street_team'] as const

/** Whether a unit is one that streets and communities speak of, and not the asker's own. */
export const maySpeakOf = ({ who }: Ctx, { id, kind }: Pick<UnitBeside, 'id' | 'kind'>): boolean =>
  (spokenOf as readonly string[]).includes(kind) && !who.units.includes(id)

/** The asker's street or community in which a case lies, where anything may be said of it: what was practised counts nowhere. */
const areaOf = (ctx: Ctx, { reach, practice }: SeenCase): string | undefined => {
  const areas = areasFor(ctx.who, 'assessment.mark')
  return practice ? undefined : reach.findLast((id) => areas.includes(id))
}

/** The case, where the asker may say something of who assists in it. Refuses `not_found`. */
async function markedCase(ctx: Ctx, tx: Tx, caseId: string): Promise<SeenCase> {
  const found = (await selectSeenCases(tx, [caseId])).get(caseId)
  if (!found) throw new Refusal('not_found', { kind: 'case' })
  ctx.must('assessment.mark', { path: found.reach })
  return found
}

/** The street or community of the asker in which the case lies, where the unit assists in it. Refuses `assessment_mark_unfit`. */
export async function areaOfAssist(
  ctx: Ctx,
  tx: Tx,
  { caseId, unitId }: { readonly caseId: string; readonly unitId: string },
): Promise<string> {
  const areaId = areaOf(ctx, await markedCase(ctx, tx, caseId))
  if (!areaId || !(await assistingUnits(tx, caseId)).includes(unitId))
    throw new Refusal('assessment_mark_unfit', { field: 'caseId' })
  return areaId
}

/** Who assists in a case, with what was said of each, and whether the asker may say it. */
export async function assistParts(ctx: Ctx, caseId: string): Promise<AssistParts> {
  ctx.must('assessment.mark')
  return readSaid(ctx, async (tx) => {
    const found = await markedCase(ctx, tx, caseId)
    const ids = await assistingUnits(tx, caseId)
    const units = ids.length === 0 ? [] : await unitsBeside(tx, { ids })
    const marks = new Map((await selectAssistMarks(tx, caseId)).map((mark) => [mark.unitId, mark]))
    const speaks = areaOf(ctx, found) !== undefined
    const rows = units
      .filter((unit) => maySpeakOf(ctx, unit))
      .map((unit) => {
        const { id, zh, en } = unit
        const mark = marks.get(id)
        return {
          unit: { id, zh, en },
          mark: mark ? { promptness: mark.promptness, result: mark.result, attitude: mark.attitude } : null,
          mayMark: speaks && !mark,
        }
      })
    return { rows }
  })
}
