import { nameIn } from '../kernel/names.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { SentList, SheetLanguage } from '../platform/sheet/send-sheet.ts'
import { readStandingAreas } from './area.sql.ts'
import { atlasOf } from './atlas.ts'
import type { Area, AreaKind, Shape } from './contract.ts'

interface Words {
  readonly title: string
  readonly header: readonly string[]
  readonly kinds: Readonly<Record<AreaKind, string>>
  readonly below: string
}

const words: Readonly<Record<SheetLanguage, Words>> = {
  zh: {
    title: '区域',
    header: ['编号', '级别', '名称', '英文名称', '上级编号', '所在', '二维码编号'],
    kinds: {
      district: '区',
      street: '街道（镇）',
      community: '社区（村）',
      grid: '网格',
      estate: '小区',
      building: '楼栋',
      home: '房屋',
    },
    below: '范围',
  },
  en: {
    title: 'Areas',
    header: ['Code', 'Kind', 'Name', 'English name', 'Code of the area above', 'Way', 'QR code'],
    kinds: {
      district: 'district',
      street: 'street or town',
      community: 'community or village',
      grid: 'grid',
      estate: 'estate',
      building: 'building',
      home: 'home',
    },
    below: 'Within',
  },
}

/** Areas that stand, those of one area where it is named (itself among them), as a list that goes out. */
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
    said.kinds[area.kind],
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
    header: said.header,
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
