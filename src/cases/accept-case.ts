import type { Area } from '../areas/contract.ts'
import { atlasOf, type Whereabout, whereIs } from '../areas/door.ts'
import { newCaseNumber, newId } from '../kernel/ids.ts'
import { Refusal } from '../kernel/refusal.ts'
import { calendarOf, channelFor, complainedOf, emergencyFor } from '../matters/door.ts'
import type { ComplainedOf } from '../matters/doors.contract.ts'
import { dayOf, iso } from '../platform/clock.ts'
import type { Ctx } from '../platform/ctx.ts'
import { violated } from '../platform/database.ts'
import type { Claim } from '../platform/once.ts'
import { once } from '../platform/once.ts'
import { hashReceiptCode, receiptCode } from '../platform/receipt-code.ts'
import type { SealedText } from '../platform/sealed-text.ts'
import { commitsOf, seal } from '../platform/sealed-text.ts'
import type { Tx } from '../platform/transaction.ts'
import { insertCase, type NewCase } from './accept-case.sql.ts'
import { responseMoments } from './clocks.ts'
import type { AcceptCase, Occasion, Receipt, Source } from './contract.ts'
import { line } from './events.ts'
import { isGridPost } from './grid-post.rule.ts'
import { ownFiles, photoText } from './photo.sql.ts'
import { reachAtFirst } from './worker-complaint.rule.ts'

/** A receipt as it is stored: the code is derived from the request again, never kept. */
type StoredReceipt = Omit<Receipt, 'receiptCode'>

/** Takes a report in, finds its place, starts its response clock, and answers with a receipt. */
export async function acceptCase(ctx: Ctx, input: AcceptCase): Promise<Receipt> {
  ctx.must(takenDownByStaff(ctx, input) ? 'case.accept_on_behalf' : 'case.accept')
  if (ctx.who.actor === 'anonymous') throw new Refusal('client_secret_needed')
  const prepared = await prepare(ctx, input)
  const stored = await withFreeNumber(() =>
    once<StoredReceipt>(ctx, input.requestId, input, async (tx, claim) => {
      const { receipt } = await enter(ctx, tx, input, prepared, claim)
      return receipt
    }),
  )
  return { ...stored, receiptCode: prepared.code }
}

/**
 * Whether staff take down what somebody else says. A resident who writes for a parent or a neighbour is the reporter all
 * the same: that needs no permission beyond their own report's, and gives none of what a desk's does.
 */
const takenDownByStaff = ({ who }: Ctx, { onBehalf }: Pick<AcceptCase, 'onBehalf'>): boolean =>
  onBehalf !== undefined && (onBehalf !== 'relative' || who.kind === 'staff')

const numberTries = 8

/**
 * Runs an acceptance again when its number was taken: a day's numbers are drawn, not counted, so two are the same
 * now and then (with n cases a day, n²/20 million times).
 */
export async function withFreeNumber<T>(accept: () => Promise<T>, tries = numberTries): Promise<T> {
  try {
    return await accept()
  } catch (error) {
    if (tries <= 1 || violated(error) !== 'cases_number_key') throw error
    return withFreeNumber(accept, tries - 1)
  }
}

export interface Prepared {
  readonly area: Area
  readonly path: readonly string[]
  readonly chain: string
  readonly code: string
  readonly responseDueAt: Temporal.Instant
  readonly yellowAt: Temporal.Instant
  /** Petition, report of wrongdoing, abuse, a minor: seen by the district's centre alone (Care 3). */
  readonly protected: boolean
  /** From whose workers it is kept, since it complains of them (Care 2). */
  readonly keptFrom: ComplainedOf | null
  /** Areas of the path that see it from the start; a complaint about a worker starts above them (Care 2). */
  readonly reach: readonly string[]
  /** The drill that it is made for, where it is practice. */
  readonly drillId?: string
}

/** All that needs no transaction: the place, the deadline, and whether another door is the right one. */
export async function prepare(ctx: Ctx, input: AcceptCase): Promise<Prepared> {
  const emergency = emergencyFor(input.words)
  if (emergency && !input.notEmergency)
    throw new Refusal('emergency_first', { lines: emergency.lines.join(',') })
  const now = ctx.clock.now()
  if (input.occurredAt && Temporal.Instant.compare(Temporal.Instant.from(input.occurredAt), now) > 0)
    throw new Refusal('case_occurred_in_future', { field: 'occurredAt' })
  if (input.occasion && ctx.who.kind !== 'staff') throw new Refusal('input_invalid', { field: 'occasion' })
  const { area, path, chain } = await placeOf(ctx, input)
  const confidential = channelFor(input.words) !== null
  const keptFrom = complainedOf(input.words)
  return {
    area,
    path,
    chain,
    code: receiptCode(ctx.district.secret('receipt'), ctx.who.actor, input.requestId),
    ...responseMoments(now, null, await calendarOf(ctx)),
    protected: confidential,
    keptFrom,
    reach: reachAtFirst(path, { confidential, complainedOf: keptFrom }),
  }
}

