import { type Atlas, atlasOf } from '../areas/door.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { Tx } from '../platform/transaction.ts'
import { unitsOf } from './community-page.ts'
import type { OwnQuestion } from './contract.ts'
import { findByReceipt, selectOwnQuestions } from './question.sql.ts'

/** What the asker's account asked, the newest first. Refuses `sign_in_needed` without an account. */
export async function ownQuestions(ctx: Ctx): Promise<OwnQuestion[]> {
  ctx.must('community.ask')
  const { accountId } = ctx.who
  if (accountId === null) throw new Refusal('sign_in_needed')
  return ctx.read(async (tx) => toOwn(tx, await atlasOf(ctx), await selectOwnQuestions(tx, accountId)))
}

/** The question that the receipt code in the header opens. Refuses `not_found`. */
export async function askedQuestion(ctx: Ctx): Promise<OwnQuestion> {
  ctx.must('community.ask')
  return ctx.read(async (tx) => {
    const found = await findByReceipt(tx, Buffer.from(ctx.who.receiptHash, 'hex'))
    const [own] = await toOwn(tx, await atlasOf(ctx), [found])
    return own!
  })
}

type Found = Omit<OwnQuestion, 'community' | 'unit'> & {
  readonly areaId: string
  readonly unitId: string | null
}

/** Questions with the names of their community and of the unit that answered. */
export async function toOwn<Row extends Found>(tx: Tx, atlas: Atlas, found: readonly Row[]) {
  const units = await unitsOf(tx, found)
  return found.map(({ areaId, unitId, ...row }) => {
    const { nameZh: zh, nameEn: en } = atlas.known(areaId)
    return {
      ...row,
      community: { id: areaId, zh, en },
      unit: unitId === null ? null : (units.get(unitId) ?? null),
    }
  })
}
