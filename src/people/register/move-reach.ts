import type { Area } from '../../areas/contract.ts'
import { atlasOf } from '../../areas/door.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { moveImportedFiles } from './import/move-files.ts'
import { moveHomes } from './move-reach.sql.ts'
import { registerPlace } from './place.ts'
import { settle } from './settle.ts'

/** So many buildings are moved in one transaction: the people of about a thousand homes. */
const batch = 20

/**
 * An area got a new parent (区划调整): its homes, its people and the files that name them come into the sight of whoever looks
 * after them now. Run again it changes nothing. Works as the program itself, which sees the district.
 */
export async function moveRegisterReach(ctx: Ctx, areaId: string): Promise<void> {
  ctx.must('area.manage')
  const atlas = await atlasOf(ctx)
  const below = (area: Area): Area[] => [area, ...atlas.partsOf(area.id).flatMap(below)]
  const isWithin = ({ path }: Area) => path.some((id) => atlas.get(id)?.kind === 'community')
  const areas = below(atlas.known(areaId))
  await moveImportedFiles(ctx, areas)
  const places = areas.filter(isWithin).map(({ id }) => registerPlace(atlas, id))
  for (let at = 0; at < places.length; at += batch)
    await ctx.transaction(async (tx) => {
      const people = await moveHomes(tx, places.slice(at, at + batch))
      await settle(ctx, tx, people, [])
    })
}
