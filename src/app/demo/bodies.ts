import type { Random } from '../../kernel/random.ts'
import type { UnitKind } from '../../organisations/contract.ts'
import type { LinkKind } from '../../people/offices/link.contract.ts'
import type { DemoArea } from './district.ts'
import { inventedName } from './person-names.ts'
import type { DemoUnit } from './units.ts'

/** A body of the demonstration district beside those that cases are handed to. */
export interface DemoBody {
  readonly code: string
  readonly kind: UnitKind
  readonly nameZh: string
  readonly nameEn: string
  readonly parentCode: string | null
  readonly areaCode: string
  readonly foundedMonthsAgo: number
}
/** Who holds an office, since so many months before the district is loaded. */
export interface DemoTerm {
  readonly bodyCode: string
  readonly office: string
  readonly personCode: string
  readonly name: string
  readonly startsMonthsAgo: number
}
export interface DemoLink {
  readonly kind: LinkKind
  readonly areaCode: string
  readonly unitCode: string | null
  readonly person: { readonly code: string; readonly name: string } | null
  readonly startsMonthsAgo: number
}
export interface DemoBodies {
  readonly bodies: readonly DemoBody[]
  readonly terms: readonly DemoTerm[]
  readonly links: readonly DemoLink[]
}

const institutions = [
  ['实验小学', 'Primary School'],
  ['人民医院分院', 'Hospital Branch'],
  ['邮政支局', 'Post Office'],
  ['农贸市场', 'Market'],
] as const
const societies = [
  ['书画社', 'Painting Society'],
  ['太极队', 'Tai Chi Team'],
  ['合唱团', 'Choir'],
  ['志愿服务队', 'Volunteers'],
] as const

/** Party organisations, owners' committees, groups, neighbours and links of the district, with invented people. */
export function demoBodies(
  areas: readonly DemoArea[],
  units: readonly DemoUnit[],
  random: Random,
): DemoBodies {
  const bodies: DemoBody[] = []
  const terms: DemoTerm[] = []
  const found = (body: Omit<DemoBody, 'foundedMonthsAgo'>) => {
    bodies.push({ ...body, foundedMonthsAgo: 40 + random.below(80) })
    return body.code
  }
  const hold = (
    bodyCode: string,
    office: string,
    startsMonthsAgo: number,
    person = somebody(random, bodyCode, terms.length),
  ) => {
    terms.push({ bodyCode, office, startsMonthsAgo, ...person })
    return person
  }
  const make: Making = { random, found, hold }
  for (const street of areas.filter(({ kind }) => kind === 'street')) foundStreet(make, street)
  const communities = areas.filter(({ kind }) => kind === 'community')
  for (const [at, community] of communities.entries()) foundCommunity(make, community, at)
  for (const { code, kind } of units) {
    const head = headOf[kind]
    if (head !== undefined) hold(code, head, 2 + random.below(50))
  }
  for (const grid of areas.filter(({ kind }) => kind === 'grid')) foundBranch(make, grid)
  for (const estate of areas.filter(({ kind }) => kind === 'estate')) foundOwners(make, estate)
  return { bodies, terms, links: demoLinks(areas, units, random) }
}

/** Who leads the units that a decision from above fills. */
const headOf: Readonly<Partial<Record<UnitKind, string>>> = {
  centre: '主任',
  department: '负责人',
  street_team: '负责人',
  service_centre: '主任',
}

type Person = Pick<DemoTerm, 'personCode' | 'name'>
interface Making {
  readonly random: Random
  readonly found: (body: Omit<DemoBody, 'foundedMonthsAgo'>) => string
  readonly hold: (bodyCode: string, office: string, startsMonthsAgo: number, person?: Person) => Person
}

const somebody = (random: Random, at: string, number: number): Person => ({
  personCode: `${at}-${number}`,
  name: inventedName(random),
})

/** Within a term of five years, or a little beyond it: some committees are late with their election. */
const fiveYears = (random: Random): number => 3 + random.below(60)
const threeYears = (random: Random): number => 2 + random.below(37)

function foundStreet({ random, found, hold }: Making, { code, nameZh, nameEn }: DemoArea): void {
  const committee = found({
    code: `${code}-party`,
    kind: 'party_committee',
    nameZh: `${nameZh}党${nameZh.endsWith('镇') ? '委' : '工委'}`,
    nameEn: `${nameEn} Party Committee`,
    parentCode: null,
    areaCode: code,
  })
  const secretary = hold(committee, '书记', fiveYears(random))
  hold(committee, '副书记', fiveYears(random))
  hold(`${code.slice(0, 9)}-office`, '主任', 2 + random.below(40), secretary)
}

