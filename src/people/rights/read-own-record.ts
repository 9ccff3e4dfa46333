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
import type { OwnLook, OwnPerson, OwnRecord, RightKind } from './contract.ts'
import { dueDay, type RightTerm, termOn } from './due.rule.ts'
import { ownAccount, ownEntry } from './own-entry.ts'
import { selectLooks } from './own-looks.sql.ts'
import { selectOwnRights, selectTerms } from './request.sql.ts'

const looksShown = 200

/**
 * What is held of the asker: account, entry in the register with homes, consents and care, who looked at it, and what
 * they asked (个人信息保护法 2021-11-01, Articles 44 and 45). Refuses `sign_in_needed`.
 */
export const readOwnRecord = (ctx: Ctx): Promise<OwnRecord> =>
  ctx.read(async (tx) => {
    const account = await ownAccount(ctx, tx)
    const { state, person } = await ownEntry(ctx, tx, account)
    const looks = person ? await looksAt(ctx, tx, person.id) : []
    return {
      account: { phone: account.phone, openedAt: iso(account.openedAt) },
      entry: state,
      person: person && (await cardOf(ctx, tx, person)),
      looks: looks.slice(0, looksShown),
      more: looks.length > looksShown,
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

async function looksAt(ctx: Ctx, tx: Tx, personId: string): Promise<OwnLook[]> {
  await tx.openStory([personId])
  const rows = await selectLooks(tx, personId, looksShown + 1)
  const atlas = await atlasOf(ctx)
  const units = await unitNames(
    tx,
    rows.flatMap(({ unitId }) => (unitId === null ? [] : [unitId])),
  )
  return rows.map(({ unitId, areaId, ...row }) => {
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
}
