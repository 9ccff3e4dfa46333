import { atlasOf } from '../areas/door.ts'
import { findAnswering } from '../organisations/door.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { Tx } from '../platform/transaction.ts'
import type { Case } from './case.sql.ts'
import { answersInStead, keptUnder } from './worker-complaint.rule.ts'

/**
 * The unit that the catalogue names for a case where its place lies now: since acceptance its street may have changed.
 * What is kept from a community or a street is never handed to it unless a person says so with a reason; the street's
 * office or the centre answers in its stead (Care 2, 3). Null where nobody answers.
 */
export async function whoAnswers(
  ctx: Ctx,
  tx: Tx,
  found: Pick<Case, 'areaId' | 'path' | 'reach' | 'confidential'>,
  answers: string,
): ReturnType<typeof findAnswering> {
  const areas = (await atlasOf(ctx)).known(found.areaId).path
  const kept = keptUnder(areas, found)
  const named = await findAnswering(tx, answers, kept)
  const inStead = answersInStead(areas, kept)
  return named ?? (inStead === null ? null : await findAnswering(tx, inStead, kept))
}
