import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import type { Receipt } from '../../cases/contract.ts'
import { sendDue } from '../../notices/delivery/sender.ts'
import { mailText } from '../mail-text.ts'
import { pushBrowser } from '../push-browser.ts'
import { openMailbox, openReceiver } from '../receivers.ts'
import { senderIn, vendorOk } from '../robot-scene.ts'
import { act } from '../world-client.ts'
import { wrongInLooks } from './axe.ts'
import { browserTests, choose, look, reads } from './browser.ts'

const service = await openReceiver({ status: 201 })
const mailbox = await openMailbox()
const messages = {
  address: null,
  hosts: [service.origin, 'http://127.0.0.1'],
  mail: mailbox.settings,
}
const site = browserTests({ messages })
afterAll(() => Promise.all([service.close(), mailbox.close()]))

/**
 * A push service that can be reached, which a browser under test has none of: its part is what it hands out, and how
 * often it was told that this is over. All else is the browser's own.
 */
async function withPushService(page: Page, subscription: object): Promise<void> {
  await page.addInitScript((handedOut) => {
    const key = 'of the push service'
    const standing = () =>
      localStorage.getItem(key) === null
        ? null
        : {
            toJSON: () => handedOut,
            unsubscribe: async () => {
              localStorage.removeItem(key)
              return true
            },
          }
    Object.assign(PushManager.prototype, {
      subscribe: async () => {
        localStorage.setItem(key, 'let in')
        return standing()
      },
      getSubscription: async () => standing(),
    })
  }, subscription)
}

/** Hands a message to the page's push worker, as the browser does when one comes. */
async function pushed(page: Page, message: unknown): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  const found = new Promise<string>((resolve) => {
    devtools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const own = registrations.find(({ scopeURL }) => scopeURL.endsWith('/push/'))
      if (own) resolve(own.registrationId)
    })
  })
  await devtools.send('ServiceWorker.enable')
  const registrationId = await found
  await devtools.send('ServiceWorker.deliverPushMessage', {
    origin: new URL(page.url()).origin,
    registrationId,
    data: JSON.stringify(message),
  })
}

/** What the push worker shows on the phone's screen now, or null. */
const shownOn = (page: Page): Promise<unknown> =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration('/push/')
    const [first] = (await registration?.getNotifications()) ?? []
    return first ? { title: first.title, body: first.body, path: first.data } : null
  })

test('a resident lets a phone and an address be told, is told, changes the hours, and signs out of it', async () => {
  const { world } = site
  const resident = '13800030001'
  const person = world.resident(resident)
  const browser = pushBrowser(`${service.origin}/push/phone`)
  const { endpoint, p256dh, auth } = browser.subscription
  const page = await site.open('/board', { screen: 'phone', resident })
  await page.context().grantPermissions(['notifications'])
  await withPushService(page, { endpoint, keys: { p256dh, auth } })
  await page.goto('/me')
  await page.getByRole('button', { name: '在这台设备上收消息' }).tap()
  await reads(page, '好了，有消息会在这台设备上告诉您', '就是这台', /22:00 到 07:00 不打扰/)

  await page.getByRole('button', { name: '添加邮箱' }).tap()
  await page.getByRole('button', { name: '发验证码' }).tap()
  await reads(page, '请写完整的邮箱，例如 name@example.org')
  await page.getByLabel('邮箱').fill('wang.daye@example.org')
  await page.getByRole('button', { name: '发验证码' }).tap()
  await reads(page, 'wa***@example.org', '还没有确认，填好验证码才会发')
  const [code = ''] = /\d{6}/.exec(mailText(mailbox.mails[0]!.text)) ?? []
  await page.getByLabel('邮件里的 6 位验证码').fill(code)
  await page.getByRole('button', { name: '确认邮箱' }).tap()
  await reads(page, '邮箱已确认，有消息会发到那里')
  expect(await wrongInLooks(page, 'portal-messages-phone')).toEqual({})

  const report = act({ words: '楼下太吵', areaId: world.places.building1.id })
  const { caseId, number } = await person.does<Receipt>('/api/reports', report)
  await world.as('street').does(`/api/cases/${caseId}/decline`, act({ reason: '请补充具体情况' }))
  await site.settled()
  world.clock.advance({ minutes: 1 })
  await sendDue(senderIn(site.world, messages))
  const told = { title: '您反映的事不予受理，里面有理由', body: number, path: `/my/${caseId}` }
  const message = browser.read(service.heard[0]!)
  expect(message).toMatchObject(told)
  await pushed(page, message)
  await expect.poll(() => shownOn(page), { timeout: 30_000 }).toEqual(told)

  await page.getByRole('button', { name: '改时间：wa***@example.org' }).tap()
  await page.getByLabel('几点起不打扰').fill('21:00')
  await page.getByRole('button', { name: '保存', exact: true }).tap()
  await reads(page, /21:00 到 07:00 不打扰/)
  await page.getByRole('button', { name: '移除：wa***@example.org' }).tap()
  await reads(page, '已移除，不再发到那里')
  await page.getByRole('button', { name: '退出登录' }).tap()
  await reads(page, '已退出登录')
  expect(await world.sql('owner', 'select id from own_channels')).toEqual([])
})

