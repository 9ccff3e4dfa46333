import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import excel from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { tablesWith } from '../../../testing/find-traces.ts'
import { addHome, addPerson } from '../../../testing/register-acts.ts'
import { openWorld, type World } from '../../../testing/world.ts'
import { eraseSubject } from '../../rights/erase-subject.ts'
import type { AddedPerson } from '../contract.ts'
import type { ChosenSheets } from './contract.ts'
import { dropOldImports, dropRegisterImport } from './drop-import.ts'
import { readRegisterFile } from './read-file.ts'
import { takeInRegister } from './take-in.ts'
import { undoRegisterImport } from './undo.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
}, 120_000)
afterAll(() => world.close())

const header = '小区,楼栋,房号,姓名,出生日期,电话'
const read = (rows: readonly string[], chosen: ChosenSheets = {}) => {
  const source = Buffer.from(`${rows.join('\n')}\n`)
  return readRegisterFile(world.system, { source, name: 'a.csv' }, { chosen, mayMatch: true })
}
/** The file read with its first row as the header, whatever stands in it. */
const byHand = {
  '': { rowNumber: 1, letters: { estate: 'A', building: 'B', room: 'C', name: 'D', phone: 'F' } },
}
const traced = (...words: string[]) => tablesWith(world.sql, world.district.schema, words)
const erase = (personId: string) =>
  world.system.transaction((tx) => eraseSubject(world.system, tx, { personId, accountId: null }))

test.each([
  ['王 芳', '王芳', '9-101', { birthDay: '1971-01-01' }, '1971-01-01,'],
  ['Hans  Gross', 'HANS GROSS', '9-102', { birthDay: '1972-02-02' }, '1972-02-02,'],
  ['Tess·Moss', 'Tess Moss', '9-103', { phone: '13800091003' }, ',138 0009 1003'],
  ['司 徒 三', '司徒三', '9-104', {}, ','],
] as const)(
  'a row of %s is of the erased %s, whatever else of them it has',
  async (inFile, name, at, facts, said) => {
    const home = await addHome(world.as('worker'), world.places.building1.id, at)
    const { id, states } = await read([
      header,
      `柳岸小区,3栋,${at},${inFile},${said}`,
      `柳岸小区,3栋,${at},旁人,${said}`,
    ])
    expect(states).toEqual({ waiting: 2 })
    const { personId } = await addPerson(world.as('worker'), home, { name, role: 'resident', ...facts })
    await erase(personId)
    const rows = await world.sql(
      'owner',
      'select n, plan is not null as kept from register_import_rows where import_id = $1 order by n',
      [id],
    )
    expect(rows).toEqual([
      { n: 1, kept: false },
      { n: 2, kept: true },
    ])
  },
)

test('a row of people that stands where a header is looked for, or chosen, goes with the file', async () => {
  const rows = ['柳岸小区,3栋,9-201,纪首行,1973-03-03,13800092001', '柳岸小区,3栋,9-202,纪次行,1974-04-04,12']
  const unread = await read(rows)
  expect(unread.sheets[0]!.found.map(({ name }) => name)).toContain('纪首行')
  const chosen = await read(rows, byHand)
  expect(chosen.states).toEqual({ refused: 1 })
  expect(await traced('纪首行', '13800092001')).toEqual(['register_import_rows', 'register_imports'])
  for (const { id } of [unread, chosen]) await dropRegisterImport(world.system, id)
  expect(await traced('纪首行', '13800092001', '纪次行')).toEqual([])
})

test('the same of one who is erased, while the file waits; files of others keep theirs', async () => {
  const waiting = await read(
    ['柳岸小区,3栋,9-301,纪 消去,,13800093001', '柳岸小区,3栋,9-302,纪别人,,12'],
    byHand,
  )
  const other = await read(['柳岸小区,3栋,9-303,纪留下,,13800093003'])
  const home = await addHome(world.as('worker'), world.places.building1.id, '9-304')
  const person: AddedPerson = await addPerson(world.as('worker'), home, { name: '纪消去', role: 'resident' })
  await erase(person.personId)
  await world.followersSettled()
  expect(await traced('纪消去', '纪 消去', '13800093001')).toEqual([])
  const named = async (id: string) => {
    const rows = await world.sql<{ found: { letter: string; name: string } }>(
      'owner',
      `select sheets -> 0 -> 'found' -> 3 as found from register_imports where id = $1`,
      [id],
    )
    return rows[0]!.found
  }
  expect(await named(waiting.id)).toEqual({ letter: 'D', name: '' })
  expect(await named(other.id)).toEqual({ letter: 'D', name: '纪留下' })
})

