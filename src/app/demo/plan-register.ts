import type { Random } from '../../kernel/random.ts'
import { identityCheckDigit } from '../../people/door.ts'
import type { DemoArea } from './district.ts'
import { inventedNames } from './person-names.ts'

/** An invented person as the plan has them. */
export interface PlannedPerson {
  readonly name: string
  readonly sex: 'female' | 'male'
  readonly phone: string | null
  /** Begins with 999999, which is the code of no place. */
  readonly identity: string
  readonly registerKind: 'local' | 'elsewhere'
  readonly guardian: number | null
  readonly role: 'owner' | 'resident' | 'tenant'
  readonly fromDay: string
  /** Lives alone, and consented to be looked after. */
  readonly alone: boolean
}

export interface PlannedHome {
  readonly buildingCode: string
  readonly label: string
  readonly people: readonly PlannedPerson[]
}

/** The community whose homes and people the demonstration invents. */
export const registerCommunity = '990104006001'
const homesPerBuilding = 8
const mostBuildings = 12

/** Who keeps house together: years of birth from and to, and what each has to do with the home. */
const families: readonly {
  readonly role: 'owner' | 'tenant'
  readonly local: boolean
  readonly born: readonly (readonly [number, number])[]
}[] = [
  {
    role: 'owner',
    local: true,
    born: [
      [1975, 1988],
      [1976, 1989],
      [2014, 2020],
    ],
  },
  { role: 'owner', local: true, born: [[1945, 1956]] },
  {
    role: 'owner',
    local: true,
    born: [
      [1950, 1958],
      [1951, 1959],
    ],
  },
  {
    role: 'tenant',
    local: false,
    born: [
      [1992, 2003],
      [1993, 2003],
    ],
  },
  {
    role: 'owner',
    local: true,
    born: [
      [1968, 1974],
      [1969, 1975],
      [1996, 2004],
    ],
  },
  { role: 'tenant', local: false, born: [[1990, 2004]] },
]

/** Some hundred invented people in the homes of one community; about one home in eight stands empty. */
export function planRegister(areas: readonly DemoArea[], random: Random): PlannedHome[] {
  const buildings = areas
    .filter(({ kind, code }) => kind === 'building' && code.startsWith(registerCommunity))
    .slice(0, mostBuildings)
  const names = inventedNames(buildings.length * homesPerBuilding * 3, random)
  let born = 0
  const person = (home: (typeof families)[number], index: number, fromDay: string): PlannedPerson => {
    const [from, to] = home.born[index]!
    born += 1
    const year = Math.round(random.between(from, to))
    const day = `${year}${two(1 + (born % 12))}${two(1 + (born % 28))}`
    const digits = `999999${day}${String(born % 1000).padStart(3, '0')}`
    return {
      name: names.pop()!,
      sex: born % 2 === 1 ? 'male' : 'female',
      // Nobody's: no operator gives out numbers that begin so.
      phone: year > 2012 ? null : `138000${String(20_000 + born)}`,
      identity: digits + identityCheckDigit(digits),
      registerKind: home.local ? 'local' : 'elsewhere',
      guardian: year > 2012 ? 0 : null,
      role: index === 0 || home.role === 'tenant' ? home.role : 'resident',
      fromDay,
      alone: home.born.length === 1 && from < 1960,
    }
  }
  return buildings.flatMap(({ code }) =>
    Array.from({ length: homesPerBuilding }, (_, at): PlannedHome => {
      const label = `${1 + (at % 2)}单元${1 + Math.floor(at / 2)}01`
      const family = random.pick(families)
      const fromDay = `${2012 + random.below(13)}-0${1 + (at % 9)}-15`
      const people =
        random.next() < 0.12 ? [] : family.born.map((_one, index) => person(family, index, fromDay))
      return { buildingCode: code, label, people }
    }),
  )
}

const two = (n: number): string => String(n).padStart(2, '0')
