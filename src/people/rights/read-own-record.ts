import { atlasOf } from '../../areas/door.ts'
import { unitNames } from '../../organisations/door.ts'
import { iso } from '../../platform/clock.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Tx } from '../../platform/transaction.ts'
import type { PostKind } from '../contract.ts'
import type { LookPurpose } from '../register/contract.ts'
import type { Person } from '../register/person.sql.ts'
import { todayOf } from '../register/person-facts.ts'
import { personWhole } from '../register/read-person.ts'
import type { ChildLooks, OwnLook, OwnPerson, OwnRecord, RightKind } from './contract.ts'
import { dueDay, type RightTerm, termOn } from './due.rule.ts'
import { ownAccount, ownEntry } from './own-entry.ts'
import { selectLooks } from './own-looks.sql.ts'
import { selectOwnRights, selectTerms } from './request.sql.ts'

const looksShown = 200

/**
 * What is held of the asker: account, entry in the register with homes, consents and care, who looked at it and at the
 * entries of the children under 14 whom they act for, and what they asked (个人信息保护法 2021-11-01, Articles 31, 44, 45). Refuses `sign_in_needed`.
 */
export const readOwnRecord = (ctx: Ctx): Promise<OwnRecord> =>
  ctx.read(async (tx) => {
    const account = await ownAccount(ctx, tx)
    const { state, person } = await ownEntry(ctx, tx, account)
    const card = person && (await cardOf(ctx, tx, person))
    const childLooks: ChildLooks[] = []
    for (const { personId, name } of card?.children ?? [])
      childLooks.push({ personId, name, ...(await looksAt(ctx, tx, personId)) })
    return {
      account: { phone: account.phone, openedAt: iso(account.openedAt) },
      entry: state,
      person: card,
      ...(person ? await looksAt(ctx, tx, person.id) : { looks: [], more: false }),
      childLooks,
      requests: await selectOwnRights(tx, account.id),
      answerBy: daysOfAnswer(await selectTerms(tx), todayOf(ctx)),
    }
  })

function daysOfAnswer(terms: readonly RightTerm[], today: string): OwnRecord['answerBy'] {
  const by = (kind: RightKind): string => dueDay(today, termOn(terms, kind, today))
  return { correct: by('correct'), copy: by('copy'), erase: by('erase') }
}

async function cardOf(ctx: Ctx, tx: Tx, person: Person): Promise<OwnPerson> {
  const {
    seq: _seq,
    age: _age,
    demonstration: _demonstration,
    guardian: _guardian,
    ...card
  } = await personWhole(ctx, tx, person)
  return card
}

/** Looks at the asker's own entry, or at that of a child whom the register says they act for. */
async function looksAt(ctx: Ctx, tx: Tx, personId: string): Promise<Pick<OwnRecord, 'looks' | 'more'>> {
  await tx.openStory([personId])
  const rows = await selectLooks(tx, personId, looksShown + 1)
  const atlas = await atlasOf(ctx)
  const units = await unitNames(
    tx,
    rows.flatMap(({ unitId }) => (unitId === null ? [] : [unitId])),
  )
  const looks = rows.slice(0, looksShown).map(({ unitId, areaId, ...row }): OwnLook => {
    const unit = unitId === null ? undefined : units.get(unitId)
    const area = areaId === null ? undefined : atlas.get(areaId)
    return {
      ...row,
      what: row.what as OwnLook['what'],
      purpose: row.purpose as LookPurpose | null,
      post: row.post as PostKind | null,
      unit: unit ? { zh: unit.zh, en: unit.en } : null,
      area: area ? { zh: area.nameZh, en: area.nameEn } : null,
    }
  })
  return { looks, more: rows.length > looksShown }
}
