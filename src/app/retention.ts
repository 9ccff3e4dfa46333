import { atlasOf } from '../areas/door.ts'
import { forgetOldContacts } from '../cases/door.ts'
import { forgetOldDeliveries } from '../notices/door.ts'
import { applyRetention, peopleKeepers, systemCtx } from '../people/door.ts'
import type { Ctx } from '../platform/ctx.ts'
import { forgetRequests } from '../platform/sweep.ts'
import { forgetOldHeard } from '../visits/door.ts'

/** Who takes away what has had its time, by rule: each room its own rows. */
const keepers: Parameters<typeof applyRetention>[1] = {
  ...peopleKeepers,
  request_ids: ({ district }, before) => forgetRequests(district, before),
  reporter_contacts: forgetOldContacts,
  deliveries: forgetOldDeliveries,
  visit_words: forgetOldHeard,
}

/** The night's round of the rules of retention; nothing is done twice a day, nor before a district is set up. */
export async function keepTerms(parts: Pick<Ctx, 'district' | 'clock' | 'log'>): Promise<boolean> {
  const atlas = await atlasOf(parts)
  return atlas.isEmpty ? false : applyRetention(systemCtx(parts, [atlas.district.id]), keepers)
}
