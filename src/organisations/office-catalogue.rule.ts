import type { OfficeKind, UsualOffice } from './body.contract.ts'
import type { UnitKind } from './contract.ts'

/** A title that a kind of body usually has, as it held from one day to another (YYYY-MM-DD; `to` is the first day without). */
interface CatalogueRow extends UsualOffice {
  readonly from: string
  readonly to: string | null
}

type Basis = NonNullable<UsualOffice['basis']>
interface Rule {
  readonly termMonths: number | null
  readonly basis: Basis | null
  readonly from: string
  readonly to?: string
}

const always = '1990-01-01'
const appointed: Rule = { termMonths: null, basis: null, from: always }

const party: Basis = { law: '中国共产党章程', article: '第三十一条', date: '2022-10-22' }
/** Three to five years: committees of communities five, branches three, as the usual beginning. */
const partyCommittee: Rule = { termMonths: 60, basis: party, from: always }
const partyBranch: Rule = { termMonths: 36, basis: party, from: always }

const committeeLaw = (article: string, date: string): Basis => ({
  law: '城市居民委员会组织法',
  article,
  date,
})
/** Five years since the change of 2018, three before; villages' committees likewise (村民委员会组织法 第十一条). */
const committeeTerms = (article: string): readonly Rule[] => [
  { termMonths: 36, basis: committeeLaw(article, '1989-12-26'), from: always, to: '2018-12-29' },
  { termMonths: 60, basis: committeeLaw(article, '2018-12-29'), from: '2018-12-29' },
]
/** The owners' own rules of procedure say how long; three to five years where local rules bound it. */
const owners: Rule = {
  termMonths: 60,
  basis: { law: '物业管理条例', article: '第十八条', date: '2018-03-19' },
  from: always,
}

type Title = readonly [title: string, zh: string, en: string, kind: OfficeKind, seats: number]

const rowsOf = (titles: readonly Title[], ...rules: readonly Rule[]): CatalogueRow[] =>
  titles.flatMap(([title, nameZh, nameEn, kind, seats]) =>
    rules.map(({ termMonths, basis, from, to = null }) => ({
      title,
      nameZh,
      nameEn,
      kind,
      seats,
      termMonths,
      basis,
      from,
      to,
    })),
  )

const head = (zh: string, en: string): Title => ['head', zh, en, 'head', 1]
const committeeTitles: readonly Title[] = [
  ['director', '主任', 'Director', 'head', 1],
  ['deputy_director', '副主任', 'Deputy director', 'deputy', 1],
  // 主任、副主任和委员共五至九人 (第七条)
  ['member', '委员', 'Member', 'member', 5],
]

/** The offices that each kind of body usually has. What a body decides otherwise stands in its own offices. */
const catalogue: Readonly<Record<UnitKind, readonly CatalogueRow[]>> = {
  party_committee: rowsOf(
    [
      ['secretary', '书记', 'Secretary', 'head', 1],
      ['deputy_secretary', '副书记', 'Deputy secretary', 'deputy', 1],
      ['member', '委员', 'Member', 'member', 3],
      ['part_time_member', '兼职委员', 'Part-time member', 'part_time', 3],
    ],
    partyCommittee,
  ),
  party_branch: rowsOf(
    [
      ['secretary', '书记', 'Secretary', 'head', 1],
      ['member', '委员', 'Member', 'member', 2],
    ],
    partyBranch,
  ),
  party_group: rowsOf([head('党小组长', 'Group leader')], appointed),
  community: rowsOf(committeeTitles, ...committeeTerms('第八条')),
  sub_committee: rowsOf(
    [
      ['director', '主任', 'Director', 'head', 1],
      ['member', '委员', 'Member', 'member', 3],
    ],
    ...committeeTerms('第十三条'),
  ),
  residents_group: rowsOf([head('居民小组长', 'Residents’ group leader')], ...committeeTerms('第十四条')),
  owners_committee: rowsOf(
    [
      ['chair', '主任', 'Chair', 'head', 1],
      ['vice_chair', '副主任', 'Vice-chair', 'deputy', 1],
      ['member', '委员', 'Member', 'member', 3],
    ],
    owners,
  ),
  property_firm: rowsOf([head('项目负责人', 'Site manager')], appointed),
  service_centre: rowsOf([head('主任', 'Director')], appointed),
  street_office: rowsOf([head('主任', 'Director')], appointed),
  street_team: rowsOf([head('负责人', 'Head')], appointed),
  department: rowsOf([head('负责人', 'Head')], appointed),
  centre: rowsOf([head('主任', 'Director')], appointed),
  social_organisation: rowsOf([head('负责人', 'Head')], appointed),
  resident_institution: rowsOf(
    [head('负责人', 'Head'), ['party_head', '党组织负责人', 'Head of its Party organisation', 'staff', 1]],
    appointed,
  ),
}

/** The offices that a kind of body usually has on a day (YYYY-MM-DD), each with its law. */
export const usualOffices = (kind: UnitKind, day: string): UsualOffice[] =>
  catalogue[kind]
    .filter(({ from, to }) => from <= day && (to === null || day < to))
    .map(({ from: _from, to: _to, ...office }) => office)
