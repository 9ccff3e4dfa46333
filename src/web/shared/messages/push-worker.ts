/** What a service worker hears of a message that came while its pages were closed. */
interface PushHeard extends Event {
  readonly data: { json(): unknown } | null
  waitUntil(work: Promise<unknown>): void
}
interface PressHeard extends Event {
  readonly notification: Notification
  waitUntil(work: Promise<unknown>): void
}
interface OpenWindow {
  readonly url: string
  focus(): Promise<unknown>
}

/** The part of a service worker's scope that showing messages needs. */
export interface PushScope {
  readonly location: { readonly origin: string }
  readonly registration: {
    showNotification(title: string, options: NotificationOptions): Promise<void>
  }
  readonly clients: {
    matchAll(which: { type: 'window'; includeUncontrolled: true }): Promise<readonly OpenWindow[]>
    openWindow(url: string): Promise<unknown>
  }
  addEventListener(type: 'push', heard: (event: PushHeard) => void): void
  addEventListener(type: 'notificationclick', heard: (event: PressHeard) => void): void
}

/**
 * Shows messages as src/notices/delivery/send-push.ts sends them, and opens what they are about. The same message that
 * comes again takes the place of the first (`tag`). It knows no other file: vite.config.ts writes it out as the worker
 * of portal and console; the field face's own worker takes it in.
 */
export function showPushes(scope: PushScope): void {
  scope.addEventListener('push', (event) => {
    if (event.data === null) return
    const { title, body, path, tag } = event.data.json() as Readonly<Record<string, string>>
    const shown = scope.registration.showNotification(String(title), {
      body: String(body),
      tag: String(tag),
      data: path,
      icon: '/icons/field-192.png',
    })
    event.waitUntil(shown)
  })
  scope.addEventListener('notificationclick', (event) => {
    event.notification.close()
    // Only ever a page of this place, whatever the message says.
    const { href, origin } = new URL(String(event.notification.data), scope.location.origin)
    const address = origin === scope.location.origin ? href : `${scope.location.origin}/`
    const opened = scope.clients.matchAll({ type: 'window', includeUncontrolled: true }).then((windows) => {
      const standing = windows.find((window) => window.url === address)
      return standing === undefined ? scope.clients.openWindow(address) : standing.focus()
    })
    event.waitUntil(opened)
  })
}
