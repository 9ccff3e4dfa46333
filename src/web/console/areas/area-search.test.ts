import { expect, test } from 'vitest'
import { readAreaSearch } from './area-search.ts'

const id = '01a1ec46-69c0-7743-b5e8-e1ce8dbc5974'

test.each([
  [{}, {}],
  [
    { in: id, area: id },
    { in: id, area: id },
  ],
  [{ in: 'somewhere', area: id }, { area: id }],
  [{ in: 7, more: id }, {}],
])('%j is read as %j', (raw, search) => expect(readAreaSearch(raw)).toEqual(search))
