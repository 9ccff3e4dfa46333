import { expect, test } from 'vitest'
import { type PushScope, showPushes } from './push-worker.ts'

const origin = 'https://linli.example.org'

/** A worker's scope without a browser: what it was told to show, open and bring to the front. */
function openScope(windows: readonly string[] = []) {
  const heard = new Map<string, (event: never) => void>()
  const did: unknown[] = []
  const scope: PushScope = {
    location: { origin },
    registration: { showNotification: async (title, options) => void did.push([title, options]) },
    clients: {
      matchAll: async () => windows.map((url) => ({ url, focus: async () => did.push(['focus', url]) })),
      openWindow: async (url) => did.push(['open', url]),
    },
    addEventListener: (type: string, listener: (event: never) => void) => void heard.set(type, listener),
  }
  showPushes(scope)
  const happens = async (type: string, event: object): Promise<unknown[]> => {
    const works: Promise<unknown>[] = []
    heard.get(type)!({ ...event, waitUntil: (work: Promise<unknown>) => works.push(work) } as never)
    await Promise.all(works)
    return did
  }
  return {
    push: (message: object | null) =>
      happens('push', { data: message === null ? null : { json: () => message } }),
    press: (path: unknown) =>
      happens('notificationclick', { notification: { data: path, close: () => did.push('closed') } }),
  }
}

test('a message is shown as it was sent, and one that says nothing is not', async () => {
  const message = { title: '有新的派单，请签收', body: 'L-1', path: '/console/cases/1', tag: 'abc' }
  expect(await openScope().push(message)).toEqual([
    [
      '有新的派单，请签收',
      { body: 'L-1', tag: 'abc', data: '/console/cases/1', icon: '/icons/field-192.png' },
    ],
  ])
  expect(await openScope().push(null)).toEqual([])
})

test.each([
  ['opens its page', [`${origin}/field/`], '/my/1', ['open', `${origin}/my/1`]],
  ['brings its page to the front', [`${origin}/my/1`], '/my/1', ['focus', `${origin}/my/1`]],
  ['leads nowhere else', [], 'https://elsewhere.example.org/my/1', ['open', `${origin}/`]],
])('a press %s', async (_what, windows, path, expected) => {
  expect(await openScope(windows).press(path)).toEqual(['closed', expected])
})

test('it stands alone, as the build writes it out', async () => {
  const alone = new Function(`return (${showPushes})`)() as typeof showPushes
  const types: string[] = []
  alone({ addEventListener: (type: string) => types.push(type) } as unknown as PushScope)
  expect(types).toEqual(['push', 'notificationclick'])
})
