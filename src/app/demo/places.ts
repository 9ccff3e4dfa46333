import type { Random } from '../../kernel/random.ts'
import type { DemoArea } from './district.ts'
import type { Setting } from './troubles/trouble.ts'

export interface PickedPlace {
  /** Code of the area that a report names: a building, or a grid where it is out of doors. */
  readonly placeCode: string
  readonly gridCode: string
  readonly buildingNumber: number | null
}

const fits: Readonly<Record<Exclude<Setting, 'outside'>, readonly string[]>> = {
  managed: ['new', 'old'],
  yard: ['unmanaged'],
  estate: ['new', 'old', 'unmanaged'],
}

/** Where in a community a trouble can be met. */
export function placesIn(areas: readonly DemoArea[]) {
  const partsOf = Map.groupBy(areas, ({ parentCode }) => parentCode)
  const parts = (code: string): readonly DemoArea[] => partsOf.get(code) ?? []
  const estates = (communityCode: string, setting: Setting): DemoArea[] =>
    setting === 'outside'
      ? []
      : parts(communityCode)
          .flatMap(({ code }) => parts(code))
          .filter(({ estateKind }) => fits[setting].includes(estateKind!))
  return {
    /** Whether the community has such a place. */
    has: (communityCode: string, setting: Setting): boolean =>
      setting === 'outside' || estates(communityCode, setting).length > 0,
    /** One such place, or a grid where there is none. */
    pick: (communityCode: string, setting: Setting, random: Random): PickedPlace => {
      const found = estates(communityCode, setting)
      if (found.length === 0) {
        const { code } = random.pick(parts(communityCode))
        return { placeCode: code, gridCode: code, buildingNumber: null }
      }
      const estate = random.pick(found)
      const buildings = parts(estate.code)
      const number = random.below(buildings.length)
      return {
        placeCode: buildings[number]!.code,
        gridCode: estate.parentCode!,
        buildingNumber: number + 1,
      }
    },
  }
}
