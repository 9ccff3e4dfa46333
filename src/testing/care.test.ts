import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Receipt } from '../cases/contract.ts'
import { countedOf } from '../cases/figures/counted.rule.ts'
import type { BoardPage, FollowedCase } from '../cases/story.contract.ts'
import { PostKind } from '../people/contract.ts'
import { awaited, held } from './care-list.ts'
import { type Address, addressesOf, fieldPaths } from './security/open-api.ts'
import { linesMatching, sourceFiles } from './sources.ts'
import { openWorld, type World } from './world.ts'
import { act, type Person } from './world-client.ts'

// The care that binds every row of the mission, by its number: what is tested where it is done is named in
// `care-list.ts`, what no single room could test stands here.

let world: World
let addresses: readonly Address[]
beforeAll(async () => {
  world = await openWorld()
  addresses = await addressesOf(world.app)
}, 120_000)
afterAll(() => world.close())

const [schema] = sourceFiles(['db'], /db\/schema\.sql$/)
const tables = [...schema!.text.matchAll(/^create table (\w+) \(\n([\s\S]*?)^\);/gm)].map(
  ([, name, body]) => ({
    name: name!,
    columns: body!
      .split('\n')
      .map((line) => line.trim().split(' ')[0]!)
      .filter((column) => /^[a-z_]+$/.test(column)),
  }),
)
const columns = tables.flatMap(({ name, columns: own }) => own.map((column) => `${name}.${column}`))
const program = sourceFiles(['src'], /\.tsx?$/).filter(
  ({ path }) => !/\.test\.tsx?$|^src\/testing\//.test(path),
)

/** Where the API answers with a field of such a name, as `get /api/… .path.to.it`. */
const answeredWith = (field: RegExp): string[] =>
  addresses.flatMap(({ route, answers }) =>
    answers.flatMap((shape) =>
      fieldPaths(shape)
        .filter((path) => field.test(path.split('.').at(-1)!))
        .map((path) => `${route} ${path}`),
    ),
  )

describe('the list of care', () => {
  test.each(held)('Care $care: $rule, held by $file', ({ file, title }) => {
    const [source] = sourceFiles(['src'], new RegExp(`^${file.replaceAll('.', '\\.')}$`))
    expect(source?.text).toContain(title)
  })

  test('every rule from 2 to 8 is in it', () => {
    const numbers = new Set([...held, ...awaited].map(({ care }) => care))
    expect([2, 3, 4, 5, 6, 7, 8].filter((care) => !numbers.has(care))).toEqual([])
  })

  test.each(awaited)('Care $care waits for what is not built yet: $what', ({ table }) => {
    // What it binds has come: enforce the rule there, test it, and move it from `awaited` to `held`.
    expect(tables.map(({ name }) => name).filter((name) => table.test(name))).toEqual([])
  })
})

describe('Care 2: reporters are protected', () => {
  const report = (who: Person, words: string, name: string, phone: string) =>
    who.does<Receipt>(
      '/api/reports',
      act({ words, areaId: world.places.building1.id, contact: { name, phone } }),
    )

  test('of two who are joined neither reads a word, name or number of the other, and the public reads of none', async () => {
    const [one, other] = [world.anonymous(), world.anonymous()]
    const first = await report(one, '三楼楼道灯不亮，我家孩子怕黑', '陶一苇', '13900005551')
    const second = await report(other, '楼道灯坏了，我住楼上四零二', '褚二南', '13900005552')
    const desk = world.as('community')
    const at = (receipt: Receipt) => `/api/cases/${receipt.caseId}`
    await desk.does(`${at(second)}/join`, act({ into: first.caseId }))
    await desk.does(`${at(first)}/screen`, act({ matter: 'FA02', summary: '楼道照明损坏' }))
    await world.followersSettled()

    const followed = (who: Person, { receiptCode }: Receipt) =>
      who.withReceipt(receiptCode).sees<FollowedCase>('/api/follow')
    const ofFirst = /楼上四零二|褚|5552/
    const ofSecond = /孩子怕黑|陶|5551/
    expect(JSON.stringify(await followed(one, first))).not.toMatch(ofFirst)
    expect(JSON.stringify(await followed(other, second))).not.toMatch(ofSecond)
    const stranger = world.anonymous()
    const board = await stranger.sees<BoardPage>('/api/board')
    const row = board.rows.find(({ number }) => number === first.number)
    expect(row).toMatchObject({ summary: '楼道照明损坏', place: { areaId: world.places.estate1.id } })
    const plain = await world.app.inject(`/plain/board/${first.number}`)
    for (const shown of [JSON.stringify([board, row]), plain.body]) {
      expect(shown).toContain('楼道照明损坏')
      for (const hidden of [ofFirst, ofSecond, new RegExp(`3栋|${world.places.building1.id}`)])
        expect(shown).not.toMatch(hidden)
    }
  })

  test('a reporter stands in the story of a case alone, masked; the telephone for a purpose, and nowhere else', () => {
    expect(answeredWith(/^reporter/)).toEqual([
      'get /api/cases/{id} .reporter',
      // The file that is tried is the sender's own.
      'post /api/imports/{kind}/try .outcome.first[].reporter',
    ])
    const telephones = answeredWith(/^(phone|contact)/).filter((field) =>
      / \/api\/(cases|desk|map|field)/.test(field),
    )
    expect(telephones).toEqual([
      'get /api/cases/{id} .reporter.phone',
      'post /api/cases/{id}/see-reporter .phone',
    ])
  })
})

