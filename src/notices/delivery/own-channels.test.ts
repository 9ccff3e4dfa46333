import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Receipt } from '../../cases/contract.ts'
import type { MessageSettings } from '../../platform/settings.ts'
import { mailText } from '../../testing/mail-text.ts'
import { pushBrowser, vapidOf } from '../../testing/push-browser.ts'
import { openMailbox, openReceiver, type Receiver } from '../../testing/receivers.ts'
import { senderIn } from '../../testing/robot-scene.ts'
import { openWorld, type World } from '../../testing/world.ts'
import { act, type Person } from '../../testing/world-client.ts'
import type { OwnChannels } from './contract.ts'
import { forgetChannelsOf } from './forget.ts'
import { sendDue } from './sender.ts'

let world: World
let service: Receiver
let mailbox: Awaited<ReturnType<typeof openMailbox>>
let messages: MessageSettings
beforeAll(async () => {
  service = await openReceiver({ status: 201 })
  mailbox = await openMailbox()
  // A demonstration sends mail where the operator names the mail server.
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
let phone = 13_900_000_100
let resident: Person
beforeEach(async () => {
  resident = world.resident(String(phone++))
  world.clock.set(
    `${world.clock.now().toZonedDateTimeISO('Asia/Shanghai').toPlainDate().add({ days: 1 }).toString()}T09:30+08:00`,
  )
  await world.sql('owner', 'delete from own_channels')
  service.heard.length = 0
  mailbox.mails.length = 0
})

const send = (patienceMs?: number) => sendDue(senderIn(world, messages, patienceMs))
const own = (by = resident) => by.sees<OwnChannels>('/api/my/channels')
const states = () =>
  world.sql<{ state: string; outcome: string; tries: number }>(
    'owner',
    'select state, outcome, tries from deliveries order by id',
  )
/** Reports something that is declined at once: the reporter is told so, a minute later. */
async function toldOnce(by = resident): Promise<Receipt> {
  const receipt = await by.does<Receipt>(
    '/api/reports',
    act({ words: '楼下太吵', areaId: world.places.building1.id }),
  )
  const decline = act({ reason: '请补充具体情况' })
  const answer = await world.as('street').post(`/api/cases/${receipt.caseId}/decline`, decline)
  if (answer.status >= 300) throw new Error(JSON.stringify(answer.body))
  await world.followersSettled()
  world.clock.advance({ minutes: 1 })
  return receipt
}
async function withPush(by = resident, path = '/push/1') {
  const browser = pushBrowser(`${service.origin}${path}`)
  await by.does('/api/my/channels/push', browser.subscription)
  return browser
}
async function withEmail(address = 'wang.daye@example.org') {
  const { id } = await resident.does<{ id: string }>('/api/my/channels/email', { address })
  const [, code] = /\b(\d{6})\b/.exec(mailText(mailbox.mails.at(-1)!.text)) ?? []
  await resident.does(`/api/my/channels/${id}/confirm`, { code })
  mailbox.mails.length = 0
  return id
}

describe('a device', () => {
  test('alone can read what it is told: what happened and the number', async () => {
    const browser = await withPush()
    const { number, caseId } = await toldOnce()
    await send()
    expect(service.heard).toHaveLength(1)
    const [heard] = service.heard
    expect(browser.read(heard!)).toEqual({
      title: '您反映的事不予受理，里面有理由',
      body: number,
      path: `/my/${caseId}`,
      tag: heard!.headers.topic,
    })
    expect(heard!.headers).toMatchObject({ ttl: '86400', urgency: 'normal', 'content-encoding': 'aes128gcm' })
    expect(() => pushBrowser('http://x').read(heard!)).toThrow()
    const { key, claims } = vapidOf(heard!)
    expect([key, claims.aud, claims.sub]).toEqual([
      (await own()).pushKey,
      service.origin,
      'https://linli.example.org',
    ])
    expect((await own()).rows).toMatchObject([
      { kind: 'push', confirmed: true, problem: null, lastSentAt: expect.any(String) },
    ])
  })

  test('that fails is tried again with the same topic, and one that is gone is forgotten', async () => {
    const browser = await withPush()
    await toldOnce()
    service.next({ status: 500 }, 'stall')
    await send()
    world.clock.advance({ minutes: 2 })
    await send(150)
    expect(await states()).toEqual([{ state: 'failed', outcome: 'no_answer', tries: 2 }])
    expect((await own()).rows[0]!.problem).toBe('no_answer')
    const [first, second] = service.heard
    expect(first!.headers.topic).toBe(second!.headers.topic)
    expect(browser.read(first!)).toEqual(browser.read(second!))
    await world.sql('owner', 'delete from deliveries')
    await toldOnce()
    service.next({ status: 410 })
    await send()
    expect((await own()).rows).toEqual([])
    expect(await states()).toEqual([])
  })

  test('belongs to whoever is signed in there now, and is told only to push services', async () => {
    const other = world.resident(String(phone++))
    await withPush(resident, '/push/shared')
    await withPush(other, '/push/shared')
    expect([(await own()).rows.length, (await own(other)).rows.length]).toEqual([0, 1])
    const [{ id } = { id: '' }] = (await own(other)).rows
    expect(
      (
        await resident.post(`/api/my/channels/${id}/change`, {
          quiet: { from: '21:00', until: '08:00' },
          language: 'en',
        })
      ).refusal,
    ).toBe('channel_unknown')
    await resident.does(`/api/my/channels/${id}/remove`)
    expect((await own(other)).rows).toHaveLength(1)
    const { subscription } = pushBrowser('https://10.0.0.7/push')
    expect((await resident.post('/api/my/channels/push', subscription)).refusal).toBe('host_not_allowed')
    expect((await world.anonymous().get('/api/my/channels')).refusal).toBe('sign_in_needed')
  })
})

describe('an address', () => {
  test('is told nothing before its code came back, and then what happened and the number', async () => {
    const { id } = await resident.does<{ id: string }>('/api/my/channels/email', {
      address: 'wang.daye@example.org',
    })
    await toldOnce()
    await send()
    expect(mailbox.mails).toHaveLength(1)
    const [, code = ''] = /\b(\d{6})\b/.exec(mailText(mailbox.mails[0]!.text)) ?? []
    const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0')
    const confirm = (typed: string, by = resident) =>
      by.post(`/api/my/channels/${id}/confirm`, { code: typed })
    expect((await confirm(code, world.resident(String(phone++)))).refusal).toBe('email_code_wrong')
    for (let i = 0; i < 4; i++) expect((await confirm(wrong)).refusal).toBe('email_code_wrong')
    expect((await confirm(code)).status).toBe(200)
    mailbox.mails.length = 0
    const { number, caseId } = await toldOnce()
    await send()
    expect(mailbox.mails.map(({ to }) => to)).toEqual([['wang.daye@example.org']])
    const text = mailText(mailbox.mails[0]!.text)
    expect(text).toContain(
      `您反映的事不予受理，里面有理由\n\n${number}\n\nhttps://linli.example.org/my/${caseId}`.replaceAll(
        '\n',
        text.includes('\r\n') ? '\r\n' : '\n',
      ),
    )
    expect(text).not.toMatch(/太吵|柳岸|柳巷/)
    expect((await own()).rows).toMatchObject([{ kind: 'email', shown: 'wa***@example.org' }])
    expect(JSON.stringify(await world.sql('owner', 'select * from own_channels'))).not.toContain('wang.daye')
  })

  test('five wrong codes are enough, and another code can be sent', async () => {
    const address = 'another@example.org'
    const { id } = await resident.does<{ id: string }>('/api/my/channels/email', { address })
    const [, code = ''] = /\b(\d{6})\b/.exec(mailText(mailbox.mails[0]!.text)) ?? []
    const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0')
    for (let i = 0; i < 5; i++) await resident.post(`/api/my/channels/${id}/confirm`, { code: wrong })
    expect((await resident.post(`/api/my/channels/${id}/confirm`, { code })).refusal).toBe('email_code_wrong')
    await withEmail(address)
    expect((await resident.post('/api/my/channels/email', { address })).refusal).toBe(
      'email_confirmed_already',
    )
  })

  test('whose server is busy is tried again, one that refuses is not, and a late answer tells it twice at most', async () => {
    await withEmail()
    await toldOnce()
    mailbox.next('busy')
    await send()
    expect(await states()).toEqual([{ state: 'failed', outcome: 'busy', tries: 1 }])
    world.clock.advance({ minutes: 2 })
    mailbox.next('stall')
    await send(300)
    expect(await states()).toEqual([{ state: 'failed', outcome: 'no_answer', tries: 2 }])
    world.clock.advance({ minutes: 7 })
    await send()
    expect(await states()).toEqual([{ state: 'sent', outcome: 'sent', tries: 3 }])
    const ids = mailbox.mails.map(({ text }) => /^Message-ID: (\S+)/im.exec(text)![1])
    expect(ids).toHaveLength(2)
    expect(new Set(ids).size).toBe(1)
    await world.sql('owner', 'delete from deliveries')
    await toldOnce()
    mailbox.next('refuse')
    await send()
    expect(await states()).toEqual([{ state: 'given_up', outcome: 'refused', tries: 1 }])
  })
})

test('whoever is erased, or closes an account, leaves no channel and nothing of what was told', async () => {
  await withPush()
  await withEmail()
  await toldOnce()
  expect(await states()).toHaveLength(2)
  const [{ account_id } = { account_id: '' }] = await world.sql<{ account_id: string }>(
    'owner',
    'select account_id from own_channels limit 1',
  )
  expect(await forgetChannelsOf(world.system, account_id)).toBe(2)
  expect([await states(), (await own()).rows]).toEqual([[], []])
  const worker = world.as('worker2')
  await withPush(worker, '/push/worker')
  await world.as('administrator').does(`/api/accounts/${world.staff.worker2.accountId}/close`, act())
  await world.followersSettled()
  expect(await world.sql('owner', 'select id from own_channels')).toEqual([])
})
