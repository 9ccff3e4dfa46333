import { describe, expect, test } from 'vitest'
import { sourceFiles } from './sources.ts'

/** Which room writes a table. A new table needs its owner here; another room goes through the owner's door. */
const owners: Readonly<Record<string, readonly string[]>> = {
  platform: [
    'journal',
    'cursors',
    'seals',
    'sealed_texts',
    'requests',
    'files',
    'sheet_jobs',
    'revisions',
    'migrations',
    'districts',
  ],
  areas: ['areas', 'area_versions'],
  organisations: ['units', 'unit_phases', 'offices'],
  people: [
    'accounts',
    'posts',
    'permissions',
    'delegations',
    'office_holders',
    'office_terms',
    'links',
    'set_ups',
    'homes',
    'persons',
    'households',
    'occupancies',
    'person_keys',
    'consents',
    'care_flags',
    'looks',
    'register_versions',
    'own_entries',
    'rights_terms',
    'rights_requests',
    'erasures',
    'retention_rules',
    'retention_runs',
    'register_imports',
    'register_import_rows',
    'auth_user',
    'auth_session',
    'auth_account',
    'auth_verification',
    'auth_outbox',
    'auth_totp',
    'auth_recovery_code',
    'auth_passkeys',
    'auth_used_challenges',
    'second_factor_kinds',
    'service_keys',
  ],
  matters: ['matters', 'calendar_days', 'calendar_years', 'office_hours', 'learned_matters'],
  cases: [
    'cases',
    'case_parts',
    'case_requests',
    'case_photos',
    'precedents',
    'alerts',
    'board',
    'board_counts',
    'board_days',
    'imports',
    'figure_facts',
    'figure_depths',
    'figures',
    'report_notes',
    'reports_told',
    'open_cases',
    'open_counts',
    'ladder_steps',
    'ladder_next',
    'instructions',
    'closing_flags',
    'photo_prints',
    'call_backs',
    'reopen_asks',
    'whistles',
    'whistle_calls',
    'whistle_advice',
    'whistle_rules',
    'whistle_next',
    'mediations',
    'mediation_parties',
    'mediation_sessions',
    'mediation_duties',
    'mediation_visits',
    'mediation_looks',
    'mediation_figures',
    'stations',
    'station_people',
    'station_shifts',
    'joint_actions',
    'joint_tasks',
    'emergency_kinds',
    'emergency_modes',
    'emergency_roster',
    'hand_overs',
    'passed_on',
    'delegated_powers',
    'case_words',
  ],
  visits: ['visits', 'visit_words', 'visit_wishes', 'visit_rules', 'visit_cases'],
  neighbours: ['announcements', 'questions', 'public_answers'],
  rounds: ['checklists', 'rounds', 'round_items', 'errand_cases', 'grid_day_rules', 'grid_check_ins'],
  evaluation: [
    'assessment_facts',
    'assessment_sums',
    'assessment_again',
    'worker_timings',
    'worker_groups',
    'worker_parts',
    'post_groups',
    'assessment_formulas',
    'assessment_weights',
    'assessment_months',
    'assessment_claims',
    'assessment_marks',
  ],
  notices: ['notices', 'own_channels', 'group_robots', 'deliveries'],
}

/** One file that may write another room's table, and why. */
const exceptions: Readonly<Record<string, { readonly tables: readonly string[]; readonly why: string }>> = {
  'src/cases/accept-case.sql.ts': {
    tables: ['requests', 'sealed_texts'],
    why: 'accepting is the hot path: one statement, since each round trip costs more than what it carries',
  },
  'src/cases/case.sql.ts': {
    tables: ['sealed_texts'],
    why: 'a case’s words are seen by whoever sees the case: its guard moves with it in one transaction',
  },
}

interface Table {
  readonly name: string
  readonly columns: readonly string[]
  readonly facts: readonly string[]
}

/** The tables as db/schema.sql has them; schema.test.ts holds that file to the migrations. */
const tables: Table[] = [
  ...sourceFiles(['db'], /db\/schema\.sql$/)[0]!.text.matchAll(/^create table (\w+) \(\n([\s\S]*?)^\);/gm),
].map(([, name, body]) => {
  const lines = body!.split('\n').map((line) => line.trim())
  const isFact = /^(constraint|index|row level security|policy|grant)\b/
  return {
    name: name!,
    columns: lines.filter((line) => line && !isFact.test(line)).map((line) => line.split(' ')[0]!),
    facts: lines.filter((line) => isFact.test(line)),
  }
})
const policies = tables.flatMap(({ facts }) => facts.filter((fact) => fact.startsWith('policy ')))

