import { randomUUID } from 'node:crypto'
import type { BrowserContext } from 'playwright-core'
import type { Receipt } from '../cases/contract.ts'

/** Reports from a browser without an account and keeps the receipt there, as the portal does after sending. */
export async function keepReceiptOf(device: BrowserContext, address: string, report: object): Promise<void> {
  const page = await device.newPage()
  await page.goto(`${address}/follow`)
  await page.waitForFunction(() => localStorage.getItem('linli.client') !== null)
  const client = await page.evaluate(() => localStorage.getItem('linli.client') ?? '')
  const sent = await page.request.post(`${address}/api/reports`, {
    headers: { 'x-linli-client': client },
    data: { requestId: randomUUID(), ...report },
  })
  if (sent.status() !== 201) throw new Error(`the report was answered ${sent.status()} ${await sent.text()}`)
  const { number, receiptCode: code, acceptedAt, responseDueAt } = (await sent.json()) as Receipt
  const kept = JSON.stringify([{ number, code, acceptedAt, responseDueAt }])
  await page.evaluate((receipts) => localStorage.setItem('linli.receipts', receipts), kept)
  await page.close()
}
