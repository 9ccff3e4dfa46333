import type { AreaStep } from '../../../areas/contract.ts'
import type { RoundPlace } from '../../../rounds/contract.ts'
import type { ChosenPlace } from '../../shared/my-place.ts'

/** Of which kinds the areas are on the way to a walked place, the district left out. */
const kinds = ['street', 'community', 'grid', 'estate'] as const

interface Named {
  readonly id: string
  readonly zh: string
  readonly en: string
}

const step = (kind: AreaStep['kind'], { id, zh: nameZh, en: nameEn }: Named): AreaStep => ({
  ...{ id, kind, nameZh, nameEn },
})

/** A walked place, or a building in it, as a report's form names a place. Without the district where it is not known. */
export function placeOfRound(
  district: ChosenPlace | null,
  { way, ...place }: RoundPlace,
  within: Named = place,
): ChosenPlace {
  const above = way.map((area, at) => step(kinds[at] ?? 'estate', area))
  const itself = step(place.kind as AreaStep['kind'], place)
  return {
    id: within.id,
    steps: [
      ...(district?.steps ?? []),
      ...above,
      itself,
      ...(within.id === place.id ? [] : [step('building', within)]),
    ],
  }
}
