import canonicalize from 'canonicalize'
import { Refusal } from '../../kernel/refusal.ts'
import { dayOf } from '../../platform/clock.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { commitment } from '../../platform/journal-line.rule.ts'
import { normalPhone } from '../phone.rule.ts'
import { isChild } from './age.rule.ts'
import type { AddPerson } from './contract.ts'
import { identityKeysOf } from './identity-keys.ts'
import { type IdentityNumber, identityDiffers, identityEnd, readIdentity } from './identity-number.rule.ts'
import { identityHash, sealIdentity } from './identity-seal.rule.ts'
import type { PersonFacts } from './person.sql.ts'

/** The local day today, YYYY-MM-DD. */
export const todayOf = (ctx: Pick<Ctx, 'clock' | 'district'>): string =>
  dayOf(ctx.clock.now(), ctx.district.timeZone)

/**
 * Reads an identity number as somebody wrote it. Refuses `identity_number_wrong` with the `fault` of
 * `identity-number.rule.ts`.
 */
export function identityOf(ctx: Pick<Ctx, 'clock' | 'district'>, written: string): IdentityNumber {
  const read = readIdentity(written, { today: todayOf(ctx), invented: ctx.district.demonstration })
  if (typeof read === 'string') throw new Refusal('identity_number_wrong', { field: 'identity', fault: read })
  return read
}

/** Refuses `identity_differs` where birthday or sex was entered otherwise than the number says. */
export function mustAgree(number: IdentityNumber, entered: Pick<AddPerson, 'birthDay' | 'sex'>): void {
  const field = identityDiffers(number, entered)
  if (field) throw new Refusal('identity_differs', { field })
}

/** As `identity`, `birthDay` and so on were entered. */
export type EnteredPerson = Pick<
  AddPerson,
  'name' | 'sex' | 'birthDay' | 'phone' | 'registerKind' | 'identity' | 'guardianId'
>

/**
 * What is kept of a person as it was entered: birthday and sex are read from the number where there is one. Refuses
 * `identity_number_wrong`, `identity_differs` (the field that says otherwise), `input_invalid` (telephone, birthday),
 * `guardian_needed` of a child under 14.
 */
export function factsOf(
  ctx: Pick<Ctx, 'clock' | 'district'>,
  personId: string,
  entered: Omit<EnteredPerson, 'identity'> & { readonly identity: IdentityNumber | PersonFacts['identity'] },
): PersonFacts {
  const { identity } = entered
  const number = identity && 'number' in identity ? identity : null
  if (number) mustAgree(number, entered)
  const phone = entered.phone === null ? null : normalPhone(entered.phone)
  if (entered.phone !== null && phone === null) throw new Refusal('input_invalid', { field: 'phone' })
  const birthDay = number?.birthDay ?? entered.birthDay
  const today = todayOf(ctx)
  if (birthDay !== null && (birthDay > today || birthDay < '1850-01-01'))
    throw new Refusal('input_invalid', { field: 'birthDay' })
  if (isChild(birthDay, today) && entered.guardianId === null)
    throw new Refusal('guardian_needed', { field: 'guardianId' })
  const keys = identityKeysOf(ctx.district)
  return {
    name: entered.name,
    sex: number?.sex ?? entered.sex,
    birthDay,
    phone,
    registerKind: entered.registerKind,
    guardianId: entered.guardianId,
    identity: number
      ? {
          sealed: sealIdentity(keys, personId, number.number),
          hash: identityHash(keys, number.number),
          end: identityEnd(number.number),
        }
      : (identity as PersonFacts['identity']),
  }
}

/** What the journal is told of a person: a commitment that says nothing once its salt is erased. */
export const commitToPerson = (
  salt: Buffer,
  { identityHash, ...facts }: Omit<PersonFacts, 'identity'> & { readonly identityHash: Buffer | null },
): string => commitment(salt, canonicalize({ ...facts, identity: identityHash?.toString('hex') ?? null })!)

/** As `commitToPerson`, of what is about to be written. */
export const commitToFacts = (salt: Buffer, { identity, ...facts }: PersonFacts): string => {
  const { name, sex, birthDay, phone, registerKind, guardianId } = facts
  const identityHash = identity?.hash ?? null
  return commitToPerson(salt, { name, sex, birthDay, phone, registerKind, guardianId, identityHash })
}
