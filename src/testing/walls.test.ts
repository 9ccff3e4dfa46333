import { beforeAll, describe, expect, test } from 'vitest'
import { type Cruise, cruise, cruiseWith, wallNames } from './walls.ts'

/** The plan of docs/ARCHITECTURE.md, said a second time: who moves a room has to mean it. */
const floors = [
  ['kernel'],
  ['platform'],
  ['areas'],
  ['organisations'],
  ['people'],
  ['matters', 'ballots', 'ledger'],
  ['cases', 'deliberation', 'services', 'neighbours', 'memory', 'rounds', 'visits'],
  ['evaluation', 'notices'],
  ['app'],
]
const rooms = floors.flat()
/** The rooms that `room` may not enter: those beside it and above it. */
const closedTo = (room: string): string[] =>
  floors
    .slice(floors.findIndex((floor) => floor.includes(room)))
    .flat()
    .filter((other) => other !== room)

interface Plant {
  readonly rule: string
  readonly file: string
  readonly imports: string
  /** The file that the import should be caught on, where it is not a package. */
  readonly to?: string
}

const upward: Plant[] = rooms.flatMap((room) =>
  closedTo(room).map((above) => ({
    rule: `floor-of-${room}`,
    file: `src/${room}/planted-for-${above}.ts`,
    imports: `../${above}/planted.contract.ts`,
    to: `src/${above}/planted.contract.ts`,
  })),
)

const others: Plant[] = [
  { rule: 'known-rooms', file: 'src/helpers/planted.ts', imports: '../kernel/ids.ts' },
  { rule: 'enter-by-the-door', file: 'src/cases/planted-a.ts', imports: '../areas/planted.ts' },
  { rule: 'enter-by-the-door', file: 'src/cases/planted-b.ts', imports: '../areas/planted.rule.ts' },
  { rule: 'enter-by-the-door', file: 'src/cases/planted-c.ts', imports: '../areas/inner/door.ts' },
  { rule: 'enter-by-the-door', file: 'src/app/planted-d.ts', imports: '../cases/planted-a.ts' },
  { rule: 'rules-meet-rules', file: 'src/cases/planted-a.rule.ts', imports: '../areas/planted.ts' },
  { rule: 'rules-meet-rules', file: 'src/cases/planted-a.test.ts', imports: '../areas/planted.ts' },
  { rule: 'rows-stay-home', file: 'src/cases/planted-e.ts', imports: '../areas/planted.sql.ts' },
  { rule: 'rows-stay-home', file: 'src/app/planted-f.ts', imports: '../areas/planted.sql.ts' },
  { rule: 'rows-stay-home', file: 'src/testing/planted-a.ts', imports: '../areas/planted.sql.ts' },
  { rule: 'rows-stay-home', file: 'script/planted.ts', imports: '../src/areas/planted.sql.ts' },
  { rule: 'rules-are-pure', file: 'src/cases/planted-b.rule.ts', imports: '../platform/clock.ts' },
  { rule: 'rules-are-pure', file: 'src/areas/planted-c.rule.ts', imports: './planted.ts' },
  { rule: 'rules-compute-only', file: 'src/cases/planted-d.rule.ts', imports: 'node:fs' },
  { rule: 'rules-compute-only', file: 'src/cases/planted-e.rule.ts', imports: 'fastify' },
  { rule: 'kernel-needs-nothing', file: 'src/kernel/planted-a.ts', imports: 'zod' },
  { rule: 'kernel-needs-nothing', file: 'src/kernel/planted-b.ts', imports: 'node:fs' },
  { rule: 'platform-holds-the-driver', file: 'src/cases/planted-g.ts', imports: 'pg' },
  { rule: 'queries-in-sql-files', file: 'src/cases/planted-h.ts', imports: 'kysely' },
  { rule: 'rows-in-sql-files', file: 'src/cases/planted-i.ts', imports: '../../db/tables.ts' },
  { rule: 'sheets-behind-platform', file: 'src/cases/planted-j.ts', imports: 'exceljs' },
  { rule: 'web-sees-contracts', file: 'src/web/planted-a.ts', imports: '../cases/planted-a.ts' },
  { rule: 'web-sees-contracts', file: 'src/web/planted-b.ts', imports: '../platform/clock.ts' },
  { rule: 'web-runs-in-browsers', file: 'src/web/planted-c.ts', imports: 'node:crypto' },
  { rule: 'nobody-enters-web', file: 'src/cases/planted-m.ts', imports: '../web/words/zh.ts' },
  { rule: 'app-borrows-words', file: 'src/app/planted-g.ts', imports: '../web/planted-a.ts' },
  { rule: 'nobody-enters-web', file: 'src/testing/planted-b.ts', imports: '../web/planted-a.ts' },
  { rule: 'faces-apart', file: 'src/web/portal/planted-a.ts', imports: '../console/planted-a.ts' },
  { rule: 'phones-stay-light', file: 'src/web/field/planted-a.ts', imports: 'antd' },
  { rule: 'phones-stay-light', file: 'src/web/kit/planted-a.ts', imports: '@ant-design/icons' },
  { rule: 'only-tests-enter-testing', file: 'src/cases/planted-k.ts', imports: '../testing/planted-a.ts' },
  { rule: 'nobody-enters-tests', file: 'src/cases/planted-l.ts', imports: './planted-a.test.ts' },
  { rule: 'server-runs-without-tools', file: 'src/app/planted-h.ts', imports: 'fast-check' },
  { rule: 'no-circles', file: 'src/areas/planted-a.ts', imports: './planted-b.ts' },
  { rule: 'imports-resolve', file: 'src/areas/planted-d.ts', imports: './nowhere.ts' },
]
const plants = [...upward, ...others]

