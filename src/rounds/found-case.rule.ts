import type { FoundCase, ItemState } from './contract.ts'

/** Whether a case is still being worked at. */
export const isOpen = ({ state }: Pick<FoundCase, 'state'>): boolean =>
  state === 'open' || state === 'reopened'

/** Whether a finding stands open: something is wrong, and no case of it is over, or one is not. */
export const standsOpen = ({
  state,
  cases,
}: {
  readonly state: ItemState
  readonly cases: readonly Pick<FoundCase, 'state'>[]
}): boolean => state === 'found' && (cases.length === 0 || cases.some(isOpen))
