import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../world.ts'
import { cellsOf, escapedIn, numbersIn, type ReadBack, readBack, textsIn } from './read-back.ts'
import { pagesLeft, readPages } from './read-pages.ts'
import { type Stored, storeAllTexts } from './store-all-texts.ts'
import { openTextWalk, type TextWalk } from './store-texts.ts'

let world: World
let empty: World
let walk: TextWalk
let stored: Stored
let answers: readonly ReadBack[]
let unread: readonly string[]
beforeAll(async () => {
  ;[world, empty] = await Promise.all([
    openWorld({ messages: { address: null, hosts: ['https://relay.example.org'], mail: null } }),
    openWorld({ empty: true }),
  ])
  walk = await openTextWalk(world)
  stored = await storeAllTexts(walk)
  await world.followersSettled()
  ;({ answers, unread } = await readBack(stored))
}, 240_000)
afterAll(() => Promise.all([world.close(), empty.close()]))

/** Fields whose text is kept nowhere, or was replaced by a later one. */
const gone: readonly string[] = [
  'post /api/catalogue/preview .matter.nameZh',
  'post /api/catalogue/preview .matter.nameEn',
  'post /api/catalogue/preview .matter.basis.law',
  'post /api/catalogue/preview .matter.basis.article',
  'post /api/catalogue/preview .matter.keywords[]',
  'post /api/matters/suggest .words',
  'post /api/doors .words',
  'post /api/desk/rehearse .reason',
  'post /api/register/homes .label',
  'post /api/register/homes/{id}/people .name',
  // Erased as words in which a person is named.
  'post /api/whistles/{id}/calls/{callId}/confirm .note',
]
/** Fields whose text is kept and shown by no address that reads. */
const shownNowhere: readonly string[] = [
  'post /api/catalogue .matter.keywords[]',
  'post /api/questions/{id}/withdraw .reason',
  'post /api/announcements/{id}/withdraw .reason',
  'post /api/whistle-advice/{id}/erase .reason',
  'post /api/joint-actions/{id}/erase-texts .reason',
  'post /api/passed-on/{id}/erase-texts .reason',
  'post /api/reports .contact.name',
  'post /api/reports/solved .report.contact.name',
]

/** Exports in which nothing stands that anybody wrote. */
const sheetsOfNumbers: readonly string[] = ['/api/imports/sheet', '/api/retention/sheet']

test('every field of every address that takes a text was sent a hostile one', () => {
  expect(walk.left()).toEqual([])
})

test('every address that reads was read by somebody who may', () => {
  expect(unread).toEqual([])
})

test('as JSON a text is what was written, in an answer that no browser takes for a page', () => {
  const seen = new Set<number>()
  for (const { url, type, headers, text } of answers.filter((one) => one.type.includes('json'))) {
    expect(type, url).toMatch(/^application\/(geo\+)?json\b/)
    expect(headers['x-content-type-options'], url).toBe('nosniff')
    const texts = textsIn(JSON.parse(text))
    expect(
      texts.filter((one) => /&lt;|&amp;/.test(one)),
      url,
    ).toEqual([])
    for (const one of texts) for (const number of numbersIn(one)) seen.add(number)
  }
  const unseen = walk.fields.filter(({ numbers }) => !numbers.some((number) => seen.has(number)))
  expect(unseen.map(({ name }) => name).sort()).toEqual([...gone, ...shownNowhere].sort())
})

test('no address of the API answers with a page', () => {
  expect(answers.filter(({ type }) => type.includes('html')).map(({ url }) => url)).toEqual([])
})

test('in every page that the server writes a text is escaped', async () => {
  expect(await pagesLeft(stored)).toEqual([])
  const read = await readPages(stored)
  const shown: Record<string, number> = {}
  for (const { url, text } of read.filter(({ type }) => type.startsWith('text/html'))) {
    const page = url.replace(/[?#].*/, '')
    shown[page] = Math.max(shown[page] ?? 0, escapedIn(text, url))
  }
  const [receipt, own] = [stored.receipt.number, stored.own.number].map((number) => `/plain/board/${number}`)
  const withTexts = ['/plain/board', receipt!, own!, '/plain/follow/case', '/plain/receipt', '/plain/report']
  expect(withTexts.filter((page) => !shown[page])).toEqual([])
})

test('the district and its first administrator may be named as they like', async () => {
  const names = await openTextWalk(empty)
  await names.post(empty.anonymous(), '/api/set-up', {
    accountName: 'first',
    password: 'first-2026',
    districtCode: '990101',
  })
  const page = await empty.app.inject('/plain')
  escapedIn(page.body, '/plain')
  expect(numbersIn(textsIn((await empty.anonymous().get('/api/district')).body).join()).length).toBe(2)
})

test('no cell of any export is computed', async () => {
  const held: Record<string, number> = {}
  for (const { url, bytes } of answers.filter(({ type }) => /spreadsheet|csv|excel/.test(type))) {
    const found = (await cellsOf(bytes, url)).flatMap(numbersIn).length
    const name = url.replace(/[0-9a-f-]{36}/, '{id}')
    // Some who may have it see nothing that anybody wrote.
    held[name] = (held[name] ?? 0) + found
  }
  const without = Object.keys(held).filter((url) => held[url] === 0)
  expect(without.filter((url) => !sheetsOfNumbers.includes(url))).toEqual([])
  expect(Object.keys(held).length).toBeGreaterThanOrEqual(11)
})
