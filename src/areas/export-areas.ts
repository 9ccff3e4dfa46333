import { nameIn } from '../kernel/names.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { SentList, SheetLanguage } from '../platform/sheet/send-sheet.ts'
import { readStandingAreas } from './area.sql.ts'
import { areaColumns, areaKindWords } from './area-words.rule.ts'
import { atlasOf } from './atlas.ts'
import type { Area, Shape } from './contract.ts'

const words: Readonly<Record<SheetLanguage, Readonly<Record<'title' | 'below' | 'way' | 'qr', string>>>> = {
  zh: { title: '区域', below: '范围', way: '所在', qr: '二维码编号' },
  en: { title: 'Areas', below: 'Within', way: 'Way', qr: 'QR code' },
}

/**
 * Areas that stand, those of one area where it is named (itself among them), as a list that goes out. Filled in further it
 * comes in again: before there is a map it is the sheet to begin with.
 */
export async function areaSheet(
  ctx: Ctx,
  { areaId, language }: { readonly areaId?: string | undefined; readonly language: SheetLanguage },
): Promise<SentList> {
  ctx.must('export.run')
  const atlas = await atlasOf(ctx)
  const said = words[language]
  const top = areaId === undefined ? atlas.district : atlas.known(areaId)
  const rowOf = (area: Area) => [
    area.code,
    areaKindWords[area.kind][language],
    area.nameZh,
    area.nameEn,
    area.parentId && (atlas.get(area.parentId)?.code ?? null),
    atlas
      .stepsOf(area)
      .map((step) => nameIn(language, step))
      .join(' / '),
    area.placeCode,
  ]
  return {
    fileName: 'areas',
    chain: atlas.district.id,
    title: said.title,
    filters: areaId === undefined ? [] : [[said.below, nameIn(language, top)]],
    header: [...Object.values(areaColumns[language]), said.way, said.qr],
    rows: atlas.below(top).map(rowOf),
    language,
  }
}

interface AreaFeature {
  readonly type: 'Feature'
  readonly properties: Readonly<Record<'code' | 'name' | 'nameEn' | 'kind' | 'parent', string>>
  readonly geometry: Shape | null
}

/**
 * Every area that stands with its outline (GeoJSON, WGS-84), in the form in which areas come in: the same file imported
 * again changes nothing. Refuses `area_unknown` before there is a map.
 */
export async function areasGeoJson(
  ctx: Ctx,
): Promise<{ readonly type: 'FeatureCollection'; readonly features: readonly AreaFeature[] }> {
  ctx.must('export.run')
  const all = [...(await ctx.read(readStandingAreas)).values()].filter(({ ended }) => !ended)
  if (all.length === 0) throw new Refusal('area_unknown')
  const codes = new Map(all.map(({ id, code }) => [id, code]))
  const features = all.map(
    ({ code, nameZh, nameEn, kind, parentId, shape }): AreaFeature => ({
      type: 'Feature',
      properties: { code, name: nameZh, nameEn, kind, parent: codes.get(parentId ?? '') ?? '' },
      geometry: shape,
    }),
  )
  return { type: 'FeatureCollection', features }
}
