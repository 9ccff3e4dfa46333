import { randomUUID } from 'node:crypto'
import type { AddedPerson, RegisterReceipt } from '../../people/register/contract.ts'
import { identityCheckDigit } from '../../people/register/identity-number.rule.ts'
import type { World } from '../world.ts'

/** A home with a family, and one that stands empty. */
export interface RegisteredHome {
  readonly homeId: string
  /** The owner, with a number, a consent and a care flag. */
  readonly ownerId: string
}

const homes = new WeakMap<World, RegisteredHome>()

const act = (body: object = {}) => ({ requestId: randomUUID(), ...body })
const numberOf = (digits: string) => digits + identityCheckDigit(digits)

/** What the pages of the register show: an owner, a tenant, a child, a consent and a care flag. */
export async function bringRegister(world: World): Promise<RegisteredHome> {
  const [worker, desk] = [world.as('worker'), world.as('community')]
  const buildingId = world.places.building1.id
  const home = (label: string) =>
    worker.does<RegisterReceipt>('/api/register/homes', act({ buildingId, label }))
  const { id: homeId } = await home('2单元501')
  await home('2单元502')
  const enter = async (body: object) =>
    (
      await worker.does<AddedPerson>(
        `/api/register/homes/${homeId}/people`,
        act({ role: 'resident', ...body }),
      )
    ).personId
  const ownerId = await enter({
    name: '顾清秋',
    role: 'owner',
    phone: '13800020001',
    identity: numberOf('99999919560307002'),
  })
  await enter({ name: '沈长风', phone: '13800020002', identity: numberOf('99999919880509001') })
  await enter({ name: '顾小满', birthDay: '2018-06-01', guardianId: ownerId })
  const consent = act({ purpose: 'care', givenBy: 'self', how: 'spoken' })
  const { id: consentId } = await desk.does<RegisterReceipt>(
    `/api/register/people/${ownerId}/consents`,
    consent,
  )
  const flag = { kind: 'disability', reason: '走路不便，愿意有人帮忙取药。', consentId, endsOn: '2027-05-01' }
  await desk.does(`/api/register/people/${ownerId}/care`, act(flag))
  const registered = { homeId, ownerId }
  homes.set(world, registered)
  return registered
}

/** The home that was brought into a world. */
export function homeOf(world: World): RegisteredHome {
  const home = homes.get(world)
  if (!home) throw new Error('bringRegister comes first')
  return home
}
