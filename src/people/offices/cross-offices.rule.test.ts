import { expect, test } from 'vitest'
import { crossCounts, inSeveralBodies } from './cross-offices.rule.ts'

const held = (name: string, kind: string, body: string, office = 'member') => ({
  holder: { id: name, code: name, name },
  office: { kind: office },
  body: { id: body, kind },
})
const all = [
  held('书记', 'party_committee', 'p1', 'head'),
  held('书记', 'community', 'c1', 'head'),
  held('校长', 'party_committee', 'p1', 'part_time'),
  held('校长', 'resident_institution', 'school', 'head'),
  held('经理', 'property_firm', 'f1', 'head'),
  held('经理', 'community', 'c1'),
  held('业主', 'owners_committee', 'o1'),
  held('业主', 'property_firm', 'f2', 'head'),
  held('委员', 'party_committee', 'p2'),
]
const bodies = { partyCommittees: new Set(['p1', 'p2', 'p3']), firms: new Set(['f1', 'f2', 'f3']) }

test('committees with part-time members and firms that are interwoven are counted with what they are a share of', () => {
  expect(crossCounts(all, bodies)).toEqual({
    committees: 3,
    committeesWithPartTime: 1,
    members: 3,
    partTimeMembers: 1,
    firms: 3,
    // f2's manager sits on an owners' committee: that is a conflict, and no merit.
    firmsCrossed: 1,
  })
  expect(crossCounts([], bodies)).toMatchObject({ committeesWithPartTime: 0, firmsCrossed: 0, members: 0 })
})

test('who holds offices in several bodies is listed with all of them', () => {
  expect(inSeveralBodies(all).map((own) => [own[0]!.holder.name, own.length])).toEqual([
    ['业主', 2],
    ['书记', 2],
    ['校长', 2],
    ['经理', 2],
  ])
  expect(inSeveralBodies([held('甲', 'community', 'c', 'head'), held('甲', 'community', 'c')])).toEqual([])
})
