import { Refusal } from '../kernel/refusal.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { NewLine } from '../platform/events.ts'
import { actOnce } from '../platform/once.ts'
import type { NewText, SealedText } from '../platform/sealed-text.ts'
import { commitsOf, insertTexts, seal } from '../platform/sealed-text.ts'
import type { Tx } from '../platform/transaction.ts'
import type { ActReceipt } from './acts.contract.ts'
import type { Case, CaseChange } from './case.sql.ts'
import { guardOf, loadCase, loadOwnCase, saveCase } from './case.sql.ts'
import { lapsedLines, mayLapse } from './ladder/lapse.ts'
import { isOfTheField, momentOfLateAct } from './late-act.rule.ts'
import { attachPhotos } from './photo.sql.ts'
import { loadStory } from './story.sql.ts'

/** What an act on a case amounts to: the change of its row and the lines of its story. */
export interface Deed {
  readonly change: CaseChange
  readonly lines: readonly NewLine[]
}

/** What a use case works with, besides the case: its transaction, and words and photographs to be kept. */
export interface Scene {
  readonly tx: Tx
  /** Seals texts of the case and hands back their commitments for the line. */
  readonly keep: (texts: readonly Omit<NewText, 'subject'>[]) => Promise<Kept>
  /** Attaches uploaded photographs and hands back their commitments. */
  readonly attach: (
    fileIds: readonly string[],
    purpose: 'report' | 'handling' | 'evidence',
  ) => Promise<Record<string, string>>
  /** When it was done: now, or earlier where there was no signal then. */
  readonly at: Temporal.Instant
  /** The chain, subject and next place in the story that every line of this case carries, and when it was done. */
  readonly next: () => { chain: string; subject: string; seq: number; occurredAt?: Temporal.Instant }
}

export interface Kept {
  readonly texts: readonly SealedText[]
  readonly commits: Record<string, string>
}

type Work = (before: Case, scene: Scene) => Promise<Deed>

/** What every act carries; who works on the spot may say when it was done. */
interface Body {
  readonly requestId: string
  readonly occurredAt?: string | undefined
}

/** One act of a post on a case: permission first, one transaction, once per request id. */
export const actOnCase = (
  ctx: Ctx,
  act: string,
  caseId: string,
  body: Body,
  work: Work,
): Promise<ActReceipt> => {
  ctx.must(act)
  // The act is a part of what was asked: an id that signed does not answer for closing.
  const asked = { ...body, caseId, act }
  return actOnce(ctx, asked, async (tx) => {
    const before = await loadCase(tx, caseId)
    ctx.must(act, { path: before.reach, units: before.units })
    return perform(ctx, tx, before, work, await lateMoment(ctx, tx, before, body))
  })
}

/** One act of the person who reported: the case that their account or the receipt code opens, and no other. */
export const actOnOwnCase = (
  ctx: Ctx,
  caseId: string | null,
  body: { readonly requestId: string },
  work: Work,
): Promise<ActReceipt> => {
  if (ctx.who.actor === 'anonymous') throw new Refusal('client_secret_needed')
  // Without an id the receipt says which case is meant: another receipt asks for something else.
  const asked = { ...body, caseId, receipt: caseId === null ? ctx.who.receiptHash : null }
  return actOnce(ctx, asked, async (tx) => perform(ctx, tx, await ownCase(ctx, tx, caseId), work))
}

/** The reporter's own case: by receipt code, or by id for the account that reported it. */
export async function ownCase(ctx: Ctx, tx: Tx, caseId: string | null): Promise<Case> {
  const byReceipt = Buffer.from(ctx.who.receiptHash, 'hex')
  const found = caseId ? await loadCase(tx, caseId) : await loadOwnCase(tx, byReceipt)
  if (!isOwn(ctx, found)) throw new Refusal('not_found', { kind: 'case' })
  return found
}

/** Whether the asker reported it, by the account or by the receipt code that was shown. */
export const isOwn = (
  { who }: Pick<Ctx, 'who'>,
  { accountId, receiptHash }: Pick<Case, 'accountId' | 'receiptHash'>,
): boolean =>
  receiptHash.equals(Buffer.from(who.receiptHash, 'hex')) ||
  (accountId !== null && accountId === who.accountId)

/**
 * When an act was done that says so; undefined where it is done now. What a desk says of the moment moves nothing; that
 * the case was handed out anew since then counts for it too.
 */
async function lateMoment(
  ctx: Ctx,
  tx: Tx,
  { id, reach }: Case,
  { occurredAt }: Body,
): Promise<Temporal.Instant | undefined> {
  if (occurredAt === undefined || ctx.who.kind !== 'staff' || ctx.who.accountId === null) return undefined
  const story = await loadStory(tx, id)
  const doneAt = momentOfLateAct(Temporal.Instant.from(occurredAt), ctx.clock.now(), story)
  return isOfTheField(ctx.who, reach, story) ? doneAt : undefined
}

async function perform(
  ctx: Ctx,
  tx: Tx,
  before: Case,
  work: Work,
  late?: Temporal.Instant,
): Promise<ActReceipt> {
  let lines = 0
  const scene: Scene = {
    tx,
    at: late ?? ctx.clock.now(),
    keep: async (texts) => {
      const sealed = texts.map((text) => seal(ctx, { ...text, subject: before.id }))
      await insertTexts(tx, sealed, guardOf(before))
      return { texts: sealed, commits: commitsOf(sealed) }
    },
    attach: (fileIds, purpose) => attachPhotos(ctx, tx, before, fileIds, purpose),
    next: () => {
      lines += 1
      const place = { chain: before.chain, subject: before.id, seq: before.seq + lines }
      return late === undefined ? place : { ...place, occurredAt: late }
    },
  }
  const deed = await work(before, scene)
  const stage = deed.change.stage ?? before.stage
  const lapsed = mayLapse(stage, deed.lines) ? await lapsedLines(scene, before.id, stage) : []
  await saveCase(tx, before, deed.change, lines)
  for (const written of [...deed.lines, ...lapsed]) tx.record(written)
  return { caseId: before.id, stage }
}
