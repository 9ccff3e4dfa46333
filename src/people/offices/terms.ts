import { atlasOf } from '../../areas/door.ts'
import { newId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { findOffice, selectBody } from '../../organisations/door.ts'
import { dayOf } from '../../platform/clock.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { actOnce } from '../../platform/once.ts'
import type { Tx } from '../../platform/transaction.ts'
import { laterDay, termEnd } from './attention.rule.ts'
import { officeLine } from './events.ts'
import { findHolders, holderOf } from './holders.sql.ts'
import type {
  BeginTerm,
  EndTerm,
  FindHolders,
  FoundHolders,
  TermBegun,
  TermEnded,
} from './office.contract.ts'
import { placesOf } from './term-view.ts'
import { endTermOn, findTerm, insertTerms, selectTermsOfHolders } from './terms.sql.ts'

/** A body in which the asker may fill offices, and the journal's chain. Refuses `unit_unknown`. */
async function keptBody(ctx: Ctx, tx: Tx, unitId: string) {
  const atlas = await atlasOf(ctx)
  const body = await selectBody(tx, unitId)
  if (!body) throw new Refusal('unit_unknown')
  ctx.must('body.manage', { path: atlas.known(body.areaId).path })
  return { body, chain: atlas.district.id }
}

/**
 * Somebody takes an office. More people than seats and terms that overlap are taken down as they are, and are seen:
 * what really is must have its place. Refuses `office_unknown`, `body_not_acting`, `holder_unknown`,
 * `term_held_already` and a term that ends before it begins.
 */
export async function beginTerm(ctx: Ctx, body: BeginTerm): Promise<TermBegun> {
  ctx.must('body.manage')
  return actOnce(ctx, body, async (tx) => {
    const office = await findOffice(tx, body.officeId)
    if (!office) throw new Refusal('office_unknown')
    const { body: of, chain } = await keptBody(ctx, tx, office.unitId)
    if (of.phase !== 'active') throw new Refusal('body_not_acting', { unit: of.nameZh })
    const now = ctx.clock.now()
    const startsOn = body.startsOn ?? dayOf(now, ctx.district.timeZone)
    const endsOn = body.endsOn === undefined ? termEnd(startsOn, office.termMonths) : body.endsOn
    if (endsOn !== null && endsOn <= startsOn)
      throw new Refusal('input_invalid', { field: 'endsOn', rule: 'order' })
    const holder = await holderOf(tx, body, now.epochMilliseconds)
    const term = {
      id: newId(now.epochMilliseconds),
      officeId: office.id,
      unitId: office.unitId,
      holderId: holder.id,
      startsOn,
      endsOn,
    }
    await insertTerms(tx, [{ ...term, endedOn: null, reason: null }])
    const { id: termId, ...data } = term
    tx.record(officeLine('office.taken', { chain, subject: office.unitId, data: { termId, ...data } }))
    return { termId, holderId: holder.id }
  })
}

/** Ends a term of office, today or on an earlier day. Refuses `term_unknown` and a day outside the term. */
export async function endTerm(ctx: Ctx, termId: string, body: EndTerm): Promise<TermEnded> {
  ctx.must('body.manage')
  const request = { ...body, termId }
  return actOnce(ctx, request, async (tx) => {
    const term = await findTerm(tx, termId)
    if (!term || term.endedOn !== null) throw new Refusal('term_unknown')
    const { chain } = await keptBody(ctx, tx, term.unitId)
    const today = dayOf(ctx.clock.now(), ctx.district.timeZone)
    // One to come is called off: it ends on its first day.
    const latest = laterDay(term.startsOn, today)
    const endedOn = body.endedOn ?? latest
    if (endedOn > latest) throw new Refusal('input_invalid', { field: 'endedOn', rule: 'future' })
    if (endedOn < term.startsOn) throw new Refusal('input_invalid', { field: 'endedOn', rule: 'order' })
    if (!(await endTermOn(tx, termId, endedOn, body.reason))) throw new Refusal('term_unknown')
    const { officeId, unitId, holderId } = term
    const data = { termId, officeId, unitId, holderId, endedOn, reason: body.reason }
    tx.record(officeLine('office.left', { chain, subject: unitId, data }))
    return { termId, endedOn }
  })
}

/** People by part of their name, with what they hold: for whoever fills offices or links people to places. */
export async function listHolders(ctx: Ctx, { text, limit }: FindHolders): Promise<FoundHolders> {
  // Whoever keeps links may pick people too.
  if (!ctx.who.acts.includes('link.manage')) ctx.must('body.manage')
  return ctx.read(async (tx) => {
    const found = await findHolders(tx, text, limit)
    const terms = await selectTermsOfHolders(
      tx,
      found.map(({ id }) => id),
    )
    const ofHolder = Map.groupBy(terms, ({ holder }) => holder.id)
    return {
      holders: found.map((holder) => ({ ...holder, offices: placesOf(ofHolder.get(holder.id) ?? []) })),
    }
  })
}
