import { afterAll, beforeAll, expect, test } from 'vitest'
import { climbLadders } from '../../cases/door.ts'
import type { MessageSettings } from '../../platform/settings.ts'
import { mailText } from '../../testing/mail-text.ts'
import { pushBrowser } from '../../testing/push-browser.ts'
import { openMailbox, openReceiver, type Receiver } from '../../testing/receivers.ts'
import { senderIn } from '../../testing/robot-scene.ts'
import { openWorld, type World } from '../../testing/world.ts'
import { act } from '../../testing/world-client.ts'
import { sendDue } from './sender.ts'

let world: World
let service: Receiver
let mailbox: Awaited<ReturnType<typeof openMailbox>>
let messages: MessageSettings
beforeAll(async () => {
  service = await openReceiver({ status: 201 })
  mailbox = await openMailbox()
  messages = {
    address: 'https://linli.example.org',
    hosts: [service.origin, 'http://127.0.0.1'],
    mail: mailbox.settings,
  }
  world = await openWorld({ messages })
})
afterAll(async () => {
  await world?.close()
  await Promise.all([service.close(), mailbox.close()])
})

const send = () => sendDue(senderIn(world, messages))
const climb = async () => {
  await world.followersSettled()
  const climbed = await climbLadders(world.system, { atOnce: 20, most: 20 })
  await world.followersSettled()
  return climbed
}
const reports = async (many: number) => {
  for (let n = 0; n < many; n += 1)
    await world
      .anonymous()
      .does('/api/reports', act({ words: `楼道堆物 ${n}`, areaId: world.places.building1.id }))
}

test('forty cases that climb one after another are one message a person and channel, and quiet hours hold it', async () => {
  const desk = world.as('community')
  const browser = pushBrowser(`${service.origin}/push/1`)
  await desk.does('/api/my/channels/push', browser.subscription)
  const { id } = await desk.does<{ id: string }>('/api/my/channels/email', { address: 'desk@example.org' })
  const [, code] = /\b(\d{6})\b/.exec(mailText(mailbox.mails.at(-1)!.text)) ?? []
  await desk.does(`/api/my/channels/${id}/confirm`, { code })
  mailbox.mails.length = 0
  // Wednesday 9:30: four working hours, a third of which is left after lunch.
  await reports(40)
  world.clock.set('2026-11-18T13:45:00+08:00')
  expect(await climb()).toBe(20)
  // The round of the minute takes its time, and the sender looks every two seconds.
  world.clock.set('2026-11-18T13:45:20+08:00')
  expect(await climb()).toBe(20)
  await send()
  expect([service.heard.length, mailbox.mails.length]).toEqual([0, 0])
  for (const second of ['45:50', '46:02', '46:22', '46:42']) {
    world.clock.set(`2026-11-18T13:${second}+08:00`)
    await send()
  }
  expect([service.heard.length, mailbox.mails.length]).toEqual([1, 1])
  expect(browser.read(service.heard[0]!)).toMatchObject({ title: expect.stringContaining('40') })
  expect(mailText(mailbox.mails[0]!.text)).toContain('还有 35 件没有列出')

  // What climbs in the night is told in the morning, as one.
  await world.sql('owner', 'delete from deliveries')
  await reports(3)
  await world.followersSettled()
  await world.sql('reader', `update ladder_next set next_at = '2026-11-18T13:45:00+08:00'`)
  world.clock.set('2026-11-19T23:30:00+08:00')
  expect(await climb()).toBe(20)
  world.clock.advance({ minutes: 5 })
  await send()
  expect(service.heard).toHaveLength(1)
  world.clock.set('2026-11-20T07:00:00+08:00')
  await send()
  expect([service.heard.length, mailbox.mails.length]).toEqual([2, 2])
})
