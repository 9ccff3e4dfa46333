import { actingAs, enterMany, flagCare, giveConsent } from '../../people/door.ts'
import { dayOf } from '../../platform/clock.ts'
import type { Company } from './cast.ts'
import { type PlannedHome, registerCommunity } from './plan-register.ts'
import { requestIdOf } from './request-id.ts'

/** Enters the invented homes and people by the community's desk, with the consents of whoever lives alone; the homes' ids. */
export async function tellRegister(
  { district, log, places, byUnitCode }: Company,
  homes: readonly PlannedHome[],
  now: Temporal.Instant,
): Promise<readonly string[]> {
  const at = now.subtract({ hours: 40 * 24 })
  const desk = actingAs(
    { district, log, clock: { now: () => at } },
    byUnitCode.get(`${registerCommunity}-community`)!,
  )
  const entered = await enterMany(
    desk,
    homes.map(({ buildingCode, label, people }) => ({
      buildingId: places.get(buildingCode)!.id,
      label,
      use: 'dwelling',
      people: people.map((person) => ({ ...person, birthDay: null, lives: true })),
    })),
  )
  const endsOn = dayOf(now.add({ hours: 120 * 24 }), district.timeZone)
  for (const [index, { people }] of homes.entries())
    for (const [place, { alone }] of people.entries()) {
      if (!alone) continue
      const personId = entered[index]!.personIds[place]!
      const requestId = requestIdOf(`register consent ${index}`)
      const by = { purpose: 'care', givenBy: 'self', byPersonId: null, how: 'spoken' } as const
      const { id: consentId } = await giveConsent(desk, personId, { requestId, ...by })
      const flag = { kind: 'living_alone', reason: '子女在外地，愿意每周有人打个电话。（演示数据）' } as const
      await flagCare(desk, personId, {
        requestId: requestIdOf(`register care ${index}`),
        ...flag,
        consentId,
        endsOn,
      })
    }
  return entered.map(({ homeId }) => homeId)
}
