import { randomUUID } from 'node:crypto'
import { Refusal } from '../kernel/refusal.ts'
import type { Ctx } from '../platform/ctx.ts'
import { eraseTexts } from '../platform/sealed-text.ts'
import type { Tx } from '../platform/transaction.ts'
import { actOnCase } from './act.ts'
import type { ActReceipt, ForgetReporter } from './acts.contract.ts'
import { loadCase } from './case.sql.ts'
import { line } from './events.ts'
import { forgetOldParties, forgetReporterParty } from './mediation/forget-party.ts'
import {
  forgetAccount,
  selectClosedWithContact,
  selectNaming,
  selectReported,
  selectReportPhotos,
} from './reporter.sql.ts'
import { loadStory, type StoryRow } from './story.sql.ts'
import { selectTexts } from './text.sql.ts'

export interface ReporterSeen {
  readonly name: string | null
  readonly phone: string | null
}

/** Shows a reporter's name and telephone in full: for a stated purpose, and the look itself is on the record. */
export const seeReporter = async (
  ctx: Ctx,
  caseId: string,
  input: { readonly requestId: string; readonly purpose: string },
): Promise<ReporterSeen> => {
  await actOnCase(ctx, 'case.see_reporter', caseId, input, async (_before, { keep, next }) => {
    // A purpose may name the person: handlers who see no person do not read it either.
    const kept = await keep([{ kind: 'purpose', body: input.purpose, personal: true }])
    return { change: {}, lines: [line('case.reporter_seen', { ...next(), data: { commits: kept.commits } })] }
  })
  return ctx.read(async (tx) => {
    const before = await loadCase(tx, caseId)
    const texts = await selectTexts(tx, before.id)
    const of = (kind: string) => texts.find((text) => text.kind === kind)?.body ?? null
    return { name: of('reporter_name'), phone: of('reporter_phone') }
  })
}

/**
 * What a reporter can have forgotten: the words themselves stay, as the case is about them. Where a worker stood tells
 * the exact place as well as the reporter's own point does.
 */
const personalKinds = ['reporter_name', 'reporter_phone', 'point', 'arrival_point', 'address'] as const

/** What a reporter wrote, and why staff looked at who it was: a purpose may name them. */
const writtenKinds = ['words', 'addition', 'rating_words', 'purpose'] as const

/** Why a case was withdrawn is a reason like any other by its kind: its line tells whose. */
const withdrawalReasons = (story: readonly StoryRow[]): string[] =>
  story
    .filter(({ kind }) => kind === 'case.withdrawn')
    .flatMap(({ data }) => Object.keys((data.commits ?? {}) as Record<string, string>))

/**
 * Erases who reported: name, telephone and exact place, with their salts, the account, and, where it is asked for, the
 * reporter's photographs. The receipt still opens the case, and the journal still verifies.
 */
export const eraseReporter = (ctx: Ctx, caseId: string, input: ForgetReporter): Promise<ActReceipt> =>
  erase(ctx, caseId, input, (tx) => forgetReporterParty(ctx, tx, caseId, input.naming ?? []))

/** `elsewhere` forgets the reporter in what hangs on the case, and says in how many places. */
const erase = (
  ctx: Ctx,
  caseId: string,
  input: ForgetReporter,
  elsewhere: (tx: Tx) => Promise<number>,
): Promise<ActReceipt> =>
  actOnCase(ctx, 'case.erase', caseId, input, async (before, { tx, keep, next }) => {
    const others = await elsewhere(tx)
    // An administrator sees no person, and an update reaches only what it sees.
    await tx.widen(before.path[0]!)
    const ids = [
      ...(input.photos ? await selectReportPhotos(tx, before.id) : []),
      ...(input.words ? withdrawalReasons(await loadStory(tx, before.id)) : []),
      ...(await selectNaming(tx, before.id, input.naming ?? [])),
    ]
    const kinds = input.words ? [...personalKinds, ...writtenKinds] : personalKinds
    const texts = await eraseTexts(tx, ctx.clock, before.id, { kinds, ids })
    if (texts.length + others === 0 && before.accountId === null) throw new Refusal('reporter_has_no_contact')
    await forgetAccount(tx, before.id)
    const kept = await keep([{ kind: 'reason', body: input.reason }])
    return {
      change: {},
      lines: [line('case.reporter_erased', { ...next(), data: { texts, commits: kept.commits } })],
    }
  })

/**
 * Forgets who reported cases that were closed before a moment: contact, exact place and account, as `eraseReporter` does;
 * the words stay. Parties of mediations that ended before it are forgotten with what they said. Returns how many.
 * Source: 个人信息保护法 (2021-11-01), Article 19.
 */
export async function forgetOldContacts(ctx: Ctx, before: Temporal.Instant): Promise<number> {
  ctx.must('case.erase')
  const caseIds = await ctx.read((tx) => selectClosedWithContact(tx, before, personalKinds))
  // A mediation has its own end, and is forgotten by it.
  for (const caseId of caseIds)
    await erase(ctx, caseId, { requestId: randomUUID(), reason: '保存期限已满' }, async () => 0)
  return caseIds.length + (await forgetOldParties(ctx, before))
}

/**
 * Forgets somebody in all that they reported, by their account or with their telephone as the contact: contact, account,
 * what they wrote, their photographs, and what staff wrote that names them. The public summary, which staff confirmed
 * without a person, stays with the case. Run again it finds nothing. Returns how many cases it were.
 * Source: 个人信息保护法 (2021-11-01), Article 47.
 */
export async function forgetReporter(
  ctx: Ctx,
  { accountId, words }: { readonly accountId: string | null; readonly words: readonly string[] },
): Promise<number> {
  ctx.must('case.erase')
  const caseIds = await ctx.read((tx) => selectReported(tx, accountId, words))
  for (const caseId of caseIds)
    await eraseReporter(ctx, caseId, {
      requestId: randomUUID(),
      reason: '按个人信息保护法第四十七条删除',
      photos: true,
      words: true,
      naming: words,
    })
  return caseIds.length
}
