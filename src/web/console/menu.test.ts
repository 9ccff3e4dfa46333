import { describe, expect, test } from 'vitest'
import { type Act, acts, type PostKind } from '../../people/contract.ts'
import { permissions } from '../../people/permission.rule.ts'
import { firstPage, menuOf, openAtFirst, pageAt } from './menu.ts'

const menuOfPost = (kind: PostKind) => menuOf({ acts: Object.keys(permissions[kind]) as Act[] })
const everything = menuOf({ acts: [...acts] })

test('the menu names each page once, in groups that are never empty', () => {
  const pages = everything.flatMap(({ pages }) => pages.map(({ to }) => to))
  expect(new Set(pages).size).toBe(pages.length)
  for (const { pages } of menuOfPost('unit_desk')) expect(pages.length).toBeGreaterThan(0)
})

test('whoever has many pages finds the group of the present one open, and the others folded', () => {
  const centre = menuOfPost('centre')
  expect(openAtFirst(centre, pageAt(centre, '/closings'))).toEqual(['supervision'])
  expect(openAtFirst(centre, pageAt(centre, '/cases/0190'))).toEqual(['work'])
  expect(openAtFirst(centre, pageAt(centre, '/notices'))).toEqual([])
})

test('whoever has few finds all of them open', () => {
  const desk = menuOfPost('unit_desk')
  expect(openAtFirst(desk, 'desk')).toEqual(desk.map(({ key }) => key))
})

describe('the first page', () => {
  test.each([
    ['centre', false, '/desk'],
    ['centre', true, '/approvals'],
    ['administrator', false, '/import'],
    ['grid_worker', true, '/desk'],
  ] as const)('of %s, on a phone: %s, is %s', (kind, onPhone, page) => {
    expect(firstPage({ acts: Object.keys(permissions[kind]) as Act[] }, onPhone)).toBe(page)
  })
  test('of who may nothing is the catalogue', () => expect(firstPage({ acts: [] }, false)).toBe('/matters'))
})
