import type { AddedPerson } from '../people/register/contract.ts'
import { identityCheckDigit } from '../people/register/identity-number.rule.ts'
import type { FoundInRegister } from '../people/register/read.contract.ts'
import { type Person as Asker, act } from './world-client.ts'

/** 17 digits with their check digit. */
export const identityOf = (digits: string): string => digits + identityCheckDigit(digits)

let made = 0
/** An invented number that nobody else has. */
export function freshIdentity(): string {
  made += 1
  return identityOf(`99999919900101${String(made).padStart(3, '0')}`)
}

/** A home of a building; its id. */
export const addHome = async (asker: Asker, buildingId: string, label: string): Promise<string> =>
  (await asker.does<{ id: string }>('/api/register/homes', act({ buildingId, label }))).id

export const addPerson = (asker: Asker, homeId: string, person: object): Promise<AddedPerson> =>
  asker.does<AddedPerson>(`/api/register/homes/${homeId}/people`, act({ role: 'resident', ...person }))

export const find = (asker: Asker, text: string): Promise<FoundInRegister> =>
  asker.sees<FoundInRegister>(`/api/register/find?text=${encodeURIComponent(text)}`)

export const namesFound = async (asker: Asker, text: string): Promise<string[]> =>
  (await find(asker, text)).people.map(({ name }) => name)
