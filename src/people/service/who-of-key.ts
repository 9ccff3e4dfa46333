import { Refusal } from '../../kernel/refusal.ts'
import type { Clock } from '../../platform/clock.ts'
import { dayOf } from '../../platform/clock.ts'
import type { District, Who } from '../../platform/ctx.ts'
import { gather } from '../../platform/gather.ts'
import { findKeys, noteKeyUse } from './service.sql.ts'
import { hashKey, whoOfKey } from './service-key.rule.ts'

const usedHours = 1

/**
 * Tells who comes with a key: one indexed query, shared by all who ask at the same time. Whatever opens nothing, made up,
 * stopped, ended or of an account that has ended, is refused alike: `sign_in_needed`.
 */
export function whoOfKeys({ pools, timeZone }: District, clock: Clock): (key: string) => Promise<Who> {
  const find = gather(async (hashes: readonly string[]) => {
    const now = clock.now()
    return findKeys(pools.auth, hashes, now, dayOf(now, timeZone))
  })
  return async (key) => {
    const found = await find(hashKey(key).toString('hex'))
    if (!found) throw new Refusal('sign_in_needed')
    const now = clock.now()
    if (found.usedAt === null || now.since(found.usedAt).total('hours') >= usedHours)
      await noteKeyUse(pools.auth, found.key.id, now)
    return whoOfKey(found.key)
  }
}
