import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { Atlas } from '../../areas/door.ts'
import { newId } from '../../kernel/ids.ts'
import { enterUnits, importOffices, officesByBody, renameUnits } from '../../organisations/door.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Tx } from '../../platform/transaction.ts'
import type { BodyPlan } from './body-plan.rule.ts'
import { officeLine } from './events.ts'
import { holdersByCode, holdersToInsert, insertHolders, renameHolders } from './holders.sql.ts'
import { changeTerms, insertTerms } from './terms.sql.ts'

/** Does what a plan says, in one transaction: bodies first, then their offices, then the people in them. */
export async function applyPlan(ctx: Ctx, tx: Tx, atlas: Atlas, plan: BodyPlan): Promise<void> {
  await enterUnits(
    ctx,
    tx,
    atlas,
    plan.addBodies.map(({ row: _row, areaCode: _areaCode, foundedOn, ...body }) => ({
      ...body,
      ...(foundedOn === null ? {} : { foundedOn }),
    })),
  )
  await renameUnits(
    tx,
    atlas.district.id,
    plan.changeBodies.map(({ id, entry: { nameZh, nameEn, phone } }) => ({ id, nameZh, nameEn, phone })),
  )
  await importOffices(ctx, tx, atlas.district.id, plan)
  await applyTerms(ctx, tx, atlas.district.id, plan)
}

async function applyTerms(ctx: Ctx, tx: Tx, chain: string, plan: BodyPlan): Promise<void> {
  const atMs = ctx.clock.now().epochMilliseconds
  await insertHolders(tx, holdersToInsert(plan.addPeople, atMs))
  await renameHolders(tx, plan.renamePeople)
  await changeTerms(tx, plan.changeTerms)
  const terms = await begunTerms(tx, plan, atMs)
  if (terms.length > 0) await insertTerms(tx, terms)
  const told = {
    begun: terms.length,
    ended: plan.changeTerms.filter(({ endedOn }) => endedOn !== null).length,
    changed: plan.changeTerms.length,
    holders: plan.addPeople.length,
    renamed: plan.renamePeople.length,
  }
  if (told.begun + told.changed + told.holders + told.renamed === 0) return
  const changed = plan.changeTerms.map(({ id, endsOn, endedOn, reason }) => ({ id, endsOn, endedOn, reason }))
  const digest = createHash('sha256')
    .update(canonicalize([terms, changed])!)
    .digest('hex')
  tx.record(officeLine('offices.held_imported', { chain, subject: chain, data: { ...told, digest } }))
}

/** The terms that begin, by the ids of their offices and holders as these stand by now. */
async function begunTerms(tx: Tx, { beginTerms }: BodyPlan, atMs: number) {
  if (beginTerms.length === 0) return []
  const people = await holdersByCode(tx)
  const offices = await officesByBody(tx)
  return beginTerms.map((term) => {
    const office = offices.get(term.bodyCode)!.find((one) => one.nameZh === term.nameZh)!
    return {
      id: newId(atMs),
      officeId: office.id,
      unitId: office.unitId,
      holderId: people.get(term.personCode)!.id,
      startsOn: term.startsOn,
      endsOn: term.endsOn,
      endedOn: term.endedOn,
      reason: term.reason,
    }
  })
}
