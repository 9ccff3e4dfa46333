import { call } from '../../api/call.ts'
import { keep, kept } from '../../keep.ts'

/** Under which channel this device is told; kept on the device, since the server does not know it by its page. */
const channelKey = 'linli.push'

/** The channel of this device, or null. */
export const channelHere = (): string | null => kept(channelKey)
export const keepChannelHere = (id: string): void => keep(channelKey, id)

/** Whoever signs out here is told nothing here any more. It refuses nothing: signing out waits for nobody. */
export async function stopPushHere(): Promise<void> {
  const id = channelHere()
  if (id === null) return
  keep(channelKey, null)
  try {
    for (const worker of await navigator.serviceWorker.getRegistrations()) {
      const subscription = await worker.pushManager.getSubscription()
      await subscription?.unsubscribe()
    }
    await call('POST', `/api/my/channels/${id}/remove`, {})
  } catch {
    // Once one of the two is done nothing is shown: what was let in is over, or the server forgets it.
  }
}
