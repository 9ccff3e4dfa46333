import { Refusal } from '../../kernel/refusal.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { actOnCase } from '../act.ts'
import type { ActReceipt } from '../acts.contract.ts'
import { line } from '../events.ts'
import { decideAsk, findAsk } from './ask.sql.ts'
import type { DecideReopening } from './closing.contract.ts'
import { reopenCase } from './reopen.ts'

/** The centre decides whether a case is done again that its reporter has had done again once by right. */
export const decideReopening = (ctx: Ctx, caseId: string, input: DecideReopening): Promise<ActReceipt> =>
  actOnCase(ctx, 'case.check', caseId, input, async (before, scene) => {
    const { granted, reason } = input
    if (!granted && !reason) throw new Refusal('case_reason_needed', { field: 'reason' })
    const ask = await findAsk(scene.tx, before)
    if (!ask) throw new Refusal('not_found', { kind: 'case_request' })
    if (ask.granted !== null) throw new Refusal('case_request_decided')
    // Its reporter reads why.
    const kept = await scene.keep(reason ? [{ kind: 'reason', body: reason, toReporter: true }] : [])
    const reasonId = kept.texts[0]?.id ?? null
    await decideAsk(scene.tx, ask.id, { granted, by: ctx.who.accountId!, at: ctx.clock.now(), reasonId })
    const decided = line('case.reopen_decided', {
      ...scene.next(),
      data: { askId: ask.id, because: ask.because, matter: before.matter!, granted, commits: kept.commits },
    })
    if (!granted) return { change: {}, lines: [decided] }
    const again = await reopenCase(ctx, scene, before, ask.because)
    return { change: again.change, lines: [decided, again.line] }
  })
