import { cleanupOutdatedCaches, matchPrecache, precacheAndRoute } from 'workbox-precaching'
import { type PushScope, showPushes } from '../shared/messages/push-worker.ts'

// The field face's service worker: its files are kept, so that /field opens without signal. What the API answers is
// never kept here (outbox/kept-reads.ts does, under the account's key). Built to /field/sw.js by vite.config.ts.

interface ExtendableEvent extends Event {
  waitUntil(work: Promise<unknown>): void
}
interface FetchEvent extends ExtendableEvent {
  readonly request: Request
  respondWith(answer: Promise<Response>): void
}
interface WorkerScope {
  /** Put in by the build: the face's files, those with a hash in their name without a revision. */
  readonly __WB_MANIFEST: readonly { readonly url: string; readonly revision: string | null }[]
  readonly clients: { claim(): Promise<void> }
  skipWaiting(): Promise<void>
  addEventListener(type: 'fetch', heard: (event: FetchEvent) => void): void
  addEventListener(type: 'activate', heard: (event: ExtendableEvent) => void): void
  addEventListener(type: 'message', heard: (event: MessageEvent) => void): void
}
declare const self: WorkerScope & PushScope

/** Every address of the face is its one page, as the server answers it; where the page is not kept, the server does. */
self.addEventListener('fetch', (event) => {
  if (event.request.mode !== 'navigate') return
  event.stopImmediatePropagation()
  event.respondWith(matchPrecache('/field/index.html').then((page) => page ?? fetch(event.request)))
})
precacheAndRoute([...self.__WB_MANIFEST])
cleanupOutdatedCaches()
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))
showPushes(self)
/** A new version waits until its reader says so: never in the middle of a form. */
self.addEventListener('message', ({ data }) => {
  if (data === 'take over') void self.skipWaiting()
})
