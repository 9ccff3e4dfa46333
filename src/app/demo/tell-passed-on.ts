import { givePower, passOn } from '../../cases/door.ts'
import { actingAs } from '../../people/door.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Company } from './cast.ts'
import { requestIdOf } from './request-id.ts'

const street = { areaCode: '990104006000', officeCode: '990104006-office' } as const

/**
 * 执法辅助 in the demonstration: the street passed on this morning what it has no power over, and it has a power of its own
 * by a decision of the province. `system` enters the power, as whoever keeps the catalogue would.
 */
export async function tellPassedOn(
  { district, log, places, byUnitCode }: Company,
  system: Ctx,
  now: Temporal.Instant,
): Promise<void> {
  const unitIdOf = (code: string): string => byUnitCode.get(code)!.posts[0]!.unitId!
  const streetId = places.get(street.areaCode)!.id
  const at = now.subtract({ hours: 3 })
  await passOn(actingAs({ district, log, clock: { now: () => at } }, byUnitCode.get(street.officeCode)!), {
    requestId: requestIdOf('passed on'),
    areaId: streetId,
    toUnitId: unitIdOf('dept-water'),
    words: '沿河步道南头有人接了一根水管往河里排水，昨天傍晚和今天早上都看见。',
  })
  await givePower(system, {
    requestId: requestIdOf('power given'),
    ...{ streetId, fromUnitId: unitIdOf('dept-urban-management'), fromDay: '2026-01-01' },
    powerZh: '对占用、堵塞消防车通道的处罚（演示）',
    powerEn: 'Penalties for blocking a fire lane (demo)',
    law: '中华人民共和国行政处罚法',
    article: '第二十四条',
    decision: '望江区所在省关于向街道下放行政处罚权的决定（演示，没有文号）',
  })
}
