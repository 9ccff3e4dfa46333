import { createHash } from 'node:crypto'
import * as cases from '../../cases/door.ts'
import { actingAs, actingAsClient } from '../../people/door.ts'
import { dayOf } from '../../platform/clock.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { hashReceiptCode } from '../../platform/receipt-code.ts'
import type { Actor, Company } from './cast.ts'
import type { DemoMoment, PlannedMediation } from './plan-mediations.ts'
import { requestIdOf } from './request-id.ts'

/** A dispute on its way: who does what at which moment. */
interface Dispute {
  readonly planned: PlannedMediation
  readonly desk: (at: Temporal.Instant) => Ctx
  readonly reporter: (at: Temporal.Instant, receiptCode?: string) => Ctx
  readonly respondent: (at: Temporal.Instant, receiptCode: string) => Ctx
  readonly moment: (at: DemoMoment) => Temporal.Instant
  readonly day: (days: number) => string
  readonly requestId: (what: string) => string
}

/** Has the planned disputes mediated through the program's own use cases; the other side answers by its own code. */
export async function tellMediations(
  company: Company,
  mediations: readonly PlannedMediation[],
  now: Temporal.Instant,
): Promise<void> {
  for (const [at, planned] of mediations.entries()) {
    const dispute = disputeOf(company, planned, at, now)
    const { areaCode } = planned
    const { caseId, receiptCode } = await report(dispute, company.places.get(areaCode)!.id)
    const mediationId = await consent(dispute, caseId, receiptCode)
    await mediate(dispute, mediationId)
    if (planned.agreed === null) continue
    await agree(dispute, mediationId, planned.agreed)
    await answer(dispute, caseId, planned.agreed)
    await visit(dispute, mediationId)
  }
}

function disputeOf(
  { district, log, byUnitCode, residents }: Company,
  planned: PlannedMediation,
  order: number,
  now: Temporal.Instant,
): Dispute {
  const stage = (at: Temporal.Instant) => ({ district, log, clock: { now: () => at } })
  const { timeZone } = district
  const today = Temporal.PlainDate.from(dayOf(now, timeZone))
  const resident: Actor | null = planned.resident === null ? null : residents[planned.resident]!
  const client = (who: string) => (at: Temporal.Instant, receiptCode?: string) =>
    actingAsClient(
      stage(at),
      createHash('sha256').update(`demo mediation ${order} ${who}`).digest('hex'),
      receiptCode === undefined ? '' : hashReceiptCode(receiptCode).toString('hex'),
    )
  return {
    planned,
    desk: (at) => actingAs(stage(at), byUnitCode.get(planned.deskCode)!),
    reporter: resident === null ? client('reporter') : (at) => actingAs(stage(at), resident),
    respondent: client('respondent'),
    moment: ({ day, clock }) =>
      today.add({ days: day }).toZonedDateTime({ timeZone, plainTime: clock }).toInstant(),
    day: (days) => today.add({ days }).toString(),
    requestId: (what) => requestIdOf(`mediation ${order} ${what}`),
  }
}

/** It comes in, is screened, and its community has it. */
async function report({ planned, desk, reporter, moment, requestId }: Dispute, areaId: string) {
  const at = moment(planned.reportedAt)
  const after = (minutes: number) => desk(at.add({ minutes }))
  const { caseId, receiptCode } = await cases.acceptCase(reporter(at), {
    ...{ requestId: requestId('report'), areaId, words: planned.words, photos: [], notEmergency: false },
  })
  const { matter, summary } = planned
  const screened = { requestId: requestId('screen'), matter, summary, publish: false }
  await cases.screenCase(after(40), caseId, screened)
  await cases.dispatchCase(after(45), caseId, { requestId: requestId('dispatch'), assistUnitIds: [] })
  await cases.signCase(after(60), caseId, { requestId: requestId('sign') })
  return { caseId, receiptCode }
}

