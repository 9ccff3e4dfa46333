import { atlasOf } from '../../areas/door.ts'
import { newId } from '../../kernel/ids.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { eraseTexts } from '../../platform/sealed-text.ts'
import type { Tx } from '../../platform/transaction.ts'
import { flagsOf, loadConsent, saveFlag } from '../register/consent.sql.ts'
import { registerLine } from '../register/events.ts'
import { takeBack } from '../register/give-consent.ts'
import { findNamed, forgetNamed } from '../register/import/forget-named.ts'
import { leave } from '../register/move-person.ts'
import { occupanciesOfPersons } from '../register/occupancy.sql.ts'
import { loadPersons, type Person } from '../register/person.sql.ts'
import { todayOf } from '../register/person-facts.ts'
import { settle } from '../register/settle.ts'
import { emptyAccount, emptyPerson, insertErasure, phoneOf, standingConsents } from './erasure.sql.ts'
import { rightsLine } from './events.ts'
import { advanceRight, type Subject, selectAnsweredBefore, selectRightsOf } from './request.sql.ts'

/**
 * Erases somebody (个人信息保护法 2021-11-01, Article 47), in the caller's transaction: the entry in the register with
 * its keys, earlier versions, consents and care; the account; the words of what they asked. The journal keeps ids and
 * commitments whose salts are gone. The other rooms follow by `subject.erased` (`src/app/forget-everywhere.ts`).
 * Done again it changes nothing. Returns the erasure's id, or null where nothing was left to erase.
 */
export async function eraseSubject(
  ctx: Ctx,
  tx: Tx,
  { personId, accountId }: Subject,
): Promise<string | null> {
  const { district } = await atlasOf(ctx)
  const at = ctx.clock.now()
  await tx.widenRegister(district.id)
  // An update reaches only what it sees; the subjects are named here, by the program, and by nobody else.
  await tx.widen(district.id)
  const subjects = [personId, accountId].filter((id) => id !== null)
  await tx.openStory(subjects)
  const person = personId === null ? null : ((await loadPersons(tx, [personId])).get(personId) ?? null)
  const phone = accountId === null ? null : await phoneOf(tx, accountId)
  const words = [person?.name, ...waysOfWriting(person?.phone), ...waysOfWriting(phone)].filter(
    (word) => word !== null && word !== undefined,
  )
  if (words.length === 0) return null
  if (accountId !== null) await emptyAccount(tx, accountId, at)
  // What they asked stays as an act with its answer's stage; its words go.
  for (const right of await selectRightsOf(tx, { personId, accountId })) await forgetWords(ctx, tx, right)
  if (person?.name) {
    const phones = phone === null ? [] : [phone]
    await forgetInFiles(ctx, tx, person, { phones, subjects })
    await erasePerson(ctx, tx, person)
  }
  const id = newId(at.epochMilliseconds)
  await insertErasure(tx, { id, personId, accountId, words: [...new Set(words)], erasedAt: at })
  tx.record(rightsLine('subject.erased', { chain: district.id, subject: id, data: { personId, accountId } }))
  return id
}

/** A telephone as it is kept, and as people write it down. */
const waysOfWriting = (phone: string | null | undefined): string[] =>
  phone ? [phone, phone.replace(/^\+86/, '')] : []

/** What files of the register that wait, or go back to their senders, write down of somebody. */
async function forgetInFiles(
  ctx: Ctx,
  tx: Tx,
  person: Person,
  { phones, subjects }: { readonly phones: readonly string[]; readonly subjects: readonly string[] },
): Promise<void> {
  const homeIds = (await occupanciesOfPersons(tx, [person.id])).map(({ homeId }) => homeId)
  const named = await findNamed(ctx, person, { phones, homeIds })
  await tx.openStory([...subjects, ...named.map(({ importId }) => importId)])
  await forgetNamed(tx, named)
}

async function erasePerson(ctx: Ctx, tx: Tx, person: Person): Promise<void> {
  const { id, communityId: chain } = person
  const onDay = todayOf(ctx)
  const stays = (await occupanciesOfPersons(tx, [id])).filter(({ toDay }) => toDay === null)
  for (const stay of stays) await leave(ctx, tx, stay, onDay, 'leaving')
  for (const consentId of await standingConsents(tx, id))
    await takeBack(tx, await loadConsent(tx, consentId), onDay)
  for (const flag of (await flagsOf(tx, id)).filter(({ endedOn }) => endedOn === null)) {
    const seq = await saveFlag(tx, flag, { endedOn: onDay })
    tx.record(registerLine('care.ended', { chain, subject: flag.id, seq, data: { personId: id, onDay } }))
  }
  await emptyPerson(tx, person, ctx.clock.now())
  tx.record(registerLine('person.erased', { chain, subject: id, seq: person.seq + 1, data: {} }))
  await settle(
    ctx,
    tx,
    [id],
    stays.map(({ homeId }) => homeId),
  )
}

/** Words of requests that were answered before a moment: that they were asked and answered stays. Returns how many. */
export async function forgetAnswered(ctx: Ctx, before: Temporal.Instant): Promise<number> {
  ctx.must('rights.answer')
  const answered = await ctx.read((tx) => selectAnsweredBefore(tx, before))
  let forgotten = 0
  for (const right of answered) forgotten += await ctx.transaction((tx) => forgetWords(ctx, tx, right))
  return forgotten
}

async function forgetWords(
  ctx: Ctx,
  tx: Tx,
  { id, chain, seq }: { readonly id: string; readonly chain: string; readonly seq: number },
): Promise<number> {
  const texts = await eraseTexts(tx, ctx.clock, id, { kinds: ['right_words', 'right_answer'] })
  if (texts.length === 0) return 0
  const next = await advanceRight(tx, { id, seq })
  tx.record(rightsLine('right.forgotten', { chain, subject: id, seq: next, data: { texts } }))
  return 1
}