test('a phone says why it cannot be told: where the browser forbids it, and where no service answers', async () => {
  const page = await site.open('/board', { screen: 'phone', resident: '13800030002' })
  await page.addInitScript(() => {
    Object.assign(Notification, { requestPermission: async () => 'granted' })
    const permission = () => localStorage.getItem('permission') ?? 'default'
    Object.defineProperty(Notification, 'permission', { get: permission })
    Object.assign(PushManager.prototype, {
      getSubscription: async () => null,
      subscribe: () => Promise.reject(new DOMException('Registration failed', 'AbortError')),
    })
  })
  await page.goto('/me')
  await page.getByRole('button', { name: '在这台设备上收消息' }).tap()
  await reads(page, /^这个浏览器现在连不上它的推送服务/)
  await page.evaluate(() => localStorage.setItem('permission', 'denied'))
  await page.reload()
  await reads(page, /^浏览器不让邻里发通知/)
})

test('a street gives a group a robot, tries it, sees why it failed, and sends it again', async () => {
  const page = await site.open('/console/robots', { screen: 'desk', as: 'street' })
  await reads(page, '消息里还没有链接，收到的人要自己打开邻里去找。请系统管理员设好本系统的网址。')
  await page.getByRole('button', { name: '添加群机器人', exact: true }).click()
  await page.getByRole('button', { name: '添加', exact: true }).click()
  await reads(page, '请写群的名称', '请选一个街道或社区')
  await page.getByLabel('群的名称').fill('柳岸网格群')
  await page.getByLabel('机器人的地址').fill(`${service.origin}/robot/send?key=the-key-of-the-group`)
  await choose(page.getByLabel('发哪里的事'), '柳巷社区')
  await look(page, 'console-robot-add-desk')
  await page.getByRole('button', { name: '添加', exact: true }).click()
  await reads(page, '已添加，可以试发一条', /…roup/)

  service.heard.length = 0
  service.next({ body: '{"errcode":93000,"errmsg":"invalid webhook url"}' })
  await page.getByRole('button', { name: '试发一条' }).click()
  await reads(page, '正在试发，结果看下面的发送记录')
  await sendDue(senderIn(site.world, messages))
  await page.reload()
  await reads(page, '机器人的地址不对，或者已经失效。请重新添加。', '近 30 天 1 条没发成')
  expect(await wrongInLooks(page, 'console-robot-failed-desk')).toEqual({})
  service.next({ body: vendorOk.wecom })
  await page.getByRole('button', { name: '再发一次：试发' }).click()
  await reads(page, '已排队重发')
  await sendDue(senderIn(site.world, messages))
  expect(service.heard.map(({ path }) => path)).toEqual(Array(2).fill('/robot/send?key=the-key-of-the-group'))
  await page.getByRole('button', { name: '改时间和语言' }).click()
  await page.getByLabel('几点起不打扰').fill('20:30')
  await page.getByLabel('消息用什么话').selectOption('en')
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await reads(page, /20:30 到 07:00 不打扰，急事除外 · 说英文/, /已发出/)
})
