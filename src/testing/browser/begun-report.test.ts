import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { photo } from '../photo.ts'
import { look, reads } from './browser.ts'
import { type OwnPhone, ownPhone, settled } from './own-phone.ts'
import { openSite, type Site } from './site.ts'

let site: Site
let phone: OwnPhone
beforeAll(async () => {
  site = await openSite()
  phone = await ownPhone(site)
  await phone.signsIn('worker')
})
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') console.error(await phone.says())
})
afterAll(async () => {
  await phone?.close()
  await site?.close()
})

const words = (page: Page) => page.getByRole('textbox', { name: '什么事' })
const pictures = (page: Page) => page.getByRole('img', { name: /^第 \d 张照片$/ })

async function writes(page: Page, said: string, shade: number): Promise<void> {
  await page.goto('/field/report')
  await words(page).fill(said)
  const picture = { name: 'spot.jpg', mimeType: 'image/jpeg', buffer: await photo(shade) }
  await page.getByLabel('拍照或选照片').first().setInputFiles(picture)
  await pictures(page).first().waitFor()
}

const submits = (page: Page) => page.getByRole('button', { name: '提交', exact: true }).tap()

test('a report that is changed while it waits leaves the one that was begun: both are sent, each with its photograph', {
  timeout: 90_000,
}, async () => {
  const page = await phone.open()
  await page.goto('/field')
  await settled(page, [])
  await page.goto('/field/report')
  await reads(page, '当场已经办好')

  await phone.setOffline(true)
  await writes(page, '三楼楼道灯不亮', 50)
  await submits(page)
  await reads(page, '已存在这部手机里，有信号会自动发出')
  await writes(page, '东门口的栏杆倒了', 60)

  await page.goto('/field/outbox')
  await page.getByRole('button', { name: '改一改', exact: true }).tap()
  await reads(page, '还有 1 件没写完的存在这部手机里，写完这件再打开上报，就会回来。')
  expect(await words(page).inputValue()).toBe('三楼楼道灯不亮')
  await pictures(page).first().waitFor()
  await words(page).fill('三楼和四楼楼道灯不亮')
  await look(page, 'field-report-aside-phone')

  await phone.setOffline(false)
  await submits(page)
  await page.waitForURL(/\/field\/receipt\//)
  await page.getByRole('link', { name: '上报', exact: true }).tap()
  await reads(page, '这是您之前没写完的一件。')
  expect(await words(page).inputValue()).toBe('东门口的栏杆倒了')
  await pictures(page).first().waitFor()
  await submits(page)
  await page.waitForURL(/\/field\/receipt\//)

  const sent = await site.world.sql<{ body: string; photos: number }>(
    'reader',
    `select t.body, (select count(*)::integer from case_photos p where p.case_id = c.id) as photos
     from cases c join sealed_texts t on t.subject = c.id and t.kind = 'words' order by t.body`,
  )
  expect(sent).toEqual([
    { body: '三楼和四楼楼道灯不亮', photos: 1 },
    { body: '东门口的栏杆倒了', photos: 1 },
  ])
})
