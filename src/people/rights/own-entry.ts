import { timingSafeEqual } from 'node:crypto'
import { atlasOf } from '../../areas/door.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Tx } from '../../platform/transaction.ts'
import { isChild } from '../register/age.rule.ts'
import { identityKeysOf } from '../register/identity-keys.ts'
import { identityTailHash, openIdentity } from '../register/identity-seal.rule.ts'
import { loadPersons, type Person, personsByPhone } from '../register/person.sql.ts'
import { todayOf } from '../register/person-facts.ts'
import type { FindOwnEntry, OwnEntryState } from './contract.ts'
import { rightsLine } from './events.ts'
import { countTry, loadOwnAccount, loadOwnEntry, saveOwnEntry } from './own-entry.sql.ts'

/** More people than these share no telephone; whoever wants to know more asks the community. */
const mostByPhone = 20
/** Wrong ends of a number on one day. There are 11,000 of them. */
const mostWrong = 5

/** A resident as they ask about themselves: the account and its verified telephone. */
export interface OwnAccount {
  readonly id: string
  readonly phone: string
  readonly openedAt: Temporal.Instant
}

/** Refuses `sign_in_needed` without a resident's account: staff ask about themselves as the residents they are. */
export async function ownAccount(ctx: Ctx, tx: Tx): Promise<OwnAccount> {
  const { accountId, kind } = ctx.who
  const account = kind === 'resident' && accountId !== null ? await loadOwnAccount(tx, accountId) : null
  if (!account || accountId === null) throw new Refusal('sign_in_needed')
  return { id: accountId, ...account }
}

/** How far the entry was found; where the end of a number says who of several asks, among whom. */
export type FoundEntry =
  | { readonly state: 'found'; readonly person: Person }
  | { readonly state: 'none' | 'unclear'; readonly person: null }
  | { readonly state: 'needs_end'; readonly person: null; readonly candidates: readonly Person[] }

/**
 * Whose entry the account's is (个人信息保护法 2021-11-01, Article 45: whoever asks is told, after it is certain who
 * asks). Never by the telephone alone where a number is known: families share telephones. Opens the register to the rest
 * of the transaction.
 */
export async function ownEntry(ctx: Ctx, tx: Tx, account: OwnAccount): Promise<FoundEntry> {
  await tx.widenRegister((await atlasOf(ctx)).district.id)
  const knownId = await loadOwnEntry(tx, account.id)
  if (knownId !== null) {
    const person = (await loadPersons(tx, [knownId])).get(knownId)
    // Where the register says otherwise by now, it has to be found anew.
    if (person?.name && person.phone === account.phone) return { state: 'found', person }
  }
  const candidates = await adultsBy(ctx, tx, account.phone)
  if (candidates.some(({ identity }) => identity !== null))
    return { state: 'needs_end', person: null, candidates }
  const [only, another] = candidates
  if (!only) return { state: 'none', person: null }
  return another ? { state: 'unclear', person: null } : { state: 'found', person: only }
}

/** Children have their parents' telephone and act through them (Article 31). */
async function adultsBy(ctx: Ctx, tx: Tx, phone: string): Promise<Person[]> {
  const ids = await personsByPhone(tx, phone, mostByPhone)
  const today = todayOf(ctx)
  return [...(await loadPersons(tx, ids)).values()].filter(
    ({ name, birthDay }) => name !== null && !isChild(birthDay, today),
  )
}

/**
 * Finds the asker's own entry by the telephone that is verified and the end of the identity number. Refuses
 * `own_entry_not_found`, `own_entry_wrong_end`, and `too_many_requests` after five wrong ones on a day.
 */
export async function findOwnEntry(
  ctx: Ctx,
  { identityEnd }: FindOwnEntry,
): Promise<{ state: OwnEntryState }> {
  const outcome = await ctx.transaction(async (tx): Promise<OwnEntryState | 'wrong'> => {
    const account = await ownAccount(ctx, tx)
    const entry = await ownEntry(ctx, tx, account)
    if (entry.state === 'none') throw new Refusal('own_entry_not_found')
    // No number decided: nothing was tried, and nothing is kept that would outlast the number's being known.
    if (entry.state !== 'needs_end') return entry.state
    const tries = await countTry(tx, account.id, todayOf(ctx))
    if (tries > mostWrong) throw new Refusal('too_many_requests')
    const found = byEnd(ctx, entry.candidates, identityEnd)
    if (!found) return 'wrong'
    await saveOwnEntry(tx, account.id, { personId: found.id, matchedAt: ctx.clock.now() })
    const chain = (await atlasOf(ctx)).district.id
    tx.record(rightsLine('own_entry.found', { chain, subject: account.id, data: { accountId: account.id } }))
    return 'found'
  })
  // Counted first, then refused: what is refused inside a transaction was never counted.
  if (outcome === 'wrong') throw new Refusal('own_entry_wrong_end')
  return { state: outcome }
}

function byEnd(ctx: Ctx, candidates: readonly Person[], typed: string): Person | null {
  const keys = identityKeysOf(ctx.district)
  const wanted = identityTailHash(keys, typed)
  const [only, another] = candidates.filter(
    ({ id, identity }) =>
      identity !== null &&
      timingSafeEqual(identityTailHash(keys, openIdentity(keys, id, identity.sealed)), wanted),
  )
  return only && !another ? only : null
}

/** The asker's own person. Refuses `own_entry_needed`. */
export async function ownPerson(ctx: Ctx, tx: Tx): Promise<Person> {
  const { person } = await ownEntry(ctx, tx, await ownAccount(ctx, tx))
  if (!person) throw new Refusal('own_entry_needed')
  return person
}
