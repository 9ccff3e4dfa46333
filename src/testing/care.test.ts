import { expect, test } from 'vitest'
import { sourceFiles } from './sources.ts'

/** Columns of every table, as db/schema.sql has them. */
const columns = [
  ...sourceFiles(['db'], /db\/schema\.sql$/)[0]!.text.matchAll(/^create table (\w+) \(\n([\s\S]*?)^\);/gm),
].flatMap(([, table, body]) =>
  body!
    .split('\n')
    .map((line) => line.trim().split(' ')[0]!)
    .filter((name) => /^[a-z_]+$/.test(name))
    .map((name) => `${table}.${name}`),
)

/** Care 5: Party data is posts, report-ins and consented service; Care 6: nobody is watched or scored. */
const never =
  /dues|discipl|punish|probation|applicant|party_(?:join|member|card|rank)|ranking|face_|fingerprint|gait|track|credit_score|resident_score|petitioner/

test('what must never be kept would be found', () => {
  for (const name of [
    'persons.party_member_since',
    'accounts.dues_paid',
    'persons.face_vector',
    'x.petitioner',
  ])
    expect(name).toMatch(never)
})

test('no table has a place for Party files, faces, tracks, scores or the label of a petitioner (Care 5 and 6)', () => {
  expect(columns.length).toBeGreaterThan(300)
  expect(columns.filter((name) => never.test(name))).toEqual([])
})
