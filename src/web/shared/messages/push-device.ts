import type { AddPush, OwnChannel, RobotDone } from '../../../notices/delivery/contract.ts'
import { call } from '../../api/call.ts'
import type { Language } from '../../words/language.ts'
import { channelHere, keepChannelHere } from './push-here.ts'

export type Face = 'portal' | 'field' | 'console'

/** The field face shows messages by its own worker; the others by a small one below whose address no page lies. */
const workerOf = (face: Face) =>
  face === 'field'
    ? { script: '/field/sw.js', scope: '/field' }
    : { script: '/push/worker.js', scope: '/push/' }

const insideAnApp = /MicroMessenger|DingTalk/i
/** An iPad says that it is a Mac. */
const isApple = (): boolean =>
  /iPhone|iPad/.test(navigator.userAgent) ||
  (/Macintosh/.test(navigator.userAgent) && navigator.maxTouchPoints > 1)

export type Here = 'on' | 'off' | 'blocked' | 'inside_app' | 'home_screen' | 'not_safe' | 'no_browser'

/** Whether this browser can show messages, and if so, whether it does: for one of these channels of its reader's own. */
export async function pushHere(face: Face, own: readonly OwnChannel[]): Promise<Here> {
  if (!window.isSecureContext) return 'not_safe'
  if (insideAnApp.test(navigator.userAgent)) return 'inside_app'
  if (!('serviceWorker' in navigator) || !('PushManager' in window) || !('Notification' in window))
    // iOS 16.4 and later has them in apps of the home screen alone; the field face is one.
    return face === 'field' && isApple() ? 'home_screen' : 'no_browser'
  if (Notification.permission === 'denied') return 'blocked'
  const id = channelHere()
  if (!own.some((channel) => channel.id === id)) return 'off'
  const worker = await navigator.serviceWorker.getRegistration(workerOf(face).scope)
  return (await worker?.pushManager.getSubscription()) ? 'on' : 'off'
}

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64url.replace(/-/g, '+').replace(/_/g, '/'))
  return Uint8Array.from(text, (char) => char.charCodeAt(0))
}

/** A worker that has begun to work: before, a browser hands out nothing. */
async function workerAtWork(face: Face): Promise<ServiceWorkerRegistration> {
  const { script, scope } = workerOf(face)
  const registration = await navigator.serviceWorker.register(script, { scope })
  const coming = registration.installing ?? registration.waiting
  if (registration.active !== null || coming === null) return registration
  await new Promise<void>((resolve, reject) => {
    coming.addEventListener('statechange', () => {
      if (coming.state === 'activated') resolve()
      if (coming.state === 'redundant') reject(new Error('the worker was not installed'))
    })
  })
  return registration
}

/** Where a push service cannot be reached some browsers say so, and some say nothing. */
const patienceMs = 20_000
const inTime = <Kept>(work: Promise<Kept>): Promise<Kept> =>
  Promise.race([
    work,
    new Promise<never>((_, reject) => setTimeout(() => reject(new Error('no answer')), patienceMs)),
  ])

async function subscribe(face: Face, serverKey: string): Promise<PushSubscription | null> {
  try {
    const { pushManager } = await workerAtWork(face)
    // What was let in for somebody who was signed in here before is over.
    await (await pushManager.getSubscription())?.unsubscribe()
    const applicationServerKey = bytesOf(serverKey)
    return await inTime(pushManager.subscribe({ userVisibleOnly: true, applicationServerKey }))
  } catch {
    // Said to the reader as it is: this browser cannot be reached.
    return null
  }
}

/** Lets this browser be told; `not_let` where its owner does not want it, `no_service` where nothing could come through. */
export async function startPush(
  face: Face,
  serverKey: string,
  language: Language,
): Promise<'on' | 'not_let' | 'no_service'> {
  // First: a browser asks its owner only while the press that led here is fresh.
  if ((await Notification.requestPermission()) !== 'granted') return 'not_let'
  const subscription = await subscribe(face, serverKey)
  if (subscription === null) return 'no_service'
  const { endpoint, keys = {} } = subscription.toJSON()
  const body: AddPush = { endpoint: endpoint!, p256dh: keys.p256dh!, auth: keys.auth!, language }
  const { id } = await call<RobotDone>('POST', '/api/my/channels/push', body)
  keepChannelHere(id)
  return 'on'
}