/**
 * The place that was said. A grid worker who names none stands in the own grid; of several grids, the place that holds
 * them all is as near as can be told. Anybody else's report belongs to the district until somebody knows better.
 */
export async function placeOf(
  ctx: Ctx,
  input: Pick<AcceptCase, 'areaId' | 'place' | 'point'>,
): Promise<Whereabout> {
  if (input.areaId || input.place || input.point) return whereIs(ctx, input)
  const atlas = await atlasOf(ctx)
  const grids = ctx.who.posts.filter(isGridPost).flatMap((post) => atlas.get(post.areaId) ?? [])
  const [first, ...others] = grids.filter((grid) => !grid.ended).map((grid) => grid.path)
  const common = first?.findLast((id) => others.every((path) => path.includes(id)))
  return whereIs(ctx, { areaId: common ?? atlas.district.id })
}

/** Writes the case, its words and its first line. */
export async function enter(
  ctx: Ctx,
  tx: Tx,
  input: AcceptCase,
  prepared: Prepared,
  claim: Claim,
): Promise<{ readonly receipt: StoredReceipt; readonly entered: NewCase }> {
  const acceptedAt = ctx.clock.now()
  const id = newId(acceptedAt.epochMilliseconds)
  const texts = await textsOf(ctx, tx, id, input)
  const entered: NewCase = {
    id,
    number: newCaseNumber(dayOf(acceptedAt, ctx.district.timeZone)),
    ...sourceOf(ctx, input),
    onBehalf: input.onBehalf ?? null,
    areaId: prepared.area.id,
    path: prepared.path,
    reach: prepared.reach,
    chain: prepared.chain,
    confidential: prepared.protected,
    accountId: takenDownByStaff(ctx, input) ? null : ctx.who.accountId,
    receiptHash: hashReceiptCode(prepared.code),
    occurredAt: input.occurredAt ? Temporal.Instant.from(input.occurredAt) : acceptedAt,
    acceptedAt,
    responseDueAt: prepared.responseDueAt,
    yellowAt: prepared.yellowAt,
    drillId: prepared.drillId ?? null,
  }
  const receipt: StoredReceipt = {
    caseId: id,
    number: entered.number,
    acceptedAt: iso(acceptedAt),
    responseDueAt: iso(prepared.responseDueAt),
  }
  await insertCase(tx, entered, texts, { ...claim, receipt })
  tx.record(acceptedLine(entered, texts, prepared.keptFrom, isKept(prepared) ? undefined : input.occasion))
  return { receipt, entered }
}

/** Whether somebody below the district must not see it: then no errand's page may lead there either (Care 2 and 3). */
const isKept = ({ protected: confidential, reach, path }: Prepared): boolean =>
  confidential || reach.length < path.length

/** Who brought it: a grid worker finds incidents (事件), everybody else brings appeals (诉求). */
function sourceOf(ctx: Ctx, input: AcceptCase): { source: Source; kind: NewCase['kind'] } {
  const inGrid = ctx.who.posts.some(isGridPost)
  if (takenDownByStaff(ctx, input)) return { source: 'staff', kind: 'appeal' }
  if (inGrid) return { source: 'field', kind: 'incident' }
  if (ctx.who.kind === 'staff') return { source: 'staff', kind: 'incident' }
  return { source: input.place ? 'qr' : 'portal', kind: 'appeal' }
}

async function textsOf(ctx: Ctx, tx: Tx, id: string, input: AcceptCase): Promise<SealedText[]> {
  const of = (kind: string, body: string | undefined, personal: boolean): SealedText[] =>
    body ? [seal(ctx, { subject: id, kind, body, personal, toReporter: true })] : []
  const files = await ownFiles(tx, input.photos)
  return [
    ...of('words', input.words, false),
    ...of('address', input.address, false),
    ...of('point', input.point && `${input.point.lon},${input.point.lat}`, false),
    ...of('reporter_name', input.contact?.name, true),
    ...of('reporter_phone', input.contact?.phone, true),
    ...Array.from(files, ([fileId, sha256]) => ({ ...photoText(id, fileId, sha256), toReporter: true })),
  ]
}

const acceptedLine = (
  entered: NewCase,
  texts: readonly SealedText[],
  keptFrom: ComplainedOf | null,
  occasion: Occasion | undefined,
) =>
  line('case.accepted', {
    chain: entered.chain,
    subject: entered.id,
    seq: 1,
    occurredAt: entered.acceptedAt,
    data: {
      number: entered.number,
      kind: entered.kind,
      source: entered.source,
      areaId: entered.areaId,
      communityId: entered.path[2] ?? null,
      responseDueAt: iso(entered.responseDueAt),
      photos: texts.filter((text) => text.kind === 'photo').length,
      drillId: entered.drillId,
      confidential: entered.confidential,
      keptFrom,
      occasion: occasion ?? null,
      commits: commitsOf(texts),
    },
  })
