import type { Ctx } from '../../platform/ctx.ts'
import { actOnce } from '../../platform/once.ts'
import { eraseTexts } from '../../platform/sealed-text.ts'
import type { Tx } from '../../platform/transaction.ts'
import type { EraseParty } from './contract.ts'
import { mediationLine } from './events.ts'
import {
  type FoundParty,
  selectOldParties,
  selectPartiesOf,
  selectParty,
  selectReporterParties,
  selectTextsNaming,
} from './forget-party.sql.ts'
import { loadMediation, saveMediation } from './mediation.sql.ts'
import { loadParties, saveParty } from './party.sql.ts'

/** Who is forgotten: by their account, and by words in which they are named, telephones among them. */
interface Forgotten {
  readonly accountId: string | null
  readonly words: readonly string[]
}

/**
 * Forgets somebody in every mediation in which they were a party: account, name, telephone, what they said, and what
 * names them. The signed sheet on paper stays in the committee's file (人民调解法 2010-08-28, 第二十七条). Run again it
 * finds nothing. Returns how many it were. Source: 个人信息保护法 (2021-11-01), 第四十七条.
 */
export async function forgetParty(ctx: Ctx, { accountId, words }: Forgotten): Promise<number> {
  ctx.must('case.erase')
  const found = await selectPartiesOf(ctx.district, accountId, words)
  for (const one of found) await ctx.transaction((tx) => forgetOne(ctx, tx, one, words))
  return found.length
}

/** Forgets the parties of mediations that ended before a moment. Source: 个人信息保护法 (2021-11-01), 第十九条. */
export async function forgetOldParties(ctx: Ctx, before: Temporal.Instant): Promise<number> {
  ctx.must('case.erase')
  const found = await selectOldParties(ctx.district, before)
  for (const one of found) await ctx.transaction((tx) => forgetOne(ctx, tx, one, []))
  return found.length
}

/** In the transaction that erases who reported the case: the same person as a party of its mediations. Returns how many. */
export async function forgetReporterParty(
  ctx: Ctx,
  tx: Tx,
  caseId: string,
  words: readonly string[],
): Promise<number> {
  const found = await selectReporterParties(ctx.district, caseId)
  for (const one of found) await forgetOne(ctx, tx, one, words)
  return found.length
}

/** One party asks to be forgotten that has neither account nor telephone here: the committee tells the office its id. */
export async function eraseParty(ctx: Ctx, id: string, input: EraseParty): Promise<{ texts: number }> {
  ctx.must('case.erase')
  const asked = { ...input, mediationId: id, act: 'erase-party' }
  return actOnce(ctx, asked, async (tx) => {
    const found = await selectParty(ctx.district, id, input.partyId)
    return { texts: await forgetOne(ctx, tx, found, []) }
  })
}

/** Returns how many texts were erased. */
async function forgetOne(
  ctx: Ctx,
  tx: Tx,
  { mediationId, areaId, partyId }: FoundParty,
  words: readonly string[],
): Promise<number> {
  // Whoever erases sees no committee's rows until it says whose, and conducts no mediation.
  await tx.lend('mediation.conduct')
  await tx.widen(areaId)
  const before = await loadMediation(tx, mediationId)
  const party = (await loadParties(tx, [mediationId])).find(({ id }) => id === partyId)!
  await tx.widen(areaId, before.roomId)
  const ids = await selectTextsNaming(tx, mediationId, party.receiptHash, words)
  // Who the other side is the applicant wrote.
  const kinds = party.isReporter ? [] : ['mediation_other']
  const texts = await eraseTexts(tx, ctx.clock, mediationId, { kinds, ids })
  await saveParty(tx, { ...party, accountId: null })
  const partyAccounts = before.partyAccounts.filter((id) => id !== party.accountId)
  const seq = before.seq + 1
  await saveMediation(tx, before, { ...before, partyAccounts, seq })
  const place = { chain: before.chain, subject: mediationId, seq }
  tx.record(mediationLine('mediation.texts_erased', { ...place, data: { partyId, texts } }))
  return texts.length
}
