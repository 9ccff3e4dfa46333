import type { UnitKind } from './contract.ts'

/** What sheets call each kind of body; the reader takes both languages, the code, and what offices say besides. */
export const bodyKindWords: Readonly<Record<UnitKind, { readonly zh: string; readonly en: string }>> = {
  centre: { zh: '指挥中心', en: 'district centre' },
  department: { zh: '部门', en: 'department' },
  street_office: { zh: '街道办', en: 'street office' },
  street_team: { zh: '街道队伍', en: 'street team' },
  community: { zh: '居委会', en: 'residents’ committee' },
  service_centre: { zh: '服务中心', en: 'service centre' },
  property_firm: { zh: '物业', en: 'property firm' },
  party_committee: { zh: '党委', en: 'Party committee' },
  party_branch: { zh: '党支部', en: 'Party branch' },
  party_group: { zh: '党小组', en: 'Party group' },
  sub_committee: { zh: '下属委员会', en: 'sub-committee' },
  residents_group: { zh: '居民小组', en: 'residents’ group' },
  owners_committee: { zh: '业委会', en: 'owners’ committee' },
  social_organisation: { zh: '社会组织', en: 'social organisation' },
  resident_institution: { zh: '驻区单位', en: 'resident institution' },
}

const alsoCalled: Readonly<Record<string, UnitKind>> = {
  社区: 'community',
  村委会: 'community',
  居民委员会: 'community',
  村民委员会: 'community',
  业主委员会: 'owners_committee',
  物业企业: 'property_firm',
  物业公司: 'property_firm',
  社区党委: 'party_committee',
  党总支: 'party_committee',
  支部: 'party_branch',
  街道办事处: 'street_office',
  便民服务中心: 'service_centre',
}

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s/g, '')

const byWord: ReadonlyMap<string, UnitKind> = new Map([
  ...Object.entries(alsoCalled).map(([word, kind]) => [plain(word), kind] as const),
  ...Object.entries(bodyKindWords).flatMap(([code, { zh, en }]) =>
    [code, zh, en].map((word) => [plain(word), code as UnitKind] as const),
  ),
])

/** The kind of body that a cell names, or null. */
export const bodyKindOf = (text: string): UnitKind | null => byWord.get(plain(text)) ?? null
