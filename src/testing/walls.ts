import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'

const root = resolve(import.meta.dirname, '../..')
const cruiser = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs')

/** One import that breaks a wall: which rule says so, in which file, towards what. */
export interface Breach {
  readonly rule: string
  readonly from: string
  readonly to: string
}

/** What dependency-cruiser makes of a tree. */
export interface Cruise {
  readonly modules: number
  readonly breaches: readonly Breach[]
}

interface Report {
  readonly modules: readonly unknown[]
  readonly summary: {
    readonly violations: readonly {
      readonly from: string
      readonly to: string
      readonly rule: { name: string }
    }[]
  }
}

const walls = createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as {
  readonly forbidden: readonly { readonly name: string }[]
}

/** The names of all walls. */
export const wallNames = (): string[] => walls.forbidden.map((rule) => rule.name)

/** Looks at the walls of the tree in `folder`; without one, of the project itself. */
export async function cruise(folder: string = root): Promise<Cruise> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [cruiser, 'src', 'script', '--config', '.dependency-cruiser.cjs', '--output-type', 'json'],
    { cwd: folder, maxBuffer: 100_000_000 },
  )
  const { modules, summary } = JSON.parse(stdout) as Report
  return {
    modules: modules.length,
    breaches: summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })),
  }
}

/** Looks at the walls of a copy of the project in which `files` (path to text) are planted. */
export async function cruiseWith(files: Readonly<Record<string, string>>): Promise<Cruise> {
  const folder = await mkdtemp(join(tmpdir(), 'linli-walls-'))
  try {
    for (const part of ['src', 'script', 'db', 'package.json', 'tsconfig.json', '.dependency-cruiser.cjs'])
      await cp(join(root, part), join(folder, part), { recursive: true })
    await symlink(join(root, 'node_modules'), join(folder, 'node_modules'))
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true })
      await writeFile(join(folder, path), text)
    }
    return await cruise(folder)
  } finally {
    await rm(folder, { recursive: true })
  }
}
