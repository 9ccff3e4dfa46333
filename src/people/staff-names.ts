import { dayOf } from '../platform/clock.ts'
import type { Ctx } from '../platform/ctx.ts'
import { selectStaffNames, selectStaffOfUnit } from './staff-names.sql.ts'

/** Colleagues who hold a post in this unit today. Whoever calls has seen that the asker may know them. */
export const staffOfUnit = (
  { district, clock }: Pick<Ctx, 'district' | 'clock'>,
  unitId: string,
): Promise<{ accountId: string; name: string }[]> =>
  selectStaffOfUnit(district.pools.reader, unitId, dayOf(clock.now(), district.timeZone))

/** As colleagues call them, by account; of an account that was closed nothing. Whoever calls has seen that the asker may know. */
export const staffNames = (
  { district }: Pick<Ctx, 'district'>,
  accountIds: readonly string[],
): Promise<Map<string, string>> => selectStaffNames(district.pools.reader, accountIds)
