import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import excel from 'exceljs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeCtx } from '../../../platform/http/server.ts'
import { writeRegisterFile } from '../../../testing/register-file.ts'
import { openWorld, type World } from '../../../testing/world.ts'
import { actingAs } from '../../door.ts'
import { must } from '../../permission.rule.ts'
import { eraseSubject } from '../../rights/erase-subject.ts'
import { enterMany } from '../enter-many.ts'
import { identityCheckDigit } from '../identity-number.rule.ts'
import { decideRow } from './decide-row.ts'
import { listImportRows } from './list-rows.ts'
import { readRegisterFile } from './read-file.ts'
import { takeInRegister } from './take-in.ts'
import { undoRegisterImport } from './undo.ts'

let world: World
let folder: string
beforeAll(async () => {
  world = await openWorld()
  folder = await mkdtemp(join(tmpdir(), 'linli-register-'))
}, 120_000)
afterAll(async () => {
  await world.close()
  await rm(folder, { recursive: true })
})

const desk = () => {
  const { accountId, postId } = world.staff.community
  const posts = [{ id: postId, kind: 'community_desk', unitId: null, areaId: world.places.community1.id }]
  const stage = {
    district: world.district,
    clock: world.clock,
    log: { info: () => undefined, warn: console.warn, error: console.error },
  }
  return actingAs(stage, { id: accountId, kind: 'staff', name: '社区', posts })
}

const number = (order: number) => {
  const digits = `99111119700101${String(order).padStart(3, '0')}`
  return digits + identityCheckDigit(digits)
}
/** A home with one who lives there, as `enterMany` has them. */
const newcomer = (
  label: string,
  name: string,
  identity: string | null,
  phone: string | null = null,
  birthDay: string | null = null,
) => ({
  buildingId: world.places.building1.id,
  use: 'dwelling' as const,
  label,
  people: [
    {
      name,
      identity,
      phone,
      birthDay,
      sex: null,
      registerKind: 'local' as const,
      guardian: null,
      role: 'resident' as const,
      lives: true,
      fromDay: '2020-01-01',
    },
  ],
})
const header = '小区 楼栋 房号 姓名 身份证号 出生日期 电话 居住身份 迁出日期 房屋用途'.split(' ')
const sheetOf = async (...rows: readonly (readonly (string | null)[])[]) => {
  const workbook = new excel.Workbook()
  const sheet = workbook.addWorksheet('柳岸')
  sheet.addRow(header)
  for (const row of rows) sheet.addRow([...row])
  return { source: Buffer.from(await workbook.xlsx.writeBuffer()), name: 'a.xlsx' }
}
/** Every table of the register in one text; versions count on, so they are left out. */
const state = async () => {
  const tables = ['homes', 'persons', 'households', 'occupancies', 'person_keys', 'consents', 'care_flags']
  const hashes: string[] = []
  for (const table of tables) {
    const [row] = await world.sql<{ hash: string | null }>(
      'owner',
      `select md5(string_agg((to_jsonb(t) - 'seq')::text, '|' order by (to_jsonb(t) - 'seq')::text)) as hash
       from ${table} t`,
    )
    hashes.push(`${table} ${row?.hash}`)
  }
  return hashes
}
const rowsOf = async (importId: string) =>
  (await listImportRows(desk(), importId, { after: 0, limit: 200 })).rows

test('a file with faults: each is reported where it is; taken in, nothing comes twice, undone to the letter', async () => {
  const path = join(folder, 'register.xlsx')
  const buildings = [{ estate: '柳岸小区', building: '3栋' }]
  const planted = await writeRegisterFile(path, { seed: 7, rows: 1_200, faults: 60, sheets: 4, buildings })
  const before = await state()
  const file = { source: path, name: 'register.xlsx' }
  const read = await readRegisterFile(desk(), file)
  expect(read).toMatchObject({ state: 'read', total: 1_200 })
  expect(await state()).toEqual(before)
  const reported = await world.sql<{ at: string }>(
    'owner',
    `select concat_ws(' ', r.sheet, r.row_number, f -> 'column' ->> 'letter', f ->> 'reason') as at
     from register_import_rows r, jsonb_array_elements(r.faults) f where r.import_id = $1`,
    [read.id],
  )
  const found = new Set(reported.map(({ at }) => at))
  expect(
    planted
      .map((one) => `${one.sheet} ${one.row} ${one.letter} ${one.reason}`)
      .filter((at) => !found.has(at)),
  ).toEqual([])
  const asPlanted = new Set(planted.map(({ sheet, row }) => `${sheet} ${row} `))
  const more = reported.map(({ at }) => at).filter((at) => !asPlanted.has(`${at.split(' ', 2).join(' ')} `))
  expect(more).toEqual([])
  expect(read.states.refused).toBe(60)

  const taken = await takeInRegister(desk(), read.id, {})
  expect(taken).toMatchObject({ state: 'taken', states: { taken: 1_140, refused: 60 } })
  expect((await world.verify()).flaws).toEqual([])
  const again = await readRegisterFile(desk(), file)
  expect(again.states).toEqual({ same: 1_140, refused: 60 })

  const undone = await undoRegisterImport(desk(), read.id)
  expect(undone).toMatchObject({ state: 'undone', states: { undone: 1_140 } })
  expect(await state()).toEqual(before)
  expect((await world.verify()).flaws).toEqual([])
}, 300_000)

