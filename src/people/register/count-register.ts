import type { Area } from '../../areas/contract.ts'
import { type Atlas, atlasOf } from '../../areas/door.ts'
import { heldBack } from '../../kernel/small-numbers.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { mayAct } from '../permission.rule.ts'
import { countFlags } from './consent.sql.ts'
import { CareKind } from './contract.ts'
import { countHomes, type HomeCount, type Within } from './home.sql.ts'
import { todayOf } from './person-facts.ts'
import type { RegisterCounts } from './read.contract.ts'

/**
 * How many homes there are in the parts of an area, and how many people live in them. The centre counts the district
 * and sees nobody. Care is counted for those who see persons there, by kind, and held back where it is few (Care 8).
 */
export async function countRegister(ctx: Ctx, areaId: string): Promise<RegisterCounts> {
  const atlas = await atlasOf(ctx)
  const area = atlas.known(areaId)
  const at = { path: area.path }
  const seesPersons = mayAct(ctx.who, 'register.see', at)
  if (!seesPersons) ctx.must('register.count', at)
  return ctx.read(async (tx) => {
    const counts = await countHomes(tx, areaId, withinOf(atlas, area))
    const communityIds = communitiesOf(atlas, area)
    const flags = seesPersons ? await countFlags(tx, { areaId, communityIds }, todayOf(ctx)) : null
    const care = flags && heldBack(CareKind.options.map((kind) => flags.get(kind) ?? 0))
    return {
      parts: partsOf(atlas, areaId, counts),
      care: care && CareKind.options.map((kind, index) => ({ kind, count: care.parts[index]! })),
      careWhole: care?.whole ?? null,
    }
  })
}

const idOf = (atlas: Atlas, { path }: Area, kind: Area['kind']): string | null =>
  path.find((id) => atlas.get(id)?.kind === kind) ?? null

/** The community that the area is or lies in, or all that it holds: whoever needs care is counted where they live. */
function communitiesOf(atlas: Atlas, area: Area): string[] {
  const own = idOf(atlas, area, 'community')
  const held = () => atlas.below(area).filter(({ kind }) => kind === 'community')
  return own === null ? held().map(({ id }) => id) : [own]
}

function withinOf(atlas: Atlas, area: Area): Within | null {
  for (const kind of ['grid', 'community', 'street'] as const) {
    const id = idOf(atlas, area, kind)
    if (id !== null) return { column: `${kind}_id`, id }
  }
  return null
}

/** Sums by the part of the area that holds each building; homes of the area itself come last. */
function partsOf(atlas: Atlas, areaId: string, counts: readonly HomeCount[]): RegisterCounts['parts'] {
  const order = [...atlas.partsOf(areaId).map(({ id }) => id), areaId]
  const byPart = Map.groupBy(
    counts,
    ({ buildingPath }) => buildingPath[buildingPath.indexOf(areaId) + 1] ?? areaId,
  )
  return order.flatMap((id) => {
    const area = atlas.get(id)
    const own = byPart.get(id)
    if (!area || (!own && id === areaId)) return []
    const sum = (of: (count: HomeCount) => number) => (own ?? []).reduce((all, count) => all + of(count), 0)
    const { kind, nameZh, nameEn } = area
    return [
      {
        area: { id, kind, nameZh, nameEn },
        homes: sum(({ homes }) => homes),
        empty: sum(({ empty }) => empty),
        living: sum(({ living }) => living),
        renting: sum(({ renting }) => renting),
      },
    ]
  })
}
