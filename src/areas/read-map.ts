import { createHash } from 'node:crypto'
import { Refusal } from '../kernel/refusal.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { TileSettings } from '../platform/settings.ts'
import { readShapesOf } from './area.sql.ts'
import type { Atlas } from './atlas.rule.ts'
import { atlasOf } from './atlas.ts'
import type { Area, Shape } from './contract.ts'
import { labelPoint } from './label-point.rule.ts'
import type { MapArea, MapAreas, MapAreasQuery, MapBox, MapCard } from './map.contract.ts'
import { boxOf, polygonsOf } from './shape.rule.ts'
import { simplifyTogether } from './simplify.rule.ts'

/** A page of the map with the mark by which a browser asks whether it is still the same. */
export interface MapPage {
  readonly page: MapAreas
  readonly etag: string
}

/** Pages that were asked for, as long as their atlas is in memory: a change of areas brings another atlas. */
const pages = new WeakMap<Atlas, Map<string, Promise<MapPage>>>()

/** What every map begins with: the tiles of the settings, and the box around the district. The map is public. */
export async function readMapCard(ctx: Ctx, tiles: TileSettings | null): Promise<MapCard> {
  const atlas = await atlasOf(ctx)
  const box = atlas.isEmpty ? null : (await readMapAreas(ctx, {})).page.box
  return { tiles: tiles && { ...tiles, attribution: tiles.attribution ?? hostOf(tiles.template) }, box }
}

const hostOf = (template: string): string => (template.startsWith('/') ? '' : new URL(template).host)

/** What lies in an area, simplified for a screen; from memory once it was asked for. Refuses `not_found`. */
export async function readMapAreas(ctx: Ctx, { under, level }: MapAreasQuery): Promise<MapPage> {
  const atlas = await atlasOf(ctx)
  const area = under === undefined ? atlas.district : atlas.get(under)
  if (!area) throw new Refusal('not_found')
  const known = pages.get(atlas) ?? new Map<string, Promise<MapPage>>()
  pages.set(atlas, known)
  const key = `${area.id} ${level ?? ''}`
  const kept = known.get(key)
  if (kept) return kept
  const drawn = draw(ctx, atlas, area, level)
  known.set(key, drawn)
  drawn.catch(() => known.delete(key))
  return drawn
}

async function draw(ctx: Ctx, atlas: Atlas, area: Area, level: MapAreasQuery['level']): Promise<MapPage> {
  const areas = level === undefined ? atlas.partsOf(area.id) : below(atlas, area, level)
  const ids = [area, ...areas].map(({ id }) => id)
  const shapes = await ctx.read((tx) => readShapesOf(tx, ids))
  const having = ids.filter((id) => shapes.has(id))
  const simple = simplifyTogether(having.map((id) => shapes.get(id)!))
  const byId = new Map(having.map((id, at) => [id, simple[at]!]))
  const [under, ...others] = [area, ...areas].map((each) => mapArea(atlas, each, byId.get(each.id) ?? null))
  const page = { under: under!, areas: others, box: boxAround(simple) }
  return { page, etag: `"${createHash('sha256').update(JSON.stringify(page)).digest('base64url')}"` }
}

const below = (atlas: Atlas, area: Area, kind: Area['kind']): readonly Area[] =>
  atlas.partsOf(area.id).flatMap((part) => (part.kind === kind ? [part] : below(atlas, part, kind)))

const mapArea = (atlas: Atlas, area: Area, shape: Shape | null): MapArea => ({
  id: area.id,
  code: area.code,
  kind: area.kind,
  nameZh: area.nameZh,
  nameEn: area.nameEn,
  parts: atlas.partsOf(area.id).length,
  at: shape && labelPoint(shape),
  shape,
})

const boxAround = (shapes: readonly Shape[]): MapBox | null =>
  shapes.length === 0 ? null : [...boxOf(shapes.flatMap(polygonsOf))]
