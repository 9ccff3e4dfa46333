import type { Ctx } from '../../platform/ctx.ts'
import { moveTexts, shareTexts } from '../../platform/sealed-text.ts'
import type { Tx } from '../../platform/transaction.ts'
import { passedLine } from './events.ts'
import { savePassed, selectPassedOfCase } from './passed.sql.ts'

/**
 * The case turned out to be confidential: what was passed on from it or from its whistles leaves the sight of all but the
 * centre, with its words. In the transaction that screens the case.
 */
export async function hidePassed(ctx: Ctx, tx: Tx, caseId: string, reach: readonly string[]): Promise<void> {
  for (const passed of await selectPassedOfCase(tx, caseId)) {
    const seq = passed.seq + 1
    await savePassed(tx, passed, { ...passed, reach, units: [], hidden: true, seq })
    await moveTexts(tx, [passed.id], reach)
    await shareTexts(tx, passed.id, [])
    const place = { chain: passed.chain, subject: passed.id, seq, occurredAt: ctx.clock.now() }
    tx.record(passedLine('passed_on.hidden', { ...place, data: { reach: [...reach] } }))
  }
}
