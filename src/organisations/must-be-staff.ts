import { Refusal } from '../kernel/refusal.ts'
import type { Ctx } from '../platform/ctx.ts'

/**
 * For what every member of staff may look up and nobody else: refuses `sign_in_needed`, and `not_permitted` to residents
 * and to programs, whose keys open the acts that they name and nothing beside.
 */
export function mustBeStaff({ who }: Pick<Ctx, 'who'>, act = 'unit.see'): void {
  if (who.kind === 'anonymous') throw new Refusal('sign_in_needed')
  const isProgram = who.posts.length > 0 && who.posts.every(({ kind }) => kind === 'service')
  if (who.kind === 'resident' || isProgram) throw new Refusal('not_permitted', { act })
}
