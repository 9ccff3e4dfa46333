import { beforeAll, expect, test } from 'vitest'
import type { RightPage } from '../../people/rights/contract.ts'
import { sweep } from '../../platform/sweep.ts'
import { tablesWith } from '../find-traces.ts'
import { addHome, addPerson, identityOf } from '../register-acts.ts'
import { act } from '../world-client.ts'
import { browserTests, look, reads } from './browser.ts'
import { handOn } from './hand.ts'

const site = browserTests()
const name = '秦望舒'
const phone = '13900000601'
const number = identityOf('99999919510307006')

/** Somebody of a register that knows a number, at whom a grid worker and the community's desk have looked. */
beforeAll(async () => {
  const { world } = site
  const worker = world.as('worker')
  const home = await addHome(worker, world.places.building1.id, '6单元601')
  const { personId } = await addPerson(worker, home, { name, phone, identity: number, role: 'owner' })
  const person = `/api/register/people/${personId}`
  await worker.sees(person)
  const seen = { purpose: 'service', words: `给${name}办高龄津贴` }
  await desk().does(`${person}/identity`, act(seen))
})

const traced = () => tablesWith(site.world.sql, site.world.district.schema, [name, phone, number])
const desk = () => site.world.as('community')
const asked = () => desk().sees<RightPage>('/api/rights')

test('a resident sees who looked at their record and asks for erasure, and nothing is left that says who it was', async () => {
  const { world } = site
  const page = await site.open('/me', { screen: 'phone' })
  const hand = handOn(page)
  await hand.write('手机号', phone)
  await hand.tap('button', '发验证码')
  await hand.tap('button', '演示区不发短信：看验证码')
  await hand.tap('button', /^用 \d/)
  await hand.tap('button', '登录')
  await hand.tap('link', '我的信息')
  await reads(page, '住户登记里有您这个手机号')
  expect(await page.getByText(name).count()).toBe(0)
  await hand.write('身份证号后四位', '12')
  await hand.tap('button', '核对')
  await reads(page, '请填四位。前三位是数字，最后一位是数字或 X。')
  await page.getByLabel('身份证号后四位').fill(number.slice(-4).toLowerCase())
  await hand.tap('button', '核对')
  await reads(page, name, /柳岸小区3栋 6单元601/, '柳巷社区居委会 · 网格员', /^看过 1 次：今天/)
  await reads(page, /看了完整的身份证号，用途是“替本人办事”/, `当时写的是：给${name}办高龄津贴`)
  await look(page, 'portal-record-found-phone')

  await hand.tap('button', '删除信息')
  await reads(page, '会删掉', '会留下', '删掉以后', '由您的社区答复，最晚2026年12月3日。')
  await hand.write('还有什么要说的', `我是${name}，搬走了`)
  await hand.tap('button', '要求删除')
  await look(page, 'portal-record-erase-phone')
  await hand.tapIn('dialog', 'button', '再想想')
  expect((await asked()).rows).toEqual([])
  await hand.tap('button', '要求删除')
  await hand.tapIn('dialog', 'button', '提交删除请求')
  await reads(page, '您提过的请求', '等待答复', `您写的：我是${name}，搬走了`)

  await hand.tap('button', '收回请求：删除信息')
  await look(page, 'portal-record-take-back-phone')
  await hand.tapIn('dialog', 'button', '不收回')
  expect((await asked()).rows).toHaveLength(1)
  await hand.tap('button', '收回请求：删除信息')
  await hand.tapIn('dialog', 'button', '收回请求')
  await reads(page, '请求已收回：删除信息', /收回$/)
  await page.getByText(`您写的：我是${name}，搬走了`).waitFor({ state: 'detached' })
  expect((await asked()).rows).toEqual([])
  await hand.tap('button', '删除信息')
  await hand.write('还有什么要说的', `我是${name}，搬走了`)
  await hand.tap('button', '要求删除')
  await hand.tapIn('dialog', 'button', '提交删除请求')
  await reads(page, '等待答复', `您写的：我是${name}，搬走了`)
  expect(await traced()).not.toEqual([])

  const { rows } = await asked()
  const [{ id, kind } = { id: '', kind: '' }] = rows
  expect(kind).toBe('erase')
  await desk().does(`/api/rights/${id}/answer`, act({ stage: 'granted', answer: `${name}您好，已经删除。` }))
  await site.settled()
  await sweep(world.district, world.clock)
  await page.reload()
  await reads(page, '用手机号登录')
  expect(await page.getByText(name).count()).toBe(0)
  expect(await traced()).toEqual([])
  expect((await world.verify()).flaws).toEqual([])
})
