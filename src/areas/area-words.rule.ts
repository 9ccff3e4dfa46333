import type { AreaKind } from './contract.ts'

/** What sheets call each kind of area; a sheet that comes in may say the code, either language, or what offices say besides. */
export const areaKindWords: Readonly<Record<AreaKind, { readonly zh: string; readonly en: string }>> = {
  district: { zh: '区', en: 'district' },
  street: { zh: '街道（镇）', en: 'street or town' },
  community: { zh: '社区（村）', en: 'community or village' },
  grid: { zh: '网格', en: 'grid' },
  estate: { zh: '小区', en: 'estate' },
  building: { zh: '楼栋', en: 'building' },
  home: { zh: '房屋', en: 'home' },
}

const alsoCalled: Readonly<Record<string, AreaKind>> = {
  县: 'district',
  区县: 'district',
  街道: 'street',
  镇: 'street',
  乡: 'street',
  乡镇: 'street',
  town: 'street',
  社区: 'community',
  村: 'community',
  village: 'community',
  楼: 'building',
  栋: 'building',
}

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s/g, '')

const byWord: ReadonlyMap<string, AreaKind> = new Map([
  ...Object.entries(alsoCalled).map(([word, kind]) => [plain(word), kind] as const),
  ...Object.entries(areaKindWords).flatMap(([code, { zh, en }]) =>
    [code, zh, en].map((word) => [plain(word), code as AreaKind] as const),
  ),
])

/** The kind of area that a cell names, or null. */
export const areaKindOf = (text: string): AreaKind | null => byWord.get(plain(text)) ?? null

/** The columns of a sheet of areas, as one goes out and comes in. */
export const areaColumns = {
  zh: { code: '编号', kind: '级别', name: '名称', nameEn: '英文名称', parent: '上级编号' },
  en: { code: 'Code', kind: 'Kind', name: 'Name', nameEn: 'English name', parent: 'Code of the area above' },
} as const
