import type pg from 'pg'
import type { Random } from '../../../kernel/random.ts'

/** A community of the city: where its cases may be, and who acts there. */
export interface Community {
  readonly id: string
  readonly nameZh: string
  readonly streetId: string
  /** Paths of its grids, estates and buildings, by their length. */
  readonly spots: ReadonlyMap<number, readonly (readonly string[])[]>
  /** The unit that stands for another community's one: the same kind and line in this street or community. */
  readonly unitFor: (unitId: string) => string
  /** How often something is reported here, beside the others. */
  readonly weight: number
}

interface UnitRow {
  readonly id: string
  readonly code: string
  readonly kind: string
  readonly area_kind: string
  readonly area_code: string
  readonly path: readonly string[]
}

/** Communities with uneven weights: few report very much, most report little (Zipf). */
export async function readCommunities(owner: pg.Client, random: Random): Promise<Community[]> {
  const { rows: areas } = await owner.query<{ id: string; kind: string; name_zh: string; path: string[] }>(
    `select id, kind, name_zh, path from areas where valid_to is null order by code`,
  )
  const { rows: units } = await owner.query<UnitRow>(
    `select u.id, u.code, u.kind, a.kind as area_kind, a.code as area_code, a.path
     from units u join areas a on a.id = u.area_id order by u.code`,
  )
  const byCode = new Map(units.map((unit) => [unit.code, unit]))
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const codes = new Map(units.map(({ path, area_code }) => [path.at(-1)!, area_code]))
  const spotAreas = Map.groupBy(
    areas.filter(({ kind }) => kind === 'grid' || kind === 'estate' || kind === 'building'),
    ({ path }) => path[2]!,
  )
  const firms = Map.groupBy(
    units.filter(({ kind }) => kind === 'property_firm'),
    ({ path }) => path[2]!,
  )
  const communities = random.shuffled(areas.filter(({ kind }) => kind === 'community'))
  return communities.map(({ id, name_zh, path }, rank): Community => {
    const streetId = path[1]!
    const unitFor = (unitId: string): string => {
      const unit = byId.get(unitId)!
      if (unit.area_kind === 'district') return unitId
      if (unit.kind === 'property_firm')
        return (firms.get(id)?.[0] ?? byCode.get(`${codes.get(id)}-services`))?.id ?? unitId
      const stem = unit.area_kind === 'street' ? unit.area_code.slice(0, 9) : unit.area_code
      const here = codes.get(unit.area_kind === 'street' ? streetId : id)!
      const code = unit.code.replace(stem, unit.area_kind === 'street' ? here.slice(0, 9) : here)
      return byCode.get(code)?.id ?? unitId
    }
    const spots = Map.groupBy(
      (spotAreas.get(id) ?? []).map((area) => area.path),
      (spot) => spot.length,
    )
    return { id, nameZh: name_zh, streetId, spots, unitFor, weight: 1 / (rank + 4) ** 0.8 }
  })
}

/** Draws by weight, in a few steps however many there are. */
export function drawer<T>(items: readonly T[], weightOf: (item: T) => number, random: Random): () => T {
  const sums: number[] = []
  let sum = 0
  for (const item of items) {
    sum += weightOf(item)
    sums.push(sum)
  }
  return () => {
    const wanted = random.next() * sum
    let [low, high] = [0, items.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if (sums[middle]! > wanted) high = middle
      else low = middle + 1
    }
    return items[low]!
  }
}
