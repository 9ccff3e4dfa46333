import { describe, expect, test } from 'vitest'
import { attentionOf, daysAfter, soonDays } from './attention.rule.ts'

const today = '2026-11-18'
const body = (kind: string, areaId = 'estate') => ({ id: `${kind} ${areaId}`, kind, areaId })
const office = (kind: string, seats: number, of = body('community')) => ({
  id: `${of.id} ${kind}`,
  kind,
  seats,
  body: of,
})
const person = (id: string) => ({ id, code: id, name: id })
const term = (
  of: ReturnType<typeof office>,
  who: string,
  endsOn: string | null,
  startsOn = '2022-01-01',
) => ({
  officeId: of.id,
  holder: person(who),
  startsOn,
  endsOn,
  body: of.body,
})
const head = office('head', 1)
const members = office('member', 2)
const owners = office('member', 3, body('owners_committee'))
const manager = office('head', 1, body('property_firm'))
const elsewhere = office('head', 1, body('property_firm', 'other estate'))

describe('what needs attention', () => {
  test.each([
    ['a head in the middle of a term', [head], [term(head, 'a', '2028-01-01')], []],
    ['a head without an end', [head], [term(head, 'a', null)], []],
    ['nobody at the head', [head], [], ['no_head']],
    ['a head to come holds nothing yet', [head], [term(head, 'a', null, '2026-12-01')], ['no_head']],
    ['a vacant seat of a member is no alarm', [members], [], []],
    ['a term that ends today is over', [head], [term(head, 'a', today)], ['term_over']],
    ['the last day of a term', [head], [term(head, 'a', daysAfter(today, 1))], ['ends_soon']],
    ['the last day that is soon', [head], [term(head, 'a', daysAfter(today, soonDays))], ['ends_soon']],
    ['a day later is not soon', [head], [term(head, 'a', daysAfter(today, soonDays + 1))], []],
    ['two on one seat', [head], [term(head, 'a', null), term(head, 'b', null)], ['too_many']],
    ['as many as seats', [members], [term(members, 'a', null), term(members, 'b', null)], []],
    [
      'one stays on beside the new one: two things',
      [head],
      [term(head, 'a', '2026-01-01'), term(head, 'b', '2031-01-01', '2026-01-01')],
      ['term_over', 'too_many'],
    ],
    [
      'on the owners’ committee and at the property firm of one estate',
      [owners, manager],
      [term(owners, 'a', null), term(manager, 'a', null)],
      ['conflict'],
    ],
    [
      'at the property firm of another estate',
      [owners, elsewhere],
      [term(owners, 'a', null), term(elsewhere, 'a', null)],
      [],
    ],
  ] as const)('%s', (_what, offices, terms, expected) => {
    expect(attentionOf([...offices], [...terms], today).map(({ what }) => what)).toEqual(expected)
  })
})
