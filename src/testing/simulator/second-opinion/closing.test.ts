import { expect, test } from 'vitest'
import { tellClosing } from './closing.ts'
import { layMinutes } from './minutes.ts'
import type { Line } from './story.ts'

const calendar = {
  days: [],
  years: [2026],
  hours: [{ validFrom: '2000-01-01', spans: [{ from: '09:00', to: '17:00' }] }],
}
const minutes = layMinutes(calendar, '2026-11-01', '2026-12-31')
/** Wednesday 2026-11-18, nine in the morning. */
const nine = Temporal.Instant.from('2026-11-18T09:00:00+08:00').epochMilliseconds / 60_000
const faultsOf = (...lines: readonly (readonly [kind: string, hour: number, data?: Line['data']])[]) =>
  tellClosing(
    lines.map(([kind, hour, data = {}], index) => ({
      seq: index + 1,
      kind: `case.${kind}`,
      recorded: nine + hour * 60,
      occurred: nine + hour * 60,
      actor: '',
      subject: '',
      data,
    })),
    minutes,
  ).faults

const bad = { solved: false, rating: 1 }
const again = ['reopened', 1, { because: 'not_solved', units: [] }] as const

test('not satisfied opens a case again once by right; afterwards its reporter asks', () => {
  expect(faultsOf(['replied', 0], ['rated', 1, bad], again)).toEqual([])
  expect(faultsOf(['replied', 0], ['rated', 1, bad], ['checked', 2])).not.toEqual([])
  const once = [['replied', 0], ['rated', 1, bad], again, ['replied', 2]] as const
  expect(faultsOf(...once, ['rated', 3, bad], ['reopen_asked', 3, { askId: 'it' }])).toEqual([])
  expect(faultsOf(...once, ['rated', 3, bad], again)).not.toEqual([])
})

test('while its reporter waits for the centre a case is neither rated nor closed', () => {
  const asks = [
    ['replied', 0],
    ['rated', 1, bad],
    again,
    ['replied', 2],
    ['rated', 3, bad],
    ['reopen_asked', 3, { askId: 'it' }],
  ] as const
  expect(faultsOf(...asks, ['closed', 4])).toEqual(['it is closed while its reporter waits at line 7'])
  expect(faultsOf(...asks, ['rated', 4, { solved: true, rating: 5 }])).toEqual([
    'somebody rates who asks already at line 7',
  ])
  expect(faultsOf(...asks, ['reopen_decided', 4, { askId: 'it' }], ['closed', 5])).toEqual([])
})

test('a reporter who is not reached is tried three times at most, five working hours apart', () => {
  const next = (hour: number) =>
    Temporal.Instant.fromEpochMilliseconds((nine + hour * 60) * 60_000).toString()
  const tried = (hour: number, tries: number, nextTryAt: string | null) =>
    ['called_back', hour, { outcome: 'not_reached', tries, nextTryAt }] as const
  const three = [tried(0, 1, next(5)), tried(5, 2, next(26)), tried(26, 3, null)] as const
  expect(faultsOf(['replied', 0], ...three)).toEqual([])
  expect(faultsOf(['replied', 0], tried(0, 1, next(5)), tried(4, 2, next(25)))).toEqual([
    'a try comes too early at line 3',
  ])
  expect(faultsOf(['replied', 0], ...three, tried(30, 4, null))).toEqual([
    'somebody is pressed who said it or was tried enough at line 5',
  ])
})
