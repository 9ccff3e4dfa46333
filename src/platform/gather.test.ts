import { expect, test } from 'vitest'
import { gather } from './gather.ts'

/** A look-up that answers when told to, and remembers what each message asked. */
function slowLookup(patienceMs?: number) {
  const messages: { keys: readonly string[]; answer: () => void; fail: (error: Error) => void }[] = []
  const look = gather<string, string>(
    (keys) =>
      new Promise((resolve, reject) => {
        const answer = () =>
          resolve(new Map(keys.filter((key) => key !== 'nobody').map((key) => [key, `${key}!`])))
        messages.push({ keys, answer, fail: reject })
      }),
    patienceMs,
  )
  const leaving = () => new Promise<void>((resolve) => setImmediate(resolve))
  return { look, messages, leaving }
}

test('those who ask while a look-up is under way travel together in the next', async () => {
  const { look, messages, leaving } = slowLookup()
  const first = look('a')
  await leaving()
  const others = [look('b'), look('c'), look('b'), look('nobody')]
  await leaving()
  expect(messages.map(({ keys }) => keys)).toEqual([['a']])
  messages[0]!.answer()
  expect(await first).toBe('a!')
  await leaving()
  expect(messages[1]!.keys).toEqual(['b', 'c', 'nobody'])
  messages[1]!.answer()
  expect(await Promise.all(others)).toEqual(['b!', 'c!', 'b!', undefined])
})

test('a failure is told to those who travelled in it, and to nobody after them', async () => {
  const { look, messages, leaving } = slowLookup()
  const first = look('a')
  await leaving()
  const second = look('b')
  messages[0]!.fail(new Error('away'))
  await expect(first).rejects.toThrow('away')
  await leaving()
  messages[1]!.answer()
  expect(await second).toBe('b!')
})

test('a look-up that hangs holds up nobody who asks later', async () => {
  const { look, messages, leaving } = slowLookup(20)
  const first = look('a')
  await leaving()
  const second = look('b')
  await expect.poll(() => messages.map(({ keys }) => keys)).toEqual([['a'], ['b']])
  messages[1]!.answer()
  expect(await second).toBe('b!')
  messages[0]!.answer()
  expect(await first).toBe('a!')
})