/** Asked for, and the other side says yes by its own code; or both said so to the desk. */
async function consent(dispute: Dispute, caseId: string, receiptCode: string): Promise<string> {
  const { planned, desk, reporter, respondent, moment, requestId } = dispute
  const { applicant, about, other } = planned
  const askedAt = moment(planned.reportedAt).add({ hours: 2 })
  const at = moment(planned.consentedAt)
  if (planned.origin === 'police') {
    const { mediationId } = await cases.openMediation(desk(at), caseId, {
      ...{ requestId: requestId('open'), origin: planned.origin, about, reporterIsParty: true },
      parties: [
        { ...applicant, side: 'applicant', consents: true },
        { ...planned.respondent, side: 'respondent', consents: true },
      ],
    })
    return mediationId
  }
  const asked = { requestId: requestId('ask'), ...applicant, about, other }
  const ofAccount = planned.resident !== null
  const asker = reporter(askedAt, receiptCode)
  const { mediationId } = await cases.askMediation(asker, ofAccount ? caseId : null, asked)
  const { codes } = await cases.addParty(desk(askedAt.add({ minutes: 50 })), mediationId, {
    ...{ requestId: requestId('other'), ...planned.respondent, side: 'respondent', consents: false },
  })
  const code = codes[0]!.receiptCode
  await cases.ownConsent(respondent(at, code), mediationId, { requestId: requestId('yes'), consents: true })
  await cases.sayInPrivate(respondent(at.add({ minutes: 4 }), code), mediationId, {
    requestId: requestId('said'),
    words: planned.said,
  })
  return mediationId
}

/** A mediator is named and a session set. */
async function mediate({ planned, desk, moment, requestId }: Dispute, mediationId: string): Promise<void> {
  const at = moment(planned.consentedAt).add({ minutes: 90 })
  const { mediators } = await cases.mediationPage(desk(at), mediationId)
  await cases.nameMediator(desk(at), mediationId, {
    ...{ requestId: requestId('mediator'), chosenBy: 'committee' },
    holderId: mediators[0]!.holderId,
  })
  await cases.setSession(desk(at.add({ minutes: 5 })), mediationId, {
    ...{ requestId: requestId('session'), venue: planned.session.venue },
    at: moment(planned.session).toString(),
  })
}

type Agreed = NonNullable<PlannedMediation['agreed']>

/** The session takes place, the agreement is written; on paper it is signed and sealed the same day. */
async function agree(dispute: Dispute, mediationId: string, agreed: Agreed): Promise<void> {
  const { desk, moment, day, requestId } = dispute
  const at = moment(agreed.at)
  const after = (minutes: number) => desk(at.add({ minutes }))
  const { sessions, parties } = await cases.mediationPage(after(0), mediationId)
  const partyOf = (side: string): string => parties.find((party) => party.side === side)!.id
  await cases.holdSession(after(1), mediationId, {
    ...{ requestId: requestId('held'), sessionId: sessions[0]!.id, record: agreed.record },
    came: parties.map(({ id }) => id),
  })
  const { form, cause, facts, terms } = agreed
  await cases.writeAgreement(after(20), mediationId, {
    ...{ requestId: requestId('agree'), form, cause, facts, terms },
    duties: agreed.duties.map((duty) => ({
      ...{ partyId: partyOf(duty.of), words: duty.words, dueOn: day(duty.day) },
    })),
  })
  if (form === 'oral') return
  const on = day(agreed.at.day)
  for (const { id: partyId, side } of parties) {
    const signed = { requestId: requestId(`sign ${side}`), partyId, signedOn: on }
    await cases.signAgreement(after(40), mediationId, signed)
  }
  const force = { requestId: requestId('force'), on, copies: parties.length + 1 }
  await cases.bringIntoForce(after(50), mediationId, force)
}

/** The case is answered by what came of it. */
async function answer({ desk, moment, requestId }: Dispute, caseId: string, agreed: Agreed): Promise<void> {
  const at = moment(agreed.at)
  const note = agreed.answer
  const resolved = { requestId: requestId('resolve'), note, photos: [] }
  await cases.resolveCase(desk(at.add({ minutes: 70 })), caseId, resolved)
  const reply = { requestId: requestId('reply'), answer: agreed.answer }
  await cases.replyCase(desk(at.add({ minutes: 80 })), caseId, reply)
}

async function visit({ planned, desk, moment, day, requestId }: Dispute, mediationId: string): Promise<void> {
  if (planned.visit === null) return
  const { result, words, nextDay } = planned.visit
  await cases.visitParties(desk(moment(planned.visit)), mediationId, {
    ...{ requestId: requestId('visit'), result, words },
    ...{ visitedOn: day(planned.visit.day), nextOn: day(nextDay) },
  })
}