test('once rows are taken in, a sheet of which nothing was read keeps no cells', async () => {
  const workbook = new excel.Workbook()
  const sheets = {
    名册: [header.split(','), ['柳岸小区', '3栋', '9-402', '纪入册']],
    杂记: [['纪杂记', '来电话了']],
  }
  for (const [name, rows] of Object.entries(sheets)) workbook.addWorksheet(name).addRows(rows)
  const source = Buffer.from(await workbook.xlsx.writeBuffer())
  const { id } = await readRegisterFile(world.system, { source, name: 'a.xlsx' })
  expect(await traced('纪杂记')).toEqual(['register_imports'])
  const { sheets: left } = await takeInRegister(world.system, id, {})
  expect(left.map(({ found }) => found[0])).toEqual([
    { letter: 'A', name: '小区' },
    { letter: 'A', name: '' },
  ])
})

test('of a file that was taken in whole the names of columns go after their time, and are not counted', async () => {
  const { id } = await read([header, '柳岸小区,3栋,9-401,纪月余,1975-05-05,'])
  await takeInRegister(world.system, id, {})
  const names = () =>
    world.sql(
      'owner',
      `select jsonb_path_query_array(sheets, '$[*].found[*].name') as names from register_imports where id = $1`,
      [id],
    )
  expect(await names()).toEqual([{ names: header.split(',') }])
  const later = world.clock.now().add({ hours: 1 })
  await dropOldImports(world.system, later)
  expect(await names()).toEqual([{ names: ['', '', '', '', '', ''] }])
  expect(await dropOldImports(world.system, later)).toBe(0)
})

test('a file that cannot be read to its end leaves nothing of its beginning', async () => {
  const rows = Array.from({ length: 700 }, (_, at) => `柳岸小区,3栋,7-${at},断章,,${at % 2 ? '' : '1'}`)
  // A quote that is never closed, longer than a row may be: found once the rows before it are staged.
  const path = join(world.district.dataFolder, 'broken.csv')
  await mkdir(world.district.dataFolder, { recursive: true })
  await writeFile(path, `${[header, ...rows].join('\n')}\n"${'x'.repeat(2_100_000)}`)
  const file = { source: path, name: 'broken.csv' }
  await expect(readRegisterFile(world.system, file)).rejects.toMatchObject({ code: 'import_file_unreadable' })
  const left = await world.sql<{ rows: number; kept: number }>(
    'owner',
    `select count(*)::int as rows, (count(*) filter (where plan is not null or cells is not null))::int as kept
     from register_import_rows r join register_imports i on i.id = r.import_id where i.file_name = 'broken.csv'`,
  )
  expect(left[0]!.rows).toBeGreaterThan(0)
  expect(left[0]!.kept).toBe(0)
  expect(await traced('断章')).toEqual([])
})

test('what was before a change is not kept for ever: the row stays then, and the rest is undone', async () => {
  const home = await addHome(world.as('worker'), world.places.building1.id, '9-501')
  const facts = { name: '纪旧事', role: 'resident', birthDay: '1976-06-06', phone: '13800095001' }
  await addPerson(world.as('worker'), home, facts)
  const rows = ['柳岸小区,3栋,9-501,纪旧事,1976-06-06,13800095002', '柳岸小区,3栋,9-502,纪新人,,']
  const { id, states } = await read([header, ...rows])
  await takeInRegister(world.system, id, {})
  await world.sql('owner', 'update register_versions set kept = null where import_id = $1', [id])
  const undone = await undoRegisterImport(world.system, id)
  expect({ before: states, state: undone.state, after: undone.states }).toEqual({
    before: { waiting: 2 },
    state: 'undone',
    after: { kept: 1, undone: 1 },
  })
})
