import { afterAll, beforeAll, expect, test } from 'vitest'
import { addHome, addPerson } from '../../../testing/register-acts.ts'
import { openWorld, type World } from '../../../testing/world.ts'
import { act } from '../../../testing/world-client.ts'
import type { ImportOverview, ImportRow, RowPage } from './contract.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

/** Care 4: children under 14 are in no list, and the rows of a file are one. */
test('rows of children name nobody and say no telephone, before and after they are taken in; whom one means can be said', async () => {
  const desk = world.as('community')
  const home = await addHome(desk, world.places.building1.id, '301')
  const other = await addHome(desk, world.places.building1.id, '302')
  const parent = { name: '林远山', phone: '13800000431' }
  const { personId: guardianId } = await addPerson(desk, home, parent)
  const known = { name: '林小溪', birthDay: '2018-01-01', phone: parent.phone, guardianId }
  const { personId } = await addPerson(desk, home, known)
  await addPerson(desk, other, { ...known, name: '林小路', birthDay: '2019-03-03' })
  const lines = [
    '小区,楼栋,房号,姓名,出生日期,电话,监护人',
    // In the register, with another telephone; new; of the name and age of one who lives elsewhere; a grown-up.
    '柳岸小区,3栋,301,林小溪,2018-01-01,13800000432,林远山',
    '柳岸小区,3栋,301,林小桥,2019-02-02,13800000433,林远山',
    '柳岸小区,3栋,301,林小路,2019-03-03,13800000434,林远山',
    '柳岸小区,3栋,301,林长风,1980-02-02,13800000435,',
  ]
  const file = { bytes: Buffer.from(`${lines.join('\n')}\n`), type: 'text/csv', name: 'a.csv' }
  const { id } = (await desk.upload<ImportOverview>('/api/register/imports', file)).body
  const at = `/api/register/imports/${id}`
  const rows = async () => (await desk.sees<RowPage>(`${at}/rows`)).rows
  const ofChild = { child: true, name: null }

  const [corrected, fresh, asked, grown] = await rows()
  expect(corrected).toMatchObject({
    ...ofChild,
    personId,
    said: null,
    fields: [{ field: 'phone', before: null, after: null }],
    place: { label: '301' },
  })
  expect(fresh).toMatchObject({
    ...ofChild,
    state: 'waiting',
    said: null,
    changes: ['person_added', 'moved_in'],
  })
  const apart = { birthDay: '2019-03-03', sex: null, phoneMasked: null }
  expect(asked).toMatchObject({ ...ofChild, state: 'asked', said: apart })
  expect(asked!.candidates).toMatchObject([{ ...ofChild, ...apart, place: { label: '302' } }])
  expect(grown).toMatchObject({ child: false, name: '林长风', said: { phoneMasked: '138****0435' } })
  const namesNoChild = (shown: readonly ImportRow[]) =>
    expect(JSON.stringify(shown)).not.toMatch(/林小|138\*{4}043[1-4]/)
  namesNoChild([corrected!, fresh!, asked!])

  await desk.does(`${at}/rows/3/decide`, act({ personId: asked!.candidates[0]!.personId }))
  await desk.does(`${at}/take`, {})
  const taken = await rows()
  expect(taken.map(({ state, name }) => [state, name])).toEqual([
    ['taken', null],
    ['taken', null],
    ['taken', null],
    ['taken', '林长风'],
  ])
  namesNoChild(taken)
})
