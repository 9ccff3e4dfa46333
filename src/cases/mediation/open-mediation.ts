import { newId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { actOnce } from '../../platform/once.ts'
import { hashReceiptCode, receiptCode } from '../../platform/receipt-code.ts'
import type { SealedText } from '../../platform/sealed-text.ts'
import type { Tx } from '../../platform/transaction.ts'
import { ownCase } from '../act.ts'
import { type Case, loadCase } from '../case.sql.ts'
import { isOpen } from '../stage.rule.ts'
import { keepFor } from './act.ts'
import {
  type AskMediation,
  type MediationReceipt,
  OpenMediation,
  type Origin,
  type PartyReceipt,
  type Side,
} from './contract.ts'
import { mediationLine } from './events.ts'
import { insertMediation, type Mediation } from './mediation.sql.ts'
import { stageByConsents } from './mediation-stage.rule.ts'
import { insertParties, type Party } from './party.sql.ts'

/** Somebody who is to be a party, as the desk or the reporter names them. */
export interface Named {
  readonly name: string
  readonly phone?: string | undefined
  readonly side: Side
  readonly consents: boolean
  readonly how: 'self' | 'desk'
  /** The reporter keeps the account and the receipt of the case; anybody else gets a code of their own. */
  readonly is: Pick<Party, 'accountId' | 'receiptHash' | 'isReporter'>
}

/** The receipt code of a party: derived from what asked for it, so that a retry shows the same. */
export const codeFor = (ctx: Ctx, requestId: string, index: number): string =>
  receiptCode(ctx.district.secret('receipt'), ctx.who.actor, `${requestId}/party/${index}`)

export const strangerBy = (code: string): Named['is'] => ({
  accountId: null,
  receiptHash: hashReceiptCode(code),
  isReporter: false,
})

/** A receipt as it is stored: the codes are derived from the request again, never kept. */
type Stored = MediationReceipt & { readonly partyIds: readonly string[] }

/** The desk of the committee offers a mediation for a case (第十七条), or takes in what court or police sent (第十八条). */
export async function openMediation(
  ctx: Ctx,
  caseId: string,
  body: Parameters<typeof OpenMediation.parse>[0],
): Promise<PartyReceipt> {
  ctx.must('mediation.conduct')
  const input = OpenMediation.parse(body)
  const { parties, origin, about, reporterIsParty } = input
  const code = (index: number) => codeFor(ctx, input.requestId, index)
  const isStranger = (index: number) => index > 0 || !reporterIsParty
  const asked = { ...input, caseId }
  const stored = await actOnce<Stored>(ctx, asked, async (tx) => {
    const found = await loadCase(tx, caseId)
    ctx.must('mediation.conduct', { path: [committeeOf(found)] })
    // Until the desk has said what it is about, it may be confidential yet: a committee opens none by itself.
    if (found.matter === null) throw new Refusal('mediation_case_unfit')
    const named = parties.map((party, index): Named => {
      const { accountId, receiptHash } = found
      const is = isStranger(index) ? strangerBy(code(index)) : { accountId, receiptHash, isReporter: true }
      return { ...party, how: 'desk', is }
    })
    const opened = await enter(ctx, tx, found, origin, named)
    const { mediation } = opened
    const kept = await keepFor(ctx, tx, mediation, 'mediation_about', [about], 'committee')
    tx.record(openedLine(opened, kept.commits))
    return { mediationId: mediation.id, stage: mediation.stage, partyIds: opened.parties.map(({ id }) => id) }
  })
  const { partyIds, ...receipt } = stored
  const codes = partyIds.flatMap((partyId, index) =>
    isStranger(index) ? [{ partyId, receiptCode: code(index) }] : [],
  )
  return { ...receipt, codes }
}

/** The reporter asks for a mediation of an own case (第十七条): who asks consents. */
export async function askMediation(
  ctx: Ctx,
  caseId: string | null,
  input: AskMediation,
): Promise<MediationReceipt> {
  ctx.must('case.follow')
  if (ctx.who.actor === 'anonymous') throw new Refusal('client_secret_needed')
  const asked = { ...input, caseId, receipt: caseId === null ? ctx.who.receiptHash : null }
  return actOnce(ctx, asked, async (tx) => {
    const found = await ownCase(ctx, tx, caseId)
    const { accountId, receiptHash } = found
    const is = { accountId, receiptHash, isReporter: true }
    const { name, phone } = input
    const named: Named = { name, phone, side: 'applicant', consents: true, how: 'self', is }
    const opened = await enter(ctx, tx, found, 'party', [named])
    const { mediation } = opened
    const about = await keepFor(ctx, tx, mediation, 'mediation_about', [input.about], is)
    const other = await keepFor(ctx, tx, mediation, 'mediation_other', [input.other], is)
    tx.record(openedLine(opened, { ...about.commits, ...other.commits }))
    return { mediationId: mediation.id, stage: mediation.stage }
  })
}

/** The area whose committee mediates: the case's community, or its street (第八、三十四条). Refuses `mediation_case_unfit`. */
function committeeOf({ reach, stage, confidential, onBehalf: _, ...found }: Case): string {
  // What is confidential has a lawful channel of its own, and what is over needs a report anew.
  const fits = !confidential && isOpen(stage) && found.joinedInto === null && reach.length > 1
  if (!fits) throw new Refusal('mediation_case_unfit')
  return reach[2] ?? reach.at(-1)!
}

interface Opened {
  readonly mediation: Mediation
  readonly parties: readonly Party[]
  readonly commits: Record<string, string>
}

async function enter(
  ctx: Ctx,
  tx: Tx,
  found: Case,
  origin: Origin,
  named: readonly Named[],
): Promise<Opened> {
  const openedAt = ctx.clock.now()
  const areaId = committeeOf(found)
  const ids = { id: newId(openedAt.epochMilliseconds), roomId: newId(openedAt.epochMilliseconds) }
  const entered = await Promise.all(named.map((one, index) => partyFrom(ctx, tx, ids, one, index + 1)))
  const parties = entered.map(({ party }) => party)
  const consents = parties.filter(({ consentedAt }) => consentedAt !== null).length
  const mediation: Mediation = {
    ...unmediated,
    ...ids,
    caseId: found.id,
    areaId,
    reach: [areaId],
    chain: areaId,
    origin,
    stage: stageByConsents(parties.length, consents),
    partyAccounts: parties.flatMap(({ accountId }) => accountId ?? []),
    partyReceipts: parties.map(({ receiptHash }) => receiptHash.toString('hex')),
    parties: parties.length,
    consents,
    openedAt,
    drillId: found.drillId,
  }
  await insertMediation(tx, mediation)
  await insertParties(tx, parties, mediation)
  return { mediation, parties, commits: Object.assign({}, ...entered.map(({ commits }) => commits)) }
}

/** A party with its name and telephone sealed: for the committee and itself. */
export async function partyFrom(
  ctx: Ctx,
  tx: Tx,
  of: Pick<Mediation, 'id' | 'roomId'>,
  { name, phone, side, consents, how, is }: Named,
  place: number,
): Promise<{ readonly party: Party; readonly commits: Record<string, string> }> {
  const now = ctx.clock.now()
  const names = await keepFor(ctx, tx, of, 'mediation_party_name', [name], is)
  const phones = phone === undefined ? null : await keepFor(ctx, tx, of, 'mediation_party_phone', [phone], is)
  const idOf = (texts: readonly SealedText[] | undefined) => texts?.[0]?.id ?? null
  return {
    party: {
      ...is,
      id: newId(now.epochMilliseconds),
      mediationId: of.id,
      place,
      side,
      nameId: idOf(names.texts)!,
      phoneId: idOf(phones?.texts),
      consentHow: consents ? how : null,
      consentedAt: consents ? now : null,
      wantsOther: false,
      signedOn: null,
    },
    commits: { ...names.commits, ...phones?.commits },
  }
}

const unmediated = {
  mediatorKind: null,
  mediatorId: null,
  mediatorNameId: null,
  chosenBy: null,
  form: null,
  factsId: null,
  termsId: null,
  cause: null,
  agreedAt: null,
  inForceOn: null,
  confirmUntil: null,
  confirmedOn: null,
  followOn: null,
  kept: null,
  outcome: null,
  dangerAt: null,
  endedAt: null,
  seq: 1,
} as const

const openedLine = ({ mediation, parties, commits }: Opened, more: Record<string, string>) =>
  mediationLine('mediation.opened', {
    chain: mediation.chain,
    subject: mediation.id,
    seq: 1,
    occurredAt: mediation.openedAt,
    data: {
      caseId: mediation.caseId,
      areaId: mediation.areaId,
      origin: mediation.origin,
      drillId: mediation.drillId,
      parties: parties.map(({ id, side, consentedAt }) => ({
        partyId: id,
        side,
        consents: consentedAt !== null,
      })),
      commits: { ...commits, ...more },
    },
  })
