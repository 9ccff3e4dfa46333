import type { Page } from 'playwright-core'
import { faultyMessages } from '../faulty-messages.ts'
import { assessmentVisits } from './assessment-pages.ts'
import { emergencyVisits } from './emergency-pages.ts'
import { mediationVisits } from './mediation-pages.ts'
import { overviewVisits } from './overview-pages.ts'
import type { Visit } from './pages.ts'
import { readRegisterSheet } from './register-pages.ts'
import { roundVisits } from './round-pages.ts'
import { stationVisits } from './station-pages.ts'
import { visitVisits } from './visits-pages.ts'
import { whistleVisits } from './whistle-pages.ts'

const open = (role: 'button' | 'link', name: string) => async (page: Page) =>
  page.getByRole(role, { name, exact: true }).first().click()

const opensMap = (name: string) => async (page: Page) => {
  await open('button', name)(page)
  await page.locator('[data-drawn="yes"]').last().waitFor()
}

async function choosesOnMap(page: Page): Promise<void> {
  await opensMap('在地图上选')(page)
  await open('button', '选地图正中这一点')(page)
}

/** Tries a sheet of messages in which most rows have a fault. */
async function rehearseFaultySheet(page: Page): Promise<void> {
  const { file } = await faultyMessages()
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  await page.getByLabel('选文件').first().setInputFiles({ name: '留言.xlsx', mimeType, buffer: file })
  await open('button', '先试读，不写入')(page)
}

async function opensErasure(page: Page): Promise<void> {
  await open('button', '删除信息')(page)
  await open('button', '同意：删除信息')(page)
}

async function opensRefusal(page: Page): Promise<void> {
  await open('button', '更正信息')(page)
  await open('button', '不同意：更正信息')(page)
}

/** What stands on a page only once it was opened there. */
const opened: readonly Visit[] = [
  {
    name: 'portal-open-data',
    at: () => '/board',
    opens: (page) => page.locator('summary', { hasText: '公开数据' }).click(),
    reads: '下载表格（CSV）',
  },
  { name: 'portal-board-map', at: () => '/board', opens: opensMap('看地图'), reads: '收起地图' },
  {
    name: 'field-route',
    at: () => '/field/route',
    as: 'property',
    opens: async (page) =>
      page.getByRole('list', { name: '今日路线，按先后' }).getByRole('button').first().click(),
    reads: '回到今日',
  },
  {
    name: 'field-route-round',
    at: () => '/field/route',
    as: 'worker',
    opens: async (page) =>
      page
        .getByRole('button', { name: /问题排查：柳岸小区/ })
        .first()
        .click(),
    reads: '开始排查',
  },
  { name: 'portal-place-map', at: () => '/report', isFirst: true, opens: choosesOnMap, reads: '就是这里' },
  {
    name: 'console-import-faults',
    at: () => '/console/import',
    as: 'centre',
    opens: rehearseFaultySheet,
    reads: '会退回的行',
  },
  {
    name: 'console-register-import',
    at: () => '/console/register/import',
    as: 'community',
    opens: readRegisterSheet,
    reads: '就是这一位',
  },
  {
    name: 'console-matter-edit',
    at: () => '/console/matters/FA02',
    as: 'administrator',
    opens: open('button', '修改'),
    reads: '看看会改什么',
  },
  {
    name: 'console-rights',
    at: () => '/console/rights',
    as: 'community',
    opens: opensRefusal,
    reads: '给本人说明理由',
  },
  {
    name: 'console-rights-erase',
    at: () => '/console/rights',
    as: 'community',
    opens: opensErasure,
    reads: '看看会删什么',
  },
]

/** Pages beside the desk's queues. */
const beside: readonly Visit[] = [
  { name: 'console-hand-over', at: () => '/console/hand-over', as: 'community', reads: '现在手上的事' },
  { name: 'field-hand-over', at: () => '/field/hand-over', as: 'worker', reads: '现在手上的事' },
  { name: 'console-closings', at: () => '/console/closings', as: 'centre', reads: '办结不等于解决' },
  {
    name: 'console-call-results',
    at: () => '/console/closings?view=results',
    as: 'centre',
    reads: '按主办单位看回访结果',
  },
  { name: 'console-find', at: () => '/console/find', as: 'centre', reads: '想找哪件事？' },
  {
    name: 'console-find-words',
    at: () => '/console/find?q=楼道灯&state=open',
    as: 'centre',
    reads: '含“楼道灯”',
  },
  { name: 'console-precedents', at: () => '/console/precedents', as: 'street', reads: '还没有裁定先例' },
]

/** The pages of those whose browser runs no script (src/app/plain). */
const plain: readonly Visit[] = [
  { name: 'plain-home', at: () => '/plain', isPlain: true, reads: '我要反映' },
  { name: 'plain-report', at: () => '/plain/report', isPlain: true, reads: '什么事' },
  { name: 'plain-follow', at: () => '/plain/follow', isPlain: true, reads: '输入回执码' },
  { name: 'plain-board', at: () => '/plain/board', isPlain: true, reads: '某小区三楼楼道灯不亮' },
  {
    name: 'plain-board-case',
    at: ({ answered }) => `/plain/board/${answered.number}`,
    isPlain: true,
    reads: '灯已修好，感谢反映。',
  },
]

export const furtherVisits: readonly Visit[] = [
  ...opened,
  ...beside,
  ...mediationVisits,
  ...overviewVisits,
  ...whistleVisits,
  ...stationVisits,
  ...emergencyVisits,
  ...assessmentVisits,
  ...visitVisits,
  ...roundVisits,
  ...plain,
]
