import type { Matter } from '../../matters/contract.ts'
import { firstBy } from './first.rule.ts'
import type { Mode } from './mode.rule.ts'

/**
 * How much of its usual time, in per cent, a unit gets to whom a case is handed while these are on: as much as the real
 * emergency says that puts the case first. It is written with the hand-over, so that no clock that runs is moved.
 */
export function shareFor(
  on: readonly Mode[],
  { path, drillId }: { readonly path: readonly string[]; readonly drillId: string | null },
  matter: string,
): number {
  return drillId === null ? (firstBy({ matter, path, drillId }, on)?.limitPercent ?? 100) : 100
}

/** The matter with a share of its time to solve it, never less than one of its unit. */
export function hurried<M extends Pick<Matter, 'resolution'>>(matter: M, percent: number): M {
  if (percent >= 100) return matter
  const amount = Math.max(1, Math.ceil((matter.resolution.amount * percent) / 100))
  return { ...matter, resolution: { ...matter.resolution, amount } }
}