describe('Care 3: petition, report of wrongdoing, abuse', () => {
  test('is nobody’s duplicate, and is asked for none', async () => {
    const words = '北门垃圾站三天没有清运，味道很大'
    const report = async (said: string) =>
      (
        await world
          .anonymous()
          .does<Receipt>('/api/reports', act({ words: said, areaId: world.places.grid1.id }))
      ).caseId
    const usual = await report(words)
    const kept = await report(`我要举报社区干部收红包：${words}`)
    const alike = async (id: string) =>
      (await world.as('centre').sees<{ duplicates: { id: string }[] }>(`/api/cases/${id}/duplicates`))
        .duplicates
    const second = await report(words)
    expect((await alike(second)).map(({ id }) => id)).toEqual([usual])
    expect(await alike(kept)).toEqual([])
  })

  test('the words of a case are matched with the catalogue’s own words, and nothing learns from them', () => {
    const learns = /\b(?:train|learn|embed(?:ding)?|fine_?tune|model)s?\(/i
    expect(
      linesMatching(
        program.filter(({ path }) => path.startsWith('src/cases/')),
        learns,
      ),
    ).toEqual([])
  })
})

/** Care 5: Party data is posts, report-ins and consented service; Care 6: nobody is watched or scored. */
const never =
  /dues|discipl|punish|probation|applicant|party_?(?:join|member|card|rank)|ranking|face_|fingerprint|gait|track|credit_?score|resident_?score|petitioner/i

describe('Care 5 and 6: what is never kept', () => {
  test('would be found', () => {
    for (const name of [
      'persons.party_member_since',
      'accounts.dues_paid',
      'persons.face_vector',
      'x.petitioner',
      'get /api/register/people/{id} .residentScore',
    ])
      expect(name).toMatch(never)
  })

  test('no table has a place for Party files, faces, tracks, scores or the label of a petitioner', () => {
    expect(columns.length).toBeGreaterThan(300)
    expect(columns.filter((name) => never.test(name))).toEqual([])
  })

  test('the API takes and gives nothing of that kind', () => {
    const taken = addresses.flatMap(({ route, body }) =>
      body === null ? [] : fieldPaths(body).map((path) => `${route} ${path}`),
    )
    expect(taken.length).toBeGreaterThan(200)
    expect([...taken, ...answeredWith(/./)].filter((field) => never.test(field))).toEqual([])
  })

  test('of who holds an office a name is known, and no birthday, number, telephone or membership', () => {
    const own = (table: string) => tables.find(({ name }) => name === table)!.columns
    expect(
      own('office_holders').filter((column) => /birth|sex|identity|phone|party|member/.test(column)),
    ).toEqual([])
    expect(own('office_terms').filter((column) => /rating|grade|result|remark|note/.test(column))).toEqual([])
  })

  test('figures are kept by place, day and matter: nobody’s work is timed by name', () => {
    const { columns: kept } = tables.find(({ name }) => name === 'figures')!
    expect(kept.filter((column) => column !== 'grant' && column !== 'constraint').toSorted()).toEqual([
      'area_id',
      'matter',
      'measure',
      'span',
      'start',
      'under',
      'value',
    ])
  })
})

describe('Care 6: care flags', () => {
  test('are read on the person’s page, on one’s own, and counted; no list, desk, map or notice answers with them', () => {
    const routes = new Set(answeredWith(/^care/).map((field) => field.split(' ').slice(0, 2).join(' ')))
    expect([...routes].toSorted()).toEqual([
      'get /api/my/record',
      'get /api/register/counts',
      'get /api/register/people/{id}',
    ])
  })

  test('stand in a table that the register, its rights and what erases alone ask', () => {
    const asking = linesMatching(program, /care_flags/).map((line) => line.split(':')[0]!)
    const elsewhere = asking.filter(
      (path) => !/^src\/people\/(register|rights)\/|^src\/platform\/postgres\/clear-files\.ts$/.test(path),
    )
    expect(elsewhere).toEqual([])
  })
})

describe('Care 7: social workers’ case files', () => {
  test('no post reads any, for no post, table or address of the kind is there', () => {
    const social = /social_?worker|case_?work|case_?file/i
    expect(PostKind.options.filter((kind) => social.test(kind))).toEqual([])
    expect(addresses.filter(({ path }) => social.test(path))).toEqual([])
  })
})

describe('Care 8: small numbers', () => {
  test('care is counted in one place, which holds back what is few', () => {
    const counting = linesMatching(program, /countFlags\(/).filter((line) => !line.includes('export async'))
    expect(counting.map((line) => line.split(':')[0])).toEqual(['src/people/register/count-register.ts'])
    const [source] = sourceFiles(['src/people/register'], /count-register\.ts$/)
    expect(source!.text).toMatch(/heldBack\(CareKind/)
  })

  test('figures by day and matter count no confidential case, whatever its story says', () => {
    const at = Temporal.Instant.from('2026-11-18T01:00:00Z')
    const accepted = { responseDueAt: '2026-11-18T05:00:00Z', drillId: null, keptFrom: null }
    const story = (confidential: boolean) =>
      [
        { kind: 'case.accepted', data: { ...accepted, confidential: false } },
        {
          kind: 'case.screened',
          data: { matter: 'MJ01', confidential, responseDueAt: accepted.responseDueAt },
        },
        { kind: 'case.replied', data: { matter: 'MJ01' } },
      ].map((line, index) => ({ ...line, seq: index + 1, occurredAt: at }))
    expect(countedOf(story(true)).counted).toEqual([])
    expect(countedOf(story(false)).counted.length).toBeGreaterThan(2)
  })
})
