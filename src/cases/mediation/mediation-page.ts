import { selectTermsIn } from '../../people/door.ts'
import { dayOf, iso } from '../../platform/clock.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Tx } from '../../platform/transaction.ts'
import { namesFor } from '../names.ts'
import { selectSeenCases } from '../seen-case.sql.ts'
import { loadStory, type StoryRow } from '../story.sql.ts'
import { type CaseText, selectTexts } from '../text.sql.ts'
import { causesOn } from './causes.rule.ts'
import { insertLook, loadDuties, loadSessions, loadVisits, selectLooks } from './course.sql.ts'
import { mediationLine } from './events.ts'
import { headOf, nextOf, sessionsIn } from './list-mediations.ts'
import { loadMediation, type Mediation } from './mediation.sql.ts'
import { offeredAt } from './offers.rule.ts'
import type { MediationView } from './page.contract.ts'
import { loadParties, type Party } from './party.sql.ts'
import { confirmationTimeOn, type LawfulPeriod, usualTimeOn } from './periods.rule.ts'

/** A mediation for the committee that conducts it. That somebody looked is on the record, once a day. */
export async function mediationPage(ctx: Ctx, id: string): Promise<MediationView> {
  ctx.must('mediation.conduct')
  const today = dayOf(ctx.clock.now(), ctx.district.timeZone)
  return ctx.transaction(async (tx) => {
    const mediation = await loadMediation(tx, id)
    ctx.must('mediation.conduct', { path: mediation.reach })
    await tx.widen(mediation.roomId)
    await noteLook(ctx, tx, mediation, today)
    const parties = await loadParties(tx, [id])
    const texts = await selectTexts(tx, id)
    const story = await loadStory(tx, id)
    const sessions = sessionsIn(mediation, await loadSessions(tx, [id]))
    const names = await namesFor(ctx, tx, [])
    const cases = await selectSeenCases(tx, [mediation.caseId])
    const bodyOf = bodyIn(texts)
    const openedOn = dayOf(mediation.openedAt, ctx.district.timeZone)
    return {
      ...headOf(ctx, mediation, names, cases.get(mediation.caseId)),
      nextSessionAt: nextOf(ctx, sessions),
      wantsOther: parties.some(({ wantsOther }) => wantsOther),
      about: bodyOfKind(texts, 'mediation_about'),
      other: bodyOfKind(texts, 'mediation_other'),
      parties: parties.map((party) => partyView(party, story, texts)),
      mediator: mediatorOf(mediation, bodyOf),
      mediators: await mediatorsIn(tx, mediation.areaId, today),
      sessions: sessions.map(({ placeId, recordId, at, ...session }) => ({
        id: session.id,
        stage: session.stage,
        came: [...session.came],
        at: iso(at),
        place: bodyOf(placeId),
        record: bodyOf(recordId),
      })),
      agreement: await agreementOf(tx, mediation, bodyOf),
      cause: mediation.cause,
      causes: causesOn(today),
      inForceOn: mediation.inForceOn,
      confirmUntil: mediation.confirmUntil,
      confirmedOn: mediation.confirmedOn,
      usualBasis: basisOf(usualTimeOn(openedOn)),
      confirmBasis: confirmBasisOn(mediation.inForceOn ?? today),
      visits: (await loadVisits(tx, id)).map(({ wordsId, ...visit }) => ({
        ...visit,
        words: bodyOf(wordsId),
      })),
      dangers: story.flatMap(({ kind, data, occurredAt }) =>
        kind === 'mediation.danger_noted'
          ? [{ at: iso(occurredAt), told: data.told as 'police', words: bodyOf(textOf(data)) }]
          : [],
      ),
      reason: bodyOfKind(texts, 'mediation_reason'),
      timeline: story.map(({ seq, kind, occurredAt, data }) => ({
        seq,
        at: iso(occurredAt),
        kind,
        partyId: typeof data.partyId === 'string' ? data.partyId : null,
      })),
      looks: (await selectLooks(tx, id)).map((look) => ({ ...look, days: Number(look.days) })),
      can: offeredAt(mediation.stage, {
        unsigned: parties.filter(({ signedOn }) => signedOn === null).length,
        confirmed: mediation.confirmedOn !== null,
      }),
    }
  })
}

