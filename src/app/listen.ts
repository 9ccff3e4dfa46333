import { createServer } from 'node:net'
import type { District } from '../platform/ctx.ts'
import type { Settings } from '../platform/settings.ts'
import { problems } from './problems.ts'

const loopback = /^(localhost|127(\.\d{1,3}){3}|::1)$/

/** Demonstration passwords are public: such a district is served to this machine alone, unless its keeper agreed. */
export function mustMayListen({ demonstration }: Pick<District, 'demonstration'>, settings: Settings): void {
  if (demonstration && !settings.openDemo && !loopback.test(settings.host))
    throw problems.demoOpenToNetwork(settings.host)
}

/** Puts what the system says of a port or an address into a StartProblem; anything else stays as it is. */
export function listenProblem(error: unknown, { host, port }: Pick<Settings, 'host' | 'port'>): unknown {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'EADDRINUSE':
      return problems.portTaken(port, error)
    case 'EACCES':
      return problems.portClosed(port, error)
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return problems.hostUnknown(host, error)
    default:
      return error
  }
}

/** Tries the port before the database is opened, which on a first start takes long. Throws StartProblem. */
export async function mustBeFree(at: Pick<Settings, 'host' | 'port'>): Promise<void> {
  const probe = createServer()
  await new Promise<void>((resolve, reject) => {
    probe.once('error', (error) => reject(listenProblem(error, at)))
    probe.listen(at.port, at.host, () => probe.close(() => resolve()))
  })
}
