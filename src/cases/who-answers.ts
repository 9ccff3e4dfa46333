import { atlasOf } from '../areas/door.ts'
import type { Matter } from '../matters/contract.ts'
import { findAnswering, findUnit } from '../organisations/door.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { Tx } from '../platform/transaction.ts'
import { type Precedent, selectStanding } from './arbitration/precedent.sql.ts'
import type { Case } from './case.sql.ts'
import { answersInStead, keptUnder } from './worker-complaint.rule.ts'

/** The unit that is proposed first, and the centre's word that named it; null where the catalogue did. */
export interface Answering {
  readonly unitId: string
  readonly precedent: Precedent | null
}

type Found = Pick<Case, 'areaId' | 'path' | 'reach' | 'confidential'>

/**
 * Who answers for a case where its place lies now: since acceptance its street may have changed. First whom the centre
 * named for this matter in this place (争议裁定), then whom the catalogue names. What is kept from a community or a
 * street is never handed to it unless a person says so with a reason; the street's office or the centre answers in its
 * stead (Care 2, 3). Null where nobody answers.
 */
export async function whoAnswers(
  ctx: Ctx,
  tx: Tx,
  found: Found,
  matter: Pick<Matter, 'code' | 'answers'>,
): Promise<Answering | null> {
  const areas = (await atlasOf(ctx)).known(found.areaId).path
  const kept = keptUnder(areas, found)
  const precedent = await precedentFor(tx, matter.code, areas, kept)
  if (precedent) return { unitId: precedent.unitId, precedent }
  const unitId = await byCatalogue(tx, matter.answers, areas, kept)
  return unitId === null ? null : { unitId, precedent: null }
}

/** The unit that the catalogue names for a case, whatever the centre said before. */
export async function catalogueAnswers(
  ctx: Ctx,
  tx: Tx,
  found: Found,
  { answers }: Pick<Matter, 'answers'>,
): Promise<string | null> {
  const areas = (await atlasOf(ctx)).known(found.areaId).path
  return byCatalogue(tx, answers, areas, keptUnder(areas, found))
}

async function byCatalogue(
  tx: Tx,
  answers: string,
  areas: readonly string[],
  kept: readonly string[],
): Promise<string | null> {
  const named = await findAnswering(tx, answers, kept)
  const inStead = answersInStead(areas, kept)
  return (named ?? (inStead === null ? null : await findAnswering(tx, inStead, kept)))?.unitId ?? null
}

/** The word for the narrowest place, the newest first, whose unit still takes cases and may be handed this one. */
async function precedentFor(
  tx: Tx,
  matter: string,
  areas: readonly string[],
  kept: readonly string[],
): Promise<Precedent | null> {
  const standing = await selectStanding(tx, matter, areas)
  const narrowest = standing.toSorted((a, b) => areas.indexOf(b.areaId) - areas.indexOf(a.areaId))
  for (const precedent of narrowest) {
    const unit = await findUnit(tx, precedent.unitId)
    if (unit && (kept.length === areas.length || kept.includes(unit.areaId))) return precedent
  }
  return null
}