/** Files that plants are planted against, or that stand free of any breach. */
const soil: Record<string, string> = {
  ...Object.fromEntries(
    rooms.map((room) => [`src/${room}/planted.contract.ts`, 'export const planted = 1\n']),
  ),
  'src/areas/planted.ts': 'export const planted = 1\n',
  'src/areas/planted.rule.ts': 'export const planted = 1\n',
  'src/areas/planted.sql.ts': 'export const planted = 1\n',
  'src/areas/inner/door.ts': 'export const planted = 1\n',
  'src/areas/planted-b.ts': "import './planted-a.ts'\nexport const planted = 1\n",
  'src/web/console/planted-a.ts': 'export const planted = 1\n',
  // What is allowed: doors, contracts, a rule by a rule, a type of platform in a rule, types that point both ways.
  'src/areas/planted-allowed.ts':
    "import type {} from './planted-allowed-too.ts'\nimport '../platform/clock.ts'\n",
  'src/areas/planted-allowed-too.ts':
    "import type {} from './planted-allowed.ts'\nexport const planted = 1\n",
  'src/cases/planted-allowed.ts': "import '../areas/door.ts'\nimport '../areas/planted.contract.ts'\n",
  'src/cases/planted-allowed.rule.ts':
    "import '../areas/planted.rule.ts'\nimport 'zod'\nimport type {} from '../platform/ctx.ts'\n",
  'src/cases/planted-allowed.sql.ts': "import 'kysely'\nimport '../../db/tables.ts'\n",
  'src/web/planted-allowed.ts': "import '../kernel/ids.ts'\nimport '../cases/planted.contract.ts'\n",
}

describe('planted breaches', () => {
  let found: Cruise
  beforeAll(async () => {
    const planted = plants.map(({ file, imports }) => [
      file,
      `import '${imports}'\nexport const planted = 1\n`,
    ])
    found = await cruiseWith({ ...soil, ...Object.fromEntries(planted) })
  })

  test.each(others)('$rule catches $file importing $imports', ({ rule, file, imports }) => {
    const last = imports.replace(/^.*\//, '').replace(/^node:/, '')
    const caught = found.breaches.filter((breach) => breach.rule === rule && breach.from === file)
    expect(caught.map((breach) => breach.to)).toEqual([expect.stringContaining(last)])
  })

  test('no room enters one beside it or above it', () => {
    const caught = new Set(found.breaches.map(({ rule, from, to }) => `${rule}: ${from} → ${to}`))
    const escaped = upward.filter(({ rule, file, to }) => !caught.has(`${rule}: ${file} → ${to}`))
    expect(upward.length).toBeGreaterThan(100)
    expect(escaped).toEqual([])
  })

  test('what is allowed is not caught', () => {
    expect(found.breaches.filter(({ from }) => from.includes('planted-allowed'))).toEqual([])
  })

  test('every rule has its plant', () => {
    expect(new Set(plants.map((plant) => plant.rule))).toEqual(new Set(wallNames()))
  })
})

test('the house itself has no breach', async () => {
  const { modules, breaches } = await cruise()
  // Beside TypeScript 7 the cruiser finds no module at all and is content.
  expect(modules).toBeGreaterThan(100)
  expect(breaches).toEqual([])
})