describe('against what the register knows', () => {
  beforeAll(async () => {
    await enterMany(desk(), [
      newcomer('9-901', '严守信', number(1), '13800030001'),
      newcomer('9-902', '严乐群', null, null, '1970-02-02'),
      newcomer('9-903', '严敬业', number(3)),
    ])
  }, 60_000)

  test('corrections, moves, and what is the same; undone, all is as before', async () => {
    const before = await state()
    const file = await sheetOf(
      ['柳岸小区', '3栋', '9-901', '严守信', number(1), null, '13900030001', null, null, '商铺'],
      ['柳岸小区', '3栋', '9-902', '严乐群', null, '1970-02-02', null, null, '2026-10-01'],
      ['柳岸小区', '3栋', '9-904', '严敬业', number(3), null, null, '租户'],
      ['柳岸小区', '3栋', '9-903', '严冬', null, '1988-01-01'],
      ['石桥老院', '', '1', '外人'],
      ['柳岸小区', '3栋', '9-903', '别名', number(3)],
    )
    const read = await readRegisterFile(desk(), file)
    const rows = await rowsOf(read.id)
    expect(
      rows.map(({ state: to, changes, faults }) => [to, ...changes, ...faults.map(({ reason }) => reason)]),
    ).toEqual([
      ['waiting', 'corrected'],
      ['waiting', 'moved_out'],
      ['waiting', 'home_added', 'moved_in'],
      ['waiting', 'person_added', 'moved_in'],
      ['refused', 'outside_area'],
      ['refused', 'identity_two_names'],
    ])
    expect(rows[0]!.fields).toEqual([
      { field: 'phone', before: '138****0001', after: '139****0001' },
      { field: 'use', before: 'dwelling', after: 'shop' },
    ])
    await takeInRegister(desk(), read.id, {})
    expect((await world.verify()).flaws).toEqual([])
    expect((await readRegisterFile(desk(), file)).states).toEqual({ same: 4, refused: 2 })
    await undoRegisterImport(desk(), read.id)
    expect(await state()).toEqual(before)
    expect((await world.verify()).flaws).toEqual([])
  })

  test('chosen rows alone', async () => {
    const file = await sheetOf(
      ['柳岸小区', '3栋', '8-801', '选一', number(11)],
      ['柳岸小区', '3栋', '8-802', '选二', number(12)],
    )
    const { id } = await readRegisterFile(desk(), file)
    expect((await takeInRegister(desk(), id, { rows: [2] })).states).toEqual({ waiting: 1, taken: 1 })
    expect((await takeInRegister(desk(), id, {})).states).toEqual({ taken: 2 })
    await undoRegisterImport(desk(), id)
  })

  test('who may be meant is asked, and what is decided is done', async () => {
    const file = await sheetOf(['柳岸小区', '3栋', '8-803', '严乐群', null, '1970-02-02', '13800030099'])
    const { id, states } = await readRegisterFile(desk(), file)
    expect(states).toEqual({ asked: 1 })
    const [row] = await rowsOf(id)
    expect(row!.said).toMatchObject({ birthDay: '1970-02-02', phoneMasked: '138****0099' })
    const candidate = { name: '严乐群', birthDay: '1970-02-02', place: { label: '9-902' } }
    expect(row!.candidates).toMatchObject([candidate])
    const decision = { requestId: crypto.randomUUID(), personId: row!.candidates[0]!.personId }
    await decideRow(desk(), id, 1, decision)
    expect((await rowsOf(id))[0]).toMatchObject({
      state: 'waiting',
      changes: ['home_added', 'moved_in', 'corrected'],
    })
    const before = await state()
    await takeInRegister(desk(), id, {})
    expect((await world.verify()).flaws).toEqual([])
    await undoRegisterImport(desk(), id)
    expect(await state()).toEqual(before)
  })

  test('a row of which somebody changed anything since is not undone', async () => {
    const file = await sheetOf(
      ['柳岸小区', '3栋', '8-804', '后改', number(21)],
      ['柳岸小区', '3栋', '8-805', '未改', number(22)],
    )
    const { id } = await readRegisterFile(desk(), file)
    await takeInRegister(desk(), id, {})
    const [person] = await world.sql<{ id: string }>('owner', `select id from persons where name = '后改'`)
    await world.sql('owner', 'update persons set seq = 2 where id = $1', [person!.id])
    expect((await undoRegisterImport(desk(), id)).states).toEqual({ undone: 1, kept: 1 })
    const names = await world.sql<{ name: string }>(
      'owner',
      `select name from persons where name in ('后改', '未改')`,
    )
    expect(names).toEqual([{ name: '后改' }])
  })

  test('a row whose person changed since the file was read is not taken in', async () => {
    await enterMany(desk(), [newcomer('9-905', '严后来', number(5))])
    const row = ['柳岸小区', '3栋', '9-905', '严后来', number(5), null, '13600000000']
    const { id, states } = await readRegisterFile(desk(), await sheetOf(row))
    expect(states).toEqual({ waiting: 1 })
    const changed = await world.sql(
      'owner',
      `update persons set seq = seq + 1 where name = '严后来' returning seq`,
    )
    expect(changed).toEqual([{ seq: 2 }])
    expect((await takeInRegister(desk(), id, {})).states).toEqual({ stale: 1 })
  })

  test('a row that meant somebody who was erased says nothing of them any more, and is not taken in', async () => {
    const row = ['柳岸小区', '3栋', '9-901', '严守信', number(1), null, '13600000001']
    const { id } = await readRegisterFile(desk(), await sheetOf(row))
    await erase('严守信')
    expect(await keptOf(id)).toEqual([{ n: 1, state: 'stale', isKept: false }])
    expect((await takeInRegister(desk(), id, {})).states).toEqual({ stale: 1 })
  })

  test('rows that named the erased as somebody new go too, and refused ones; others of the name stay', async () => {
    const at = ['柳岸小区', '3栋']
    const { id, states } = await readRegisterFile(
      desk(),
      await sheetOf(
        [...at, '9-906', '严 新来', number(6)],
        [...at, '9-907', '严新来', null, null, '13600000006', '业主'],
        [...at, '9-908', '严新来', null, '1999-09-09'],
        [...at, '9-909', '某邻居', null, null, '13600000009'],
        ['柳岸小区', '没有的楼', '1', '严新来'],
        ['柳岸小区', '没有的楼', '1', '某邻居'],
      ),
    )
    expect(states).toEqual({ waiting: 4, refused: 2 })
    await enterMany(desk(), [newcomer('9-910', '严新来', number(6), '13600000006')])
    await erase('严新来')
    expect(await keptOf(id)).toEqual([
      { n: 1, state: 'stale', isKept: false },
      { n: 2, state: 'stale', isKept: false },
      { n: 3, state: 'waiting', isKept: true },
      { n: 4, state: 'waiting', isKept: true },
      { n: 5, state: 'refused', isKept: false },
      { n: 6, state: 'refused', isKept: true },
    ])
    expect((await takeInRegister(desk(), id, {})).states).toEqual({ stale: 2, taken: 2, refused: 2 })
  })
})

/** Erases by somebody who answers for rights: they need not be one who imports. */
async function erase(name: string): Promise<void> {
  const [person] = await world.sql<{ id: string }>('owner', 'select id from persons where name = $1', [name])
  const { who, district, clock, log } = world.system
  const acts = who.acts.filter((one) => one !== 'register.import')
  const answering = makeCtx({ district, clock, must, committed: () => undefined }, { ...who, acts }, log)
  await answering.transaction((tx) => eraseSubject(answering, tx, { personId: person!.id, accountId: null }))
}

/** What became of the rows of an import, and whether anything that was sent is still kept of them. */
const keptOf = (importId: string) =>
  world.sql(
    'owner',
    `select n, state, plan is not null or cells is not null as "isKept" from register_import_rows
     where import_id = $1 order by n`,
    [importId],
  )
