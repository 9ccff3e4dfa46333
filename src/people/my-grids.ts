import type { Area, AreaStep } from '../areas/contract.ts'
import { type Atlas, atlasOf } from '../areas/door.ts'
import type { Unit } from '../organisations/contract.ts'
import { unitsServing } from '../organisations/door.ts'
import { dayOf } from '../platform/clock.ts'
import type { Ctx, WhoPost } from '../platform/ctx.ts'
import type { PostKind } from './contract.ts'
import type { MyGrid, MyGrids, Plate, ServingUnit } from './my-grids.contract.ts'
import { type PublicPost, selectGridWorkers } from './post.sql.ts'

/** The grids that the asker's posts look after, each once. One query for all units, one for all people. */
export async function myGrids(ctx: Ctx): Promise<MyGrids> {
  ctx.must('grid.see')
  const atlas = await atlasOf(ctx)
  const grids = gridsOf(atlas, ctx.who.posts)
  if (grids.length === 0) return { grids: [] }
  const day = dayOf(ctx.clock.now(), ctx.district.timeZone)
  const { units, people } = await ctx.read(async (tx) => ({
    units: await unitsServing(
      tx,
      grids.flatMap(({ grid }) => [...grid.path, ...placesIn(atlas, grid).map((place) => place.id)]),
    ),
    people: await selectGridWorkers(
      tx,
      grids.flatMap(({ grid }) => neighboursOf(atlas, grid).map((area) => area.id)),
      day,
    ),
  }))
  return { grids: grids.map(({ grid, post }) => told(atlas, grid, post, units, people)) }
}

interface OwnGrid {
  readonly grid: Area
  readonly post: PostKind
}

function gridsOf(atlas: Atlas, posts: readonly WhoPost[]): OwnGrid[] {
  const own = new Map<string, OwnGrid>()
  for (const { kind, areaId } of posts) {
    const grid = atlas.get(areaId)
    const looksAfter = kind === 'grid_worker' || kind === 'grid_leader'
    if (looksAfter && grid && !grid.ended && !own.has(areaId)) own.set(areaId, { grid, post: kind })
  }
  // Posts of one moment come in no order of their own.
  return [...own.values()].sort((a, b) => (a.grid.code < b.grid.code ? -1 : 1))
}

/** Estates and buildings of a grid, as deep as they go. */
const placesIn = (atlas: Atlas, area: Area): Area[] =>
  atlas.partsOf(area.id).flatMap((part) => [part, ...placesIn(atlas, part)])

/** The grids of the same community, the own one among them. */
const neighboursOf = (atlas: Atlas, grid: Area): readonly Area[] => {
  const community = atlas.communityOf(grid)
  return community ? atlas.partsOf(community.id).filter(({ kind }) => kind === 'grid') : [grid]
}

const plateOf = ({ id, nameZh, nameEn, placeCode }: Area): Plate => ({ id, nameZh, nameEn, placeCode })

function told(
  atlas: Atlas,
  grid: Area,
  post: PostKind,
  units: readonly Unit[],
  people: readonly PublicPost[],
): MyGrid {
  const serving = (areaId: string): ServingUnit[] =>
    units
      .filter((unit) => unit.areaId === areaId)
      .map(({ id, kind, nameZh, nameEn, phone }) => ({
        id,
        kind,
        nameZh,
        nameEn,
        phone,
        serves: atlas.known(areaId).kind,
      }))
  const parts = atlas.partsOf(grid.id)
  return {
    ...plateOf(grid),
    post,
    steps: atlas.stepsOf(grid),
    estates: parts
      .filter(({ kind }) => kind === 'estate')
      .map((estate) => ({
        ...plateOf(estate),
        estateKind: estate.estateKind,
        buildings: atlas.partsOf(estate.id).map(plateOf),
        units: serving(estate.id),
      })),
    buildings: parts.filter(({ kind }) => kind === 'building').map(plateOf),
    units: grid.path.toReversed().flatMap(serving),
    people: peopleNear(atlas, grid, people),
  }
}

function peopleNear(atlas: Atlas, grid: Area, people: readonly PublicPost[]): MyGrid['people'] {
  const near = new Map<string, AreaStep>(
    neighboursOf(atlas, grid).map(({ id, kind, nameZh, nameEn }) => [id, { id, kind, nameZh, nameEn }]),
  )
  return people
    .flatMap(({ areaId, ...person }) => {
      const place = near.get(areaId)
      return place ? [{ ...person, grid: place }] : []
    })
    .sort((one, other) => Number(other.grid.id === grid.id) - Number(one.grid.id === grid.id))
}
