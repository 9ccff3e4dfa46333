import { connect } from 'node:net'

const patienceMs = 3_000

/** Whether anything answers at a host and port (TCP); nothing is said to it. */
export const isReachable = (host: string, port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ host: host.replace(/^\[|\]$/g, ''), port })
    const end = (isThere: boolean) => () => {
      socket.destroy()
      resolve(isThere)
    }
    socket.once('connect', end(true)).once('error', end(false)).setTimeout(patienceMs, end(false))
  })

/** Host and port of an address by http or https. */
export function placeOf(address: string): { host: string; port: number } {
  const { protocol, hostname, port } = new URL(address)
  return { host: hostname, port: Number(port || (protocol === 'https:' ? 443 : 80)) }
}
