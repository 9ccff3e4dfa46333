import { dayOf, iso } from '../../platform/clock.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Tx } from '../../platform/transaction.ts'
import { type Names, namesFor } from '../names.ts'
import { loadStory } from '../story.sql.ts'
import { selectTexts } from '../text.sql.ts'
import { findOwnParty } from './act.ts'
import { loadSessions } from './course.sql.ts'
import { sessionsIn } from './list-mediations.ts'
import type { Mediation } from './mediation.sql.ts'
import { selectOwnMediations } from './mediation-list.sql.ts'
import { agreementOf, bodyIn, partyView } from './mediation-page.ts'
import { offeredToParty } from './offers.rule.ts'
import type { OwnMediation, OwnMediationQuery, OwnMediations } from './page.contract.ts'
import type { Party } from './party.sql.ts'
import { usuallyBy } from './periods.rule.ts'

/** The mediations in which whoever asks is a party, by account or receipt code; of each what that party may read. */
export async function ownMediations(ctx: Ctx, query: OwnMediationQuery): Promise<OwnMediations> {
  ctx.must('case.follow')
  return ctx.read(async (tx) => {
    const read = await selectOwnMediations(tx, ctx.who, { ...query, limit: query.limit + 1 })
    const found = read.slice(0, query.limit)
    const names = await namesFor(ctx, tx, [])
    const rows: OwnMediation[] = []
    for (const mediation of found) {
      const own = await findOwnParty(ctx, tx, mediation.id)
      // A party that was forgotten leaves the others of the list to be read.
      if (own !== null) rows.push(await ownView(ctx, tx, mediation, own, names))
    }
    return { rows, next: read.length > query.limit ? found.at(-1)!.id : null }
  })
}

async function ownView(
  ctx: Ctx,
  tx: Tx,
  mediation: Mediation,
  own: Party,
  names: Names,
): Promise<OwnMediation> {
  const { id } = mediation
  // The room of the parties, and no other: what another said in private stays closed.
  await tx.widen(id)
  const texts = await selectTexts(tx, id)
  const bodyOf = bodyIn(texts)
  const { isReporter: _, ...view } = partyView(own, await loadStory(tx, id), texts)
  const agreement = await agreementOf(tx, mediation, bodyOf)
  return {
    id,
    stage: mediation.stage,
    origin: mediation.origin,
    place: names.place(mediation.areaId),
    caseId: mediation.caseId,
    openedAt: iso(mediation.openedAt),
    usuallyBy: usuallyBy(dayOf(mediation.openedAt, ctx.district.timeZone)),
    own: view,
    mediator: bodyOf(mediation.mediatorNameId),
    sessions: sessionsIn(mediation, await loadSessions(tx, [id])).map(
      ({ id: sessionId, stage, at, placeId }) => ({
        id: sessionId,
        stage,
        at: iso(at),
        place: bodyOf(placeId),
      }),
    ),
    agreement: agreement && {
      ...agreement,
      duties: agreement.duties.map(({ partyId, ...duty }) => ({ ...duty, own: partyId === own.id })),
    },
    inForceOn: mediation.inForceOn,
    confirmUntil: mediation.confirmUntil,
    confirmedOn: mediation.confirmedOn,
    kept: mediation.kept,
    outcome: mediation.outcome,
    can: offeredToParty(mediation.stage, {
      consents: own.consentedAt !== null,
      wantsOther: own.wantsOther,
    }),
  }
}
