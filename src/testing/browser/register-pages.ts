import excel from 'exceljs'
import type { Page } from 'playwright-core'
import type { RegisterReceipt } from '../../people/register/contract.ts'
import { addHome, addPerson, identityOf } from '../register-acts.ts'
import type { World } from '../world.ts'
import { act, type Person } from '../world-client.ts'
import { bringVisit } from './visits-pages.ts'

/** A home with a family, and one that stands empty. */
export interface RegisteredHome {
  readonly homeId: string
  /** The owner, with a number, a consent and a care flag. */
  readonly ownerId: string
}

/** What the pages of the register show: an owner, a tenant, a child, a consent, a care flag; and what the owner asks. */
export async function bringRegister(world: World): Promise<RegisteredHome> {
  const [worker, desk] = [world.as('worker'), world.as('community')]
  const buildingId = world.places.building1.id
  const number = identityOf('99999919560307002')
  const homeId = await addHome(worker, buildingId, '2单元501')
  await addHome(worker, buildingId, '2单元502')
  const { personId: ownerId } = await addPerson(worker, homeId, {
    name: '顾清秋',
    role: 'owner',
    phone: '13800020001',
    identity: number,
  })
  const tenant = { name: '沈长风', phone: '13800020002', identity: identityOf('99999919880509001') }
  await addPerson(worker, homeId, tenant)
  await addPerson(worker, homeId, { name: '顾小满', birthDay: '2018-06-01', guardianId: ownerId })
  const consent = act({ purpose: 'care', givenBy: 'self', how: 'spoken' })
  const { id: consentId } = await desk.does<RegisterReceipt>(
    `/api/register/people/${ownerId}/consents`,
    consent,
  )
  const flag = { kind: 'disability', reason: '走路不便，愿意有人帮忙取药。', consentId, endsOn: '2027-05-01' }
  await desk.does(`/api/register/people/${ownerId}/care`, act(flag))
  await askRights(world.resident('13800020001'), number)
  await bringVisit(world, homeId)
  return { homeId, ownerId }
}

/** The owner asks for what the law lets a person ask: a correction, and that all is erased. */
async function askRights(owner: Person, number: string): Promise<void> {
  await owner.does('/api/my/record/find', { identityEnd: number.slice(-4) })
  await owner.does('/api/my/rights', act({ kind: 'correct', words: '我的生日写错了，应是 3 月 8 日。' }))
  await owner.does('/api/my/rights', act({ kind: 'erase' }))
}

/** Has a list of residents read: two rows that are new, one with a fault, and one that may mean a tenant who is there. */
export async function readRegisterSheet(page: Page): Promise<void> {
  const workbook = new excel.Workbook()
  const sheet = workbook.addWorksheet('柳岸')
  sheet.addRow(['小区', '楼栋', '房号', '姓名', '电话', '居住身份'])
  sheet.addRow(['柳岸小区', '3栋', '2单元601', '宋新来', '13800020011', '业主'])
  sheet.addRow(['柳岸小区', '3栋', '2单元602', '宋后来', '13800020012', '租户'])
  sheet.addRow(['柳岸小区', '3栋', '2单元603', '宋有误', '138000', '租户'])
  sheet.addRow(['柳岸小区', '3栋', '2单元502', '沈长风', '13800020002', '租户'])
  const buffer = Buffer.from(await workbook.xlsx.writeBuffer())
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  await page.getByLabel('选文件').setInputFiles({ name: '名册.xlsx', mimeType, buffer })
  await page.getByRole('button', { name: '先读一遍，不写入' }).click()
}
