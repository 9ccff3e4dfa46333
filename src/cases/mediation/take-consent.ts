import { Refusal } from '../../kernel/refusal.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { actOnce } from '../../platform/once.ts'
import { claimTexts } from '../../platform/sealed-text.ts'
import { actOnMediation, actOnOwnMediation, type Scene } from './act.ts'
import { partyIn } from './conduct.ts'
import type { MediationReceipt, OwnConsent, PartyReceipt, TakeConsent } from './contract.ts'
import { AddParty } from './contract.ts'
import { mediationLine } from './events.ts'
import { loadMediation, type Mediation, saveMediation } from './mediation.sql.ts'
import { moveMediation, mustStandAt, stageByConsents } from './mediation-stage.rule.ts'
import { codeFor, partyFrom, strangerBy } from './open-mediation.ts'
import { insertParties, type Party, saveParty } from './party.sql.ts'

/** As many as sign one sheet. */
const mostParties = 8

/** The desk names another party, which consents or is asked: until all do, nobody mediates. Its code is shown once. */
export async function addParty(
  ctx: Ctx,
  id: string,
  body: Parameters<typeof AddParty.parse>[0],
): Promise<PartyReceipt> {
  ctx.must('mediation.conduct')
  const input = AddParty.parse(body)
  const code = codeFor(ctx, input.requestId, 0)
  const asked = { ...input, mediationId: id }
  const stored = await actOnce<MediationReceipt & { readonly partyId: string }>(ctx, asked, async (tx) => {
    const before = await loadMediation(tx, id)
    ctx.must('mediation.conduct', { path: before.reach })
    mustStandAt(before.stage, 'asked', 'consented')
    if (before.parties >= mostParties) throw new Refusal('mediation_parties_full')
    await tx.widen(before.roomId)
    const named = { ...input, how: 'desk', is: strangerBy(code) } as const
    const { party, commits } = await partyFrom(ctx, tx, before, named, before.parties + 1)
    await insertParties(tx, [party], before)
    const parties = before.parties + 1
    const consents = before.consents + (input.consents ? 1 : 0)
    const after: Mediation = {
      ...before,
      parties,
      consents,
      partyReceipts: [...before.partyReceipts, party.receiptHash.toString('hex')],
      stage: stageByConsents(parties, consents),
      seq: before.seq + 1,
    }
    await saveMediation(tx, before, after)
    const data = { partyId: party.id, side: party.side, consents: input.consents, commits }
    const place = { chain: before.chain, subject: id, seq: after.seq, occurredAt: ctx.clock.now() }
    tx.record(mediationLine('mediation.party_added', { ...place, data }))
    return { mediationId: id, stage: after.stage, partyId: party.id }
  })
  const { partyId, ...receipt } = stored
  return { ...receipt, codes: [{ partyId, receiptCode: code }] }
}

/** What a party told the desk: it takes part, or it clearly refuses, and then nobody is mediated (第十七条). */
export const takeConsent = (ctx: Ctx, id: string, input: TakeConsent): Promise<MediationReceipt> =>
  actOnMediation(ctx, id, { ...input, act: 'consent' }, (before, parties, scene) =>
    answer(before, partyIn(parties, input.partyId), input.consents, 'desk', scene),
  )

/** The party itself answers; one that consents signed in finds the mediation, and what it said, by its account from then on. */
export const ownConsent = (ctx: Ctx, id: string, input: OwnConsent): Promise<MediationReceipt> =>
  actOnOwnMediation(ctx, id, { ...input, act: 'consent' }, async (before, own, scene) => {
    const mayClaim = input.consents && own.accountId === null && ctx.who.kind === 'resident'
    const claims = mayClaim ? ctx.who.accountId : null
    const party = claims === null ? own : { ...own, accountId: claims }
    const deed = await answer(before, party, input.consents, 'self', scene)
    if (claims === null) return deed
    await claimTexts(scene.tx, party.mediationId, { receiptHash: party.receiptHash, accountId: claims })
    return { ...deed, change: { ...deed.change, partyAccounts: [...before.partyAccounts, claims] } }
  })

async function answer(
  before: Mediation,
  party: Party,
  consents: boolean,
  how: 'self' | 'desk',
  { tx, now, next }: Scene,
) {
  mustStandAt(before.stage, 'asked')
  if (!consents) {
    const outcome = 'refused' as const
    // What it was about nobody has looked into.
    const cause = 'other' as const
    const data = { outcome, cause, commits: {} }
    return {
      change: { stage: moveMediation(before.stage, 'ended'), outcome, cause, endedAt: now },
      lines: [mediationLine('mediation.ended', { ...next(), data })],
    }
  }
  if (party.consentedAt !== null)
    throw new Refusal('mediation_move_not_allowed', { from: 'asked', to: 'asked' })
  await saveParty(tx, { ...party, consentHow: how, consentedAt: now })
  const sum = before.consents + 1
  return {
    change: { consents: sum, stage: stageByConsents(before.parties, sum) },
    lines: [mediationLine('mediation.consented', { ...next(), data: { partyId: party.id, how } })],
  }
}