function foundCommunity({ random, found, hold }: Making, area: DemoArea, at: number): void {
  const { code, nameZh, nameEn, parentCode } = area
  const inside = { areaCode: code }
  const committee = found({
    ...inside,
    code: `${code}-party`,
    kind: 'party_committee',
    nameZh: `${nameZh}党委`,
    nameEn: `${nameEn} Party Committee`,
    parentCode: `${parentCode}-party`,
  })
  const since = fiveYears(random)
  // One person leads both, as in most communities (一肩挑).
  const secretary = hold(committee, '书记', since)
  const deputy = hold(committee, '副书记', since)
  const residents = `${code}-community`
  if (random.next() < 0.97) hold(residents, '主任', since, secretary)
  hold(residents, '副主任', since, deputy)
  for (let seat = 0; seat < 2; seat++) hold(residents, '委员', since)
  const mediation = found({
    ...inside,
    code: `${code}-mediation`,
    kind: 'sub_committee',
    nameZh: `${nameZh}人民调解委员会`,
    nameEn: `${nameEn} Mediation Committee`,
    parentCode: residents,
  })
  hold(mediation, '主任', since, deputy)
  if (at % 2 === 0) {
    const [zh, en] = institutions[(at / 2) % institutions.length]!
    const institution = found({
      ...inside,
      code: `${code}-institution`,
      kind: 'resident_institution',
      nameZh: `${nameZh.replace(/社区|村/, '')}${zh}`,
      nameEn: `${nameEn} ${en}`,
      parentCode: null,
    })
    const head = hold(institution, '党组织负责人', 6 + random.below(40))
    hold(institution, '负责人', 6 + random.below(40))
    if (random.next() < 0.8) hold(committee, '兼职委员', Math.min(since, 30), head)
  }
  if (at % 3 === 0) {
    const [zh, en] = societies[(at / 3) % societies.length]!
    const society = found({
      ...inside,
      code: `${code}-society`,
      kind: 'social_organisation',
      nameZh: `${nameZh.replace(/社区|村/, '')}${zh}`,
      nameEn: `${nameEn} ${en}`,
      parentCode: null,
    })
    hold(society, '负责人', 10 + random.below(40))
  }
}

/** Seven grids of ten have a branch: coverage has something to show. */
function foundBranch({ random, found, hold }: Making, { code, nameZh, nameEn, parentCode }: DemoArea): void {
  if (random.next() > 0.7) return
  const branch = found({
    code: `${code}-branch`,
    kind: 'party_branch',
    nameZh: `${nameZh}党支部`,
    nameEn: `${nameEn} Party Branch`,
    parentCode: `${parentCode}-party`,
    areaCode: code,
  })
  if (random.next() < 0.95) hold(branch, '书记', threeYears(random))
}

const hasOwners = { new: 0.6, old: 0.25, unmanaged: 0 } as const

function foundOwners({ random, found, hold }: Making, area: DemoArea): void {
  const { code, nameZh, nameEn, estateKind } = area
  if (estateKind === undefined) return
  const firm = `${code}-property`
  const manager = estateKind === 'unmanaged' ? null : hold(firm, '项目负责人', 2 + random.below(30))
  if (random.next() > hasOwners[estateKind]) return
  const owners = found({
    code: `${code}-owners`,
    kind: 'owners_committee',
    nameZh: `${nameZh}业主委员会`,
    nameEn: `${nameEn} Owners’ Committee`,
    parentCode: null,
    areaCode: code,
  })
  const since = fiveYears(random)
  hold(owners, '主任', since)
  hold(owners, '副主任', since)
  // A firm's manager on the residents' committee is wished for; on the owners' committee it is a conflict.
  if (manager && random.next() < 0.15)
    hold(`${communityOf(code)}-community`, '委员', Math.min(since, 20), manager)
  else if (manager && random.next() < 0.02) hold(owners, '委员', since, manager)
}

/** Estates are numbered within their community, whose code has 12 digits. */
const communityOf = (code: string): string => code.slice(0, 12)

function demoLinks(areas: readonly DemoArea[], units: readonly DemoUnit[], random: Random): DemoLink[] {
  const departments = units.filter(({ kind }) => kind === 'department')
  const since = (): number => 1 + random.below(37)
  const person = (kind: LinkKind, areaCode: string): DemoLink => ({
    kind,
    areaCode,
    unitCode: null,
    person: { code: `${kind.replaceAll('_', '-')}-${areaCode}`, name: inventedName(random) },
    startsMonthsAgo: since(),
  })
  const of = (kind: DemoArea['kind']) => areas.filter((area) => area.kind === kind)
  return [
    ...of('street').map(({ code }) => person('district_leader', code)),
    ...of('community').map(
      ({ code }, at): DemoLink => ({
        kind: 'department',
        areaCode: code,
        unitCode: departments[at % departments.length]!.code,
        person: null,
        startsMonthsAgo: since(),
      }),
    ),
    ...of('grid').map(({ code }) => person('cadre', code)),
    ...of('grid')
      .filter((_, at) => at % 4 === 0)
      .map(({ code }, at) =>
        person((['party_delegate', 'congress_deputy', 'cppcc_member'] as const)[at % 3]!, code),
      ),
  ]
}
