import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** The machine's own Chromium, as script/install-for-tests looks for it. */
export function chromiumPath(): string {
  const places = (process.env.PATH ?? '').split(':').map((folder) => join(folder, 'chromium'))
  const found = places.find((path) => existsSync(path))
  if (found === undefined) throw new Error('no chromium on the PATH: run script/install-for-tests')
  return found
}

/** Chromium as tests start it: it asks nobody for anything but the pages. */
export const quietly = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
