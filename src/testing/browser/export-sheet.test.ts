import { randomUUID } from 'node:crypto'
import excel from 'exceljs'
import type { Download, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { DeskPage } from '../../cases/story.contract.ts'
import { writeBeside } from '../../platform/sheet/jobs/write-beside.ts'
import type { TextRow } from '../../platform/sheet/write-sheet.ts'
import { consoleWords } from '../../web/words/console.ts'
import { handToProperty } from '../assessment-acts.ts'
import { wrongInLooks } from './axe.ts'
import { browserTests, reads } from './browser.ts'

const site = browserTests()
const { export: exports, exporting: said } = consoleWords.zh.consoleDesk.views

/** Two lists that others wait for, until they are let go. */
async function twoBefore(): Promise<() => void> {
  let go: () => void = () => undefined
  const halt = new Promise<void>((resolve) => {
    go = resolve
  })
  async function* waiting(): AsyncGenerator<TextRow> {
    await halt
    yield ['1']
  }
  for (let n = 0; n < 2; n += 1)
    await writeBeside(
      site.world.system,
      { requestId: randomUUID() },
      {
        ...{ fileName: 'cases-open', title: '在办', act: 'case.see', header: ['编号'], chain: null },
        rows: waiting(),
        expected: async () => null,
        cut: () => false,
      },
    )
  return go
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

async function numbersIn(download: Download): Promise<unknown[]> {
  expect(download.suggestedFilename()).toMatch(/^cases-open-\d{4}-\d\d-\d\d\.xlsx$/)
  const book = new excel.Workbook()
  await book.xlsx.readFile(await download.path())
  const numbers: unknown[] = []
  book.worksheets[0]!.getColumn(1).eachCell((cell) => void numbers.push(cell.value))
  return numbers.slice(1)
}

test('a list is written beside the page: it says how far it is, is stopped, found again, and taken', async () => {
  const { world } = site
  for (const words of ['楼梯间积水', '单元门坏了', '楼梯扶手松动']) await handToProperty(world, words)
  await site.settled()
  const letGo = await twoBefore()
  const at = '/console/desk?queue=open'
  const page = await site.open(at, { screen: 'desk', language: 'zh', as: 'centre' })

  await press(page, exports)
  await reads(page, said.running)
  expect(await wrongInLooks(page, 'console-exporting-desk')).toEqual({})
  await press(page, said.stop)
  await reads(page, said.stopped)
  const inFocus = () => page.evaluate(() => document.activeElement?.textContent)
  expect(await inFocus()).toBe(exports)
  await press(page, said.close)
  await page.getByText(said.stopped).waitFor({ state: 'detached' })
  expect(await inFocus()).toBe(exports)

  // Pressed twice in haste it is stopped, and says so.
  await press(page, exports)
  await page.getByRole('button', { name: said.stop, exact: true }).dblclick()
  await reads(page, said.stopped)
  await press(page, said.close)

  // Begun, and left before it is done: it waits for whoever comes back, and is not taken by itself.
  await press(page, exports)
  await reads(page, said.running)
  await page.goto('/console/find')
  letGo()
  await page.goto(at)
  await reads(page, said.done(3))
  const { rows } = await world.as('centre').sees<DeskPage>('/api/desk?queue=open')
  const numbers = rows.map(({ number }) => number)
  expect(numbers).toHaveLength(3)
  const [first] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: said.take }).click(),
  ])
  expect(await numbersIn(first)).toEqual(numbers)

  // Stayed: the browser takes it as soon as it is written.
  const [second] = await Promise.all([page.waitForEvent('download'), press(page, exports)])
  expect(await numbersIn(second)).toEqual(numbers)
  await press(page, said.close)
  await page.reload()
  await page.getByRole('button', { name: exports, exact: true }).waitFor()
  expect(await page.getByRole('link', { name: said.take }).count()).toBe(0)
})
