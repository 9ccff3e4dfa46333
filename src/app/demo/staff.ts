import type { Random } from '../../kernel/random.ts'
import type { PostKind } from '../../people/contract.ts'
import { accountNameOf } from './accounts.ts'
import type { DemoArea } from './district.ts'
import { inventedNames } from './person-names.ts'
import type { DemoUnit } from './units.ts'

/** A member of staff of the demonstration district, with one post; unit and area are named by their codes. */
export interface DemoStaff {
  readonly accountName: string
  readonly name: string
  readonly kind: PostKind
  readonly areaCode: string
  readonly unitCode: string | null
  /** What residents are shown beside "my grid worker". */
  readonly publicPhone: string | null
}

type Post = Omit<DemoStaff, 'name' | 'publicPhone'>

/** Who sits at the desk of each kind of unit. */
const deskOf: Readonly<Partial<Record<DemoUnit['kind'], PostKind>>> = {
  centre: 'centre',
  department: 'unit_desk',
  street_office: 'street_desk',
  street_team: 'unit_desk',
  community: 'community_desk',
  service_centre: 'unit_desk',
  property_firm: 'unit_desk',
}

/** A desk for every unit, a grid worker for every grid, and the few who stand above them. */
export function demoStaff(
  areas: readonly DemoArea[],
  units: readonly DemoUnit[],
  random: Random,
): DemoStaff[] {
  const [district] = areas
  const areaCode = district!.code
  const posts: readonly Post[] = [
    { accountName: 'admin', kind: 'administrator', areaCode, unitCode: null },
    { accountName: 'kaohe', kind: 'evaluator', areaCode, unitCode: null },
    {
      accountName: 'fenguan',
      kind: 'unit_head',
      areaCode: '990104006000',
      unitCode: '990104006-urban-management',
    },
    ...units.flatMap(({ code, kind, areaCode: serves }) => {
      const desk = deskOf[kind]
      return desk === undefined
        ? []
        : [{ accountName: accountNameOf(code), kind: desk, areaCode: serves, unitCode: code }]
    }),
    ...areas
      .filter(({ kind }) => kind === 'grid')
      .map(({ code, parentCode }) => ({
        accountName: accountNameOf(code),
        kind: 'grid_worker' as const,
        areaCode: code,
        unitCode: `${parentCode}-community`,
      })),
  ]
  const names = inventedNames(posts.length, random)
  return posts.map((post, at) => ({
    ...post,
    name: names[at]!,
    // No exchange has the area code 000: these numbers ring nowhere.
    publicPhone: post.kind === 'grid_worker' ? `000-880${String(at).padStart(4, '0')}` : null,
  }))
}
