import { expect, test } from 'vitest'
import { emptyPost, faultsIn, newPost, type PostDraft } from './post-draft.ts'

const today = '2026-11-18'
const unit = [{ value: 'unit-1', label: '城管中队' }]

test.each<[Partial<PostDraft>, readonly string[]]>([
  [{}, ['kind']],
  [{ kind: 'administrator' }, []],
  [{ kind: 'street_desk' }, ['area']],
  [{ kind: 'unit_desk' }, ['unit']],
  [{ kind: 'unit_desk', unit }, []],
  [{ kind: 'unit_desk', unit, areaId: 'area-1' }, []],
  [{ kind: 'grid_worker', areaId: 'grid-1', publicPhone: '12' }, ['phone']],
  [{ kind: 'centre', publicPhone: '12' }, []],
  [{ kind: 'centre', endsOn: '2026-11-17' }, ['term']],
  [{ kind: 'centre', startsOn: '2026-12-01', endsOn: '2026-11-30' }, ['term']],
  [{ kind: 'centre', startsOn: '2026-11-01', endsOn: '2026-11-10' }, []],
])('%j lacks %j', (change, faults) => {
  const draft = { ...emptyPost, ...change }
  expect(faultsIn(draft, today)).toEqual(faults)
  expect(newPost(draft, today) === null).toBe(faults.length > 0)
})

test('a post of the district stands in the district, whatever area was chosen before', () => {
  expect(newPost({ ...emptyPost, kind: 'evaluator', areaId: 'street-1' }, today)).toEqual({
    kind: 'evaluator',
  })
})

test('name and telephone for residents go with posts of a grid alone', () => {
  const shown = { ...emptyPost, areaId: 'area-1', publicName: ' 小周 ', publicPhone: '0999-8880001' }
  expect(newPost({ ...shown, kind: 'grid_worker' }, today)).toMatchObject({
    publicName: '小周',
    publicPhone: '0999-8880001',
  })
  expect(newPost({ ...shown, kind: 'community_desk', unit }, today)).toEqual({
    kind: 'community_desk',
    areaId: 'area-1',
    unitId: 'unit-1',
  })
})
