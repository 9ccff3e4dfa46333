import { atlasOf } from '../../areas/door.ts'
import { newId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { actOnce } from '../../platform/once.ts'
import { commitsOf, insertTexts, seal } from '../../platform/sealed-text.ts'
import { about } from '../register/about.ts'
import { loadConsent } from '../register/consent.sql.ts'
import type { RegisterReceipt } from '../register/contract.ts'
import { takeBack } from '../register/give-consent.ts'
import { todayOf } from '../register/person-facts.ts'
import type { AskedRight, AskRight } from './contract.ts'
import { dueDay, termOn } from './due.rule.ts'
import { rightsLine } from './events.ts'
import { ownAccount, ownEntry, ownPerson } from './own-entry.ts'
import { insertRight, selectTerms } from './request.sql.ts'

/**
 * Asks that something be corrected, copied or erased (个人信息保护法 2021-11-01, Articles 45 to 47 and 50). It goes to
 * the desk of the person's community; of somebody who is in no register, to the centre. Refuses `sign_in_needed`,
 * `own_entry_needed` (only an entry can be corrected), `rights_asked_already`.
 */
export const askRight = (ctx: Ctx, input: AskRight): Promise<AskedRight> =>
  actOnce(ctx, input, async (tx) => {
    const account = await ownAccount(ctx, tx)
    const { person } = await ownEntry(ctx, tx, account)
    if (input.kind === 'correct' && !person) throw new Refusal('own_entry_needed')
    const { district } = await atlasOf(ctx)
    const chain = person?.communityId ?? district.id
    const reach = person?.reach ?? [district.id]
    const today = todayOf(ctx)
    const dueOn = dueDay(today, termOn(await selectTerms(tx), input.kind, today))
    const askedAt = ctx.clock.now()
    const id = newId(askedAt.epochMilliseconds)
    const words = input.words
      ? [seal(ctx, { subject: id, kind: 'right_words', body: input.words, personal: true, toReporter: true })]
      : []
    await insertTexts(tx, words, { reach, units: [], accountId: account.id, receiptHash: null })
    const wordsId = words[0]?.id ?? null
    const { kind } = input
    await insertRight(tx, {
      id,
      kind,
      accountId: account.id,
      personId: person?.id ?? null,
      wordsId,
      askedAt,
      dueOn,
      chain,
      reach,
    })
    tx.record(
      rightsLine('right.asked', {
        chain,
        subject: id,
        seq: 1,
        data: { kind, dueOn, commits: commitsOf(words) },
      }),
    )
    return { id, dueOn }
  })

/**
 * Takes an own consent back, as easily as it was given (个人信息保护法 2021-11-01, Article 15): the care flags that rest
 * on it end. Refuses `own_entry_needed`, `not_found` of another's consent, `withdrawn_already`.
 */
export const withdrawOwnConsent = (
  ctx: Ctx,
  id: string,
  input: { readonly requestId: string },
): Promise<RegisterReceipt> =>
  actOnce(ctx, about(input, { id, act: 'withdraw_own' }), async (tx) => {
    const person = await ownPerson(ctx, tx)
    await tx.openStory([person.id])
    const consent = await loadConsent(tx, id)
    if (consent.personId !== person.id) throw new Refusal('not_found', { kind: 'consent' })
    return { id, seq: await takeBack(tx, consent, todayOf(ctx)) }
  })
