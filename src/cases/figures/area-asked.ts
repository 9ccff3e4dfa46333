import type { Area } from '../../areas/contract.ts'
import { type Atlas, atlasOf } from '../../areas/door.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { areasFor } from '../../people/door.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { FiguresArea } from './contract.ts'

/** The area that a wall or a table of figures is about, and the way to it. */
export interface AreaAsked {
  readonly atlas: Atlas
  readonly area: Area
  /** From the widest that the asker sees down to the area. */
  readonly steps: readonly FiguresArea[]
  /** The areas whose rows the asker sees, and the area itself: what was counted in it stands under it. */
  readonly seen: readonly string[]
}

/**
 * The area that was asked for, or the widest that the asker's posts see cases in. Refuses `not_permitted` where they see
 * none there, and `area_unknown`.
 */
export async function areaAsked(ctx: Ctx, areaId: string | undefined): Promise<AreaAsked> {
  ctx.must('case.see')
  const atlas = await atlasOf(ctx)
  const seen = areasFor(ctx.who, 'case.see')
  const area = areaId === undefined ? widest(atlas, seen) : atlas.known(areaId)
  // A unit sees its own cases wherever they are; what else an area counts is not its to know.
  if (!area.path.some((id) => seen.includes(id))) throw new Refusal('not_permitted', { act: 'case.see' })
  const first = area.path.findIndex((id) => seen.includes(id))
  const steps = area.path.slice(first).map((id) => named(atlas.known(id)))
  return { atlas, area, steps, seen: [...seen, area.id] }
}

function widest(atlas: Atlas, seen: readonly string[]): Area {
  const [first] = seen
    .map((id) => atlas.known(id))
    .sort((a, b) => a.path.length - b.path.length || (a.code < b.code ? -1 : 1))
  if (!first) throw new Refusal('not_permitted', { act: 'case.see' })
  return first
}

/** An area as figures name it. */
export const named = ({ id, kind, nameZh, nameEn }: Area): FiguresArea => ({
  id,
  kind,
  zh: nameZh,
  en: nameEn,
})
