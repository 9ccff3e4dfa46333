import { expect, test } from 'vitest'
import { readJsonFile } from './read-json-file.ts'

test.each([
  ['{"type":"FeatureCollection"}', { json: { type: 'FeatureCollection' } }],
  ['\uFEFF[1]', { json: [1] }],
  ['code,name\n1,2', null],
  ['', null],
])('%j is read as %j', async (text, read) => {
  expect(await readJsonFile({ text: async () => text })).toEqual(read)
})