async function noteLook(ctx: Ctx, tx: Tx, mediation: Mediation, today: string): Promise<void> {
  const { accountId, name } = ctx.who
  if (accountId === null) return
  const isNew = await insertLook(tx, mediation, { accountId, name: name ?? '' }, today)
  if (!isNew) return
  tx.record(mediationLine('mediation.looked_at', { chain: mediation.chain, subject: mediation.id, data: {} }))
}

type BodyOf = (textId: string | null) => string | null

export const bodyIn =
  (texts: readonly CaseText[]): BodyOf =>
  (textId) =>
    texts.find((text) => text.id === textId)?.body ?? null

/** The newest text of the kind that the asker reads. */
const bodyOfKind = (texts: readonly CaseText[], kind: string): string | null =>
  texts.findLast((text) => text.kind === kind)?.body ?? null

/** The text that a line commits to, where it is one. */
const textOf = (data: StoryRow['data']): string | null =>
  Object.keys((data.commits ?? {}) as Record<string, string>)[0] ?? null

const said = {
  'mediation.said': 'said',
  'mediation.other_asked_for': 'wish',
} as const

/** A party with what it said; of a party's own words the line says whose they are. */
export const partyView = (party: Party, story: readonly StoryRow[], texts: readonly CaseText[]) => ({
  id: party.id,
  side: party.side,
  isReporter: party.isReporter,
  name: bodyIn(texts)(party.nameId),
  phone: bodyIn(texts)(party.phoneId),
  consentedAt: party.consentedAt && iso(party.consentedAt),
  consentHow: party.consentHow,
  signedOn: party.signedOn,
  wantsOther: party.wantsOther,
  said: story.flatMap(({ kind, data, occurredAt }) => {
    const what = said[kind as keyof typeof said]
    const textId = textOf(data)
    if (what === undefined || data.partyId !== party.id || textId === null) return []
    return [{ at: iso(occurredAt), words: bodyIn(texts)(textId), what }]
  }),
})

const mediatorOf = ({ mediatorNameId, chosenBy }: Mediation, bodyOf: BodyOf) =>
  chosenBy === null ? null : { name: bodyOf(mediatorNameId), chosenBy }

export async function agreementOf(tx: Tx, mediation: Mediation, bodyOf: BodyOf) {
  const { id, form, factsId, termsId, agreedAt } = mediation
  if (form === null || agreedAt === null) return null
  const duties = (await loadDuties(tx, id)).map(({ wordsId, ...duty }) => ({
    ...duty,
    words: bodyOf(wordsId),
  }))
  return { form, facts: bodyOf(factsId), terms: bodyOf(termsId), agreedAt: iso(agreedAt), duties }
}

const basisOf = ({ law, article, date }: LawfulPeriod) => ({ law, article, date })

const confirmBasisOn = (day: string) => {
  const time = confirmationTimeOn(day)
  return { ...basisOf(time), days: time.days }
}

/** Who holds an office in the committee's area on the day, those of a mediation committee first (第八、十三条). */
async function mediatorsIn(tx: Tx, areaId: string, today: string): Promise<MediationView['mediators']> {
  const terms = await selectTermsIn(tx, [areaId])
  const current = terms.filter(
    ({ startsOn, endsOn }) => startsOn <= today && (endsOn === null || endsOn > today),
  )
  const ofMediation = current.filter(({ body }) => body.nameZh.includes('调解'))
  const ofResidents = current.filter(({ body }) => body.kind === 'community')
  const [first, rest] = [ofMediation, ofResidents.filter((term) => !ofMediation.includes(term))]
  const known = new Set<string>()
  return [...first, ...rest].flatMap(({ holder, body, office }) => {
    if (known.has(holder.id)) return []
    known.add(holder.id)
    const named = { zh: body.nameZh, en: body.nameEn }
    return [
      {
        holderId: holder.id,
        name: holder.name,
        body: named,
        office: { zh: office.nameZh, en: office.nameEn },
      },
    ]
  })
}
