import type { EstateKind } from '../areas/contract.ts'
import type { Checklist, ChecklistItem } from './contract.ts'
import { startingChecklist } from './starting-checklists.rule.ts'

/** Lists that were announced, each with its id and area. */
export type AnnouncedList = Omit<Checklist, 'id' | 'area' | 'validFrom'> & {
  readonly id: string
  readonly areaId: string
  readonly validFrom: string
}

/**
 * What counts on a day (YYYY-MM-DD) for a kind of estate at a place: the latest list of the narrowest area on the way to
 * it, so that a street's goes before the district's; before any, the one that Linli comes with.
 */
export function listOn(
  day: string,
  path: readonly string[],
  estateKind: EstateKind,
  announced: readonly AnnouncedList[],
): AnnouncedList | null {
  const rank = ({ areaId, validFrom }: AnnouncedList) => `${path.indexOf(areaId)}/${validFrom}`
  const counting = announced.filter(
    (list) => list.estateKind === estateKind && list.validFrom <= day && path.includes(list.areaId),
  )
  return counting.sort((a, b) => (rank(a) < rank(b) ? -1 : 1)).at(-1) ?? null
}

/** The things and the period of a list, or of the one that Linli comes with. */
export const contentOf = (
  list: AnnouncedList | null,
  estateKind: EstateKind,
): Pick<Checklist, 'items' | 'periodDays'> => list ?? startingChecklist(estateKind)

/**
 * What a thing was called on the list by which it was looked at. A list is never changed; of the one that Linli comes with
 * a later version may have let a thing go: then its code stands for it.
 */
export function itemOn(list: AnnouncedList | null, estateKind: EstateKind, code: string): ChecklistItem {
  const known = contentOf(list, estateKind).items.find((item) => item.code === code)
  return known ?? { code, kind: 'hazard', zh: code, en: code, matter: null, basis: null }
}