describe('tables', () => {
  test.each(tables)('$name has a primary key and an owner', ({ name, facts }) => {
    expect(facts.filter((fact) => /^constraint \w+ PRIMARY KEY/.test(fact))).toHaveLength(1)
    expect(Object.values(owners).filter((own) => own.includes(name))).toHaveLength(1)
  })

  const ofPersons =
    /^(account_id|user_id|case_id|subject|reach|units|receipt_hash|actor|\w*phone\w*|email|password|person_id|home_id|guardian_id|holder_id|identity\w*|birth_day|uploaded_by|imported_by|public_name)$/
  /** An office's own telephone is on its door. */
  const open = new Set(['units'])
  const holdsPersons = ({ name, columns }: Table): boolean =>
    !open.has(name) && columns.some((column) => ofPersons.test(column))
  const isGuarded = ({ facts }: Table): boolean =>
    facts.includes('row level security') && facts.some((fact) => /^policy \w+ for /.test(fact))
  const guarded = tables.filter(holdsPersons)

  test('a table of persons without its policy is caught', () => {
    const planted = { name: 'visits', columns: ['id', 'person_id'], facts: ['constraint a PRIMARY KEY (id)'] }
    expect([holdsPersons(planted), isGuarded(planted)]).toEqual([true, false])
    const closed = { ...planted, facts: ['row level security'] }
    expect(isGuarded(closed)).toBe(false)
    const whole = {
      ...planted,
      facts: [...closed.facts, 'policy visits_read for SELECT to linli_app using (x)'],
    }
    expect(isGuarded(whole)).toBe(true)
  })

  test.each(guarded)('$name holds persons or cases and has its policy', (table) => {
    expect(isGuarded(table)).toBe(true)
  })

  test('what is guarded was found', () => {
    const names = guarded.map(({ name }) => name)
    expect(names).toEqual(
      expect.arrayContaining(['accounts', 'auth_session', 'cases', 'journal', 'sealed_texts']),
    )
  })

  test.each(policies)('%s looks at columns and settings only', (policy) => {
    const condition = policy.replace(/^.*? to \w+(, \w+)*/, '')
    const called = [...condition.matchAll(/\b([a-z_]+) ?\(/gi)].map((match) => match[1]!.toLowerCase())
    const harmless = new Set([
      'current_setting',
      'decode',
      'strpos',
      'any',
      'using',
      'check',
      'and',
      'or',
      'not',
      'array',
    ])
    expect(condition).not.toMatch(/\b(select|exists|from)\b/i)
    expect(called.filter((name) => !harmless.has(name))).toEqual([])
  })

  test('the app’s role cannot delete what the journal speaks of', () => {
    // How persons are found is made anew with each move; the journal knows nothing of it.
    // Of ways to sign in the policies let go of a provider's link and of passkeys, which are made anew; their lines
    // name the account.
    // By what somebody is told outside the app is theirs to take back; no line speaks of it.
    const remade = ['person_keys', 'auth_account', 'auth_passkeys', 'own_channels']
    // What an import entered goes with it when it is undone: who was never to be in the register does not stay there.
    // The policy lets rows go that carry an import's id; the journal says that they came and were taken back.
    const takenBack = ['homes', 'persons', 'occupancies']
    const spared = new Set([...remade, ...takenBack])
    const spoken = guarded.filter(({ name }) => !spared.has(name))
    const deletes = spoken.flatMap(({ name, facts }) =>
      facts.filter((fact) => /^grant .*\bdelete\b.* to linli_app/.test(fact)).map(() => name),
    )
    expect(deletes).toEqual([])
  })
})

/** The tables that a text writes, through Kysely or in SQL. */
const writtenIn = (text: string): string[] =>
  [
    /(?:insertInto|updateTable|deleteFrom|mergeInto)\('(\w+)/g,
    /\b(?:insert|merge)\s+into\s+(\w+)/gi,
    /\b(?:delete\s+from|truncate(?:\s+table)?)\s+(\w+)/gi,
    /\bupdate\s+(\w+)(?:\s+(?:as\s+)?\w+)?\s+set\b/gi,
    /\bcopy\s+(\w+)\s*\(/gi,
  ].flatMap((pattern) => Array.from(text.matchAll(pattern), (match) => match[1]!))

describe('writes', () => {
  const writes = sourceFiles(['src'], /\.ts$/)
    .filter(({ path }) => !/\.test\.ts$|^src\/testing\//.test(path))
    .flatMap(({ path, text }) => writtenIn(text).map((table) => ({ path, table })))
    .filter(({ table }) => tables.some(({ name }) => name === table))

  test.each([
    "db.insertInto('cases').values(row)",
    "db.updateTable('cases as c').set(row)",
    "db.deleteFrom('cases')",
    'insert into cases (id) values ($1)',
    'insert into cases\n  select * from unnest($1)',
    'delete from cases where id = $1',
    'update cases c set stage = $1',
    'update cases\n  set stage = $1',
    'copy cases (id) from stdin',
  ])('%s is a write', (text) => expect(writtenIn(text)).toEqual(['cases']))

  test('each table is written by the room that owns it', () => {
    const strangers = writes.filter(({ path, table }) => {
      const room = path.split('/')[1]!
      return !owners[room]?.includes(table) && !exceptions[path]?.tables.includes(table)
    })
    expect(writes.length).toBeGreaterThan(20)
    expect(strangers).toEqual([])
  })

  test('every exception is needed', () => {
    const idle = Object.entries(exceptions).flatMap(([path, { tables: excepted }]) =>
      excepted.filter((table) => !writes.some((write) => write.path === path && write.table === table)),
    )
    expect(idle).toEqual([])
  })
})
