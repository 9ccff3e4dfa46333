import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { wrongInLooks } from './axe.ts'
import { browserTests, reads } from './browser.ts'

const site = browserTests()

/** Gives the page's browser a device that keeps passkeys; answers with how to say whether it recognises its owner. */
async function withDevice(page: Page): Promise<(isUserVerified: boolean) => Promise<void>> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return async (isUserVerified) => {
    await devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified })
  }
}

async function signInByCode(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: '手机号' }).fill('13800000007')
  await page.getByRole('button', { name: '发验证码' }).tap()
  await page.getByRole('button', { name: '演示区不发短信：看验证码' }).tap()
  await page.getByRole('button', { name: /^用 \d{6}/ }).tap()
  await page.getByRole('button', { name: '登录', exact: true }).tap()
  await page.getByRole('link', { name: '登录与安全' }).waitFor()
}

test('a resident signs in by a code, adds a passkey, signs in by it, is told, and removes it', async () => {
  // A passkey belongs to a name; the number that the site listens on is none.
  const at = site.address.replace('127.0.0.1', 'localhost')
  const page = await site.open(`${at}/me`, { screen: 'phone' })
  const recognises = await withDevice(page)
  await signInByCode(page)
  await page.getByRole('link', { name: '登录与安全' }).tap()
  await page.getByRole('button', { name: '在这台设备上添加' }).tap()
  await reads(page, '通行密钥已添加，下次登录就能用', '还没有用过')
  expect(await wrongInLooks(page, 'portal-passkey-added-phone')).toEqual({})
  await page.getByRole('button', { name: '在这台设备上添加' }).tap()
  await reads(page, '这台设备已经添加过了，直接用它登录就行。')

  await page.goto(`${at}/me`)
  await page.getByRole('button', { name: '退出登录' }).tap()
  await recognises(false)
  await page.getByRole('button', { name: '用通行密钥登录' }).tap()
  await reads(page, /^没有完成：/)
  expect(await wrongInLooks(page, 'portal-passkey-sign-in-phone')).toEqual({})
  await recognises(true)
  await page.getByRole('button', { name: '用通行密钥登录' }).tap()
  await page.getByRole('link', { name: '登录与安全' }).waitFor()
  await site.settled()
  await page.reload()
  await page.getByRole('link', { name: /您的账号加了一个通行密钥/ }).tap()
  await reads(page, /^最近使用：.*/)
  await page.getByRole('button', { name: /^移除通行密钥：/ }).tap()
  await reads(page, '通行密钥已移除，再也不能用它登录')
  await page.getByRole('button', { name: /^移除通行密钥：/ }).waitFor({ state: 'detached' })
})
