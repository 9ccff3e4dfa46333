import { Refusal } from '../../kernel/refusal.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { NewLine } from '../../platform/events.ts'
import { actOnce } from '../../platform/once.ts'
import type { Guard, NewText, SealedText } from '../../platform/sealed-text.ts'
import { commitsOf, insertTexts, seal } from '../../platform/sealed-text.ts'
import type { Tx } from '../../platform/transaction.ts'
import type { MediationReceipt } from './contract.ts'
import { loadMediation, type Mediation, saveMediation } from './mediation.sql.ts'
import { loadParties, type Party } from './party.sql.ts'

/** Who reads a text: the committee alone, that and one party, or all parties. */
export type Readers = 'committee' | 'shared' | Pick<Party, 'accountId' | 'receiptHash'>

export interface Kept {
  readonly texts: readonly SealedText[]
  readonly commits: Record<string, string>
}

/** What a use case works with, besides the mediation and its parties. */
export interface Scene {
  readonly tx: Tx
  readonly now: Temporal.Instant
  readonly keep: (kind: string, bodies: readonly string[], readers: Readers) => Promise<Kept>
  /** Chain, subject, next place in the story and moment, as every line carries them. */
  readonly next: () => Pick<NewLine, 'chain' | 'subject' | 'seq' | 'occurredAt'>
}

interface Deed {
  readonly change?: Partial<Mediation>
  readonly lines: readonly NewLine[]
}

interface Asked {
  readonly requestId: string
  readonly [field: string]: unknown
}

const nobody = { units: [], accountId: null, receiptHash: null } as const

/** All texts of a mediation are personal; the two rooms say who opens them. */
function guardFor({ id, roomId }: Pick<Mediation, 'id' | 'roomId'>, readers: Readers): Guard {
  if (readers === 'committee') return { ...nobody, reach: [roomId] }
  if (readers === 'shared') return { ...nobody, reach: [id, roomId] }
  return { reach: [roomId], units: [], accountId: readers.accountId, receiptHash: readers.receiptHash }
}

/** Seals texts of one kind for these readers, and hands back their commitments. */
export async function keepFor(
  ctx: Ctx,
  tx: Tx,
  mediation: Pick<Mediation, 'id' | 'roomId'>,
  kind: string,
  bodies: readonly string[],
  readers: Readers,
): Promise<Kept> {
  const text = (body: string): NewText => ({
    subject: mediation.id,
    kind,
    body,
    personal: true,
    toReporter: typeof readers === 'object',
  })
  const texts = bodies.map((body) => seal(ctx, text(body)))
  await insertTexts(tx, texts, guardFor(mediation, readers))
  return { texts, commits: commitsOf(texts) }
}

/** One act of the committee that mediates: permission first, one transaction, once per request id. */
export const actOnMediation = (
  ctx: Ctx,
  mediationId: string,
  asked: Asked,
  work: (before: Mediation, parties: readonly Party[], scene: Scene) => Promise<Deed>,
): Promise<MediationReceipt> => {
  ctx.must('mediation.conduct')
  const whole = { ...asked, mediationId }
  return actOnce(ctx, whole, async (tx) => {
    const before = await loadMediation(tx, mediationId)
    ctx.must('mediation.conduct', { path: before.reach })
    await tx.widen(before.roomId)
    const parties = await loadParties(tx, [mediationId])
    return perform(ctx, tx, before, (scene) => work(before, parties, scene))
  })
}

/** One act of a party, by its account or receipt code: it sees itself and no other party. */
export const actOnOwnMediation = (
  ctx: Ctx,
  mediationId: string,
  asked: Asked,
  work: (before: Mediation, own: Party, scene: Scene) => Promise<Deed>,
): Promise<MediationReceipt> => {
  if (ctx.who.actor === 'anonymous') throw new Refusal('client_secret_needed')
  const whole = { ...asked, mediationId, receipt: ctx.who.receiptHash }
  return actOnce(ctx, whole, async (tx) => {
    const before = await loadMediation(tx, mediationId)
    const own = await ownParty(ctx, tx, mediationId)
    await tx.widen(before.id)
    return perform(ctx, tx, before, (scene) => work(before, own, scene))
  })
}

/** The party that the asker is. Refuses `not_found` for whoever is none, staff too. */
async function ownParty(ctx: Ctx, tx: Tx, mediationId: string): Promise<Party> {
  const own = await findOwnParty(ctx, tx, mediationId)
  if (own === null) throw new Refusal('not_found', { kind: 'mediation' })
  return own
}

/** The party that the asker is, or null. */
export const findOwnParty = async (ctx: Ctx, tx: Tx, mediationId: string): Promise<Party | null> =>
  (await loadParties(tx, [mediationId])).find((party) => isOwn(ctx, party)) ?? null

const isOwn = ({ who }: Ctx, { accountId, receiptHash }: Party): boolean =>
  receiptHash.equals(Buffer.from(who.receiptHash, 'hex')) ||
  (accountId !== null && accountId === who.accountId)

async function perform(
  ctx: Ctx,
  tx: Tx,
  before: Mediation,
  work: (scene: Scene) => Promise<Deed>,
): Promise<MediationReceipt> {
  let lines = 0
  const now = ctx.clock.now()
  const deed = await work({
    tx,
    now,
    keep: (kind, bodies, readers) => keepFor(ctx, tx, before, kind, bodies, readers),
    // The rows' own moment: a line that is written milliseconds later would say another.
    next: () => {
      lines += 1
      return { chain: before.chain, subject: before.id, seq: before.seq + lines, occurredAt: now }
    },
  })
  const after = { ...before, ...deed.change, seq: before.seq + lines }
  await saveMediation(tx, before, after)
  for (const written of deed.lines) tx.record(written)
  return { mediationId: before.id, stage: after.stage }
}
