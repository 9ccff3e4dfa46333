/**
 * The walls between rooms (docs/ARCHITECTURE.md). src/testing/walls.test.ts plants a violation of each rule here and
 * demands that it is caught: a rule without its plant fails there.
 */
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

const test = '[.]test[.]ts$'
const contract = '[/.]contract\\.ts$'
const queries = '[.](sql|projection)[.]ts$'
const door = '^src/[^/]+/door\\.ts$'
/** kernel and platform are the ground: all their files may be entered by whoever stands above. */
const ground = '^src/(kernel|platform)/'
const packages = (...names) => `(^|/)node_modules/(@types/)?(${names.join('|')})(/|$)`

/** A room enters rooms below it only; rooms on the same floor are closed to each other. */
const floorRules = floors.slice(0, -1).flatMap((beside, floor) =>
  beside.map((room) => {
    const closed = floors
      .slice(floor)
      .flat()
      .filter((other) => other !== room)
    return {
      name: `floor-of-${room}`,
      comment: `${room} stands on floor ${floor} and enters rooms on lower floors only.`,
      severity: 'error',
      from: { path: `^src/${room}/` },
      to: { path: `^src/(${closed.join('|')})/` },
    }
  }),
)

module.exports = {
  forbidden: [
    ...floorRules,
    {
      name: 'known-rooms',
      comment: 'A folder of src is a room with a floor in this file, web or testing.',
      severity: 'error',
      from: { path: '^src/', pathNot: `^src/(${rooms.join('|')}|web|testing)/` },
      to: {},
    },
    {
      name: 'enter-by-the-door',
      comment:
        'Another room is entered through its door.ts or a contract; see rules-meet-rules for *.rule.ts.',
      severity: 'error',
      from: { path: `^src/(${rooms.join('|')})/`, pathNot: ['\\.rule\\.ts$', test] },
      to: { path: '^src/', pathNot: ['^src/$1/', ground, door, contract, '^src/(web|testing)/'] },
    },
    {
      name: 'rules-meet-rules',
      comment: 'A rule and a test may also enter another room by its *.rule.ts.',
      severity: 'error',
      from: { path: `^src/(${rooms.join('|')})/.*[.](rule|test)[.]ts$` },
      to: {
        path: '^src/',
        pathNot: ['^src/$1/', ground, door, contract, '\\.rule\\.ts$', '^src/(web|testing)/'],
      },
    },
    {
      name: 'rows-stay-home',
      comment:
        'A *.sql.ts is entered by its own room only; benches also, which time the bare statements beside the program.',
      severity: 'error',
      from: { path: '^(?:src|script)/([^/]+)', pathNot: '^src/testing/bench/' },
      to: { path: '\\.sql\\.ts$', pathNot: '^src/$1/' },
    },
    {
      name: 'rules-are-pure',
      comment:
        'A rule sees kernel, contracts and other rules. Of anything else it may borrow a type, never a value.',
      severity: 'error',
      from: { path: '\\.rule\\.ts$' },
      to: {
        path: '^(src|db|script)/',
        pathNot: ['^src/kernel/', contract, '\\.rule\\.ts$'],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'rules-compute-only',
      comment: 'What a rule takes from outside computes and nothing else: no file, no network, no database.',
      severity: 'error',
      from: { path: '\\.rule\\.ts$' },
      to: {
        dependencyTypes: ['core', 'npm', 'npm-dev', 'npm-optional', 'npm-no-pkg', 'npm-unknown'],
        dependencyTypesNot: ['type-only'],
        pathNot: [
          '^(node:)?crypto$',
          packages(
            'zod',
            'canonicalize',
            'gcoord',
            'polyclip-ts',
            'flatbush',
            'point-in-polygon-hao',
            'geojson',
          ),
        ],
      },
    },
    {
      name: 'kernel-needs-nothing',
      comment: 'kernel sees itself and node:crypto.',
      severity: 'error',
      from: { path: '^src/kernel/', pathNot: test },
      to: { pathNot: ['^src/', '^(node:)?crypto$'] },
    },
    {
      name: 'platform-holds-the-driver',
      comment: 'Only platform (and tests) reach PostgreSQL by its driver; rooms get a transaction.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/(platform|testing)/', test] },
      to: { path: packages('pg'), dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'queries-in-sql-files',
      comment: 'Kysely is met in platform, in *.sql.ts and in *.projection.ts.',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: ['^src/(platform|testing)/', test, queries],
      },
      to: { path: packages('kysely') },
    },
    {
      name: 'rows-in-sql-files',
      comment: 'The shape of rows is known where queries are; app may name a table.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/(platform|testing|app)/', test, queries] },
      to: { path: '^db/tables[.]ts$' },
    },
    {
      name: 'sheets-behind-platform',
      comment: 'docs/decisions/0003: workbooks are read and written behind src/platform/sheet.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/platform/sheet/', '^src/testing/', test] },
      to: { path: packages('exceljs', 'csv-parse') },
    },
    {
      name: 'web-sees-contracts',
      comment: 'Pages see kernel, their own files and contracts.',
      severity: 'error',
      from: { path: '^src/web/', pathNot: test },
      to: { path: '^(src|db|script)/', pathNot: ['^src/(web|kernel)/', contract] },
    },
    {
      name: 'web-runs-in-browsers',
      comment: 'Nothing of Node reaches a page.',
      severity: 'error',
      from: { path: '^src/web/', pathNot: test },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'nobody-enters-web',
      comment:
        'The server serves what was built; it does not import pages. Browser tests find things by their words.',
      severity: 'error',
      from: { path: '^(src|script)/', pathNot: '^src/(web|app|testing/browser)/' },
      to: { path: '^src/web/' },
    },
    {
      name: 'app-borrows-words',
      comment: 'Commands word a refusal as the pages do: of web, app and browser tests see the words.',
      severity: 'error',
      from: { path: '^src/(app|testing/browser)/' },
      to: { path: '^src/web/', pathNot: '^src/web/words/' },
    },
    {
      name: 'faces-apart',
      comment: 'portal, field, console and screen share kit, words and api, not each other.',
      severity: 'error',
      from: { path: '^src/web/(portal|field|console|screen)/' },
      to: { path: '^src/web/(portal|field|console|screen)/', pathNot: '^src/web/$1/' },
    },
    {
      name: 'phones-stay-light',
      comment: 'Ant Design is for console and screen; a phone page must be light.',
      severity: 'error',
      from: { path: '^src/web/', pathNot: '^src/web/(console|screen)/' },
      to: { path: packages('antd', '@ant-design/[^/]+') },
    },
    {
      name: 'only-tests-enter-testing',
      comment: 'testing is entered by tests, by script/ and by itself.',
      severity: 'error',
      from: { pathNot: ['^src/testing/', test, '^script/', '^vitest\\.'] },
      to: { path: '^src/testing/' },
    },
    {
      name: 'nobody-enters-tests',
      comment: 'A test is run, not imported.',
      severity: 'error',
      from: {},
      to: { path: test },
    },
    {
      name: 'server-runs-without-tools',
      comment: 'What the server imports stands under dependencies, since it is installed without the tools.',
      severity: 'error',
      from: { path: `^src/(${rooms.join('|')})/`, pathNot: test },
      to: {
        dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'],
        dependencyTypesNot: ['type-only'],
        pathNot: packages('geojson'),
      },
    },
    {
      name: 'no-circles',
      comment: 'Files do not go round in circles (types may point both ways).',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'imports-resolve',
      comment: 'What is imported is there.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    preserveSymlinks: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^src/web/vite-env\\.d\\.ts$' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json', '.css', '.d.ts'],
    },
  },
}
