import type { Checklist, EndRound, EstateItem, ItemState } from '../../../rounds/contract.ts'

/** How a thing was ticked on this phone. */
export interface Tick {
  readonly state: ItemState
  readonly findingId: string | null
}

/** A round as it is being walked: what of it survives a closed page. */
export interface Walk {
  readonly roundId: string
  readonly startedAt: string
  readonly ticks: Readonly<Record<string, Tick>>
}

type Known = Pick<EstateItem, 'item' | 'state' | 'findingId' | 'checkedAt' | 'cases'>

/** What still stands open of a thing: it is shown before anybody asks, so that nothing is entered twice. */
export function openFinding(known: Known | undefined): Known | null {
  if (known?.state !== 'found') return null
  const isOpen = known.cases.some(({ state }) => state === 'open' || state === 'reopened')
  return known.cases.length === 0 || isOpen ? known : null
}

/** The things that are not ticked yet and of which nothing stands open: those alone can be called fine in one tap. */
export const untouched = (
  { items }: Pick<Checklist, 'items'>,
  { ticks }: Pick<Walk, 'ticks'>,
  known: readonly Known[],
): string[] =>
  items
    .map(({ code }) => code)
    .filter((code) => !ticks[code] && openFinding(known.find(({ item }) => item === code)) === null)

/** The things that are not ticked yet. */
export const leftOf = ({ items }: Pick<Checklist, 'items'>, { ticks }: Pick<Walk, 'ticks'>): string[] =>
  items.map(({ code }) => code).filter((code) => !ticks[code])

export const countTicks = ({ ticks }: Pick<Walk, 'ticks'>, state: ItemState): number =>
  Object.values(ticks).filter((tick) => tick.state === state).length

/** What is sent when the round has ended: what the list holds, and no tick of a list that was replaced meanwhile. */
export const roundOf = (
  areaId: string,
  list: Pick<Checklist, 'id' | 'items'>,
  { roundId, startedAt, ticks }: Walk,
): Omit<EndRound, 'requestId' | 'occurredAt'> => ({
  roundId,
  areaId,
  startedAt,
  checklistId: list.id,
  results: list.items.flatMap(({ code }) => {
    const tick = ticks[code]
    return tick ? [{ item: code, ...tick }] : []
  }),
})
