import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { backupProblems } from './problems.ts'

const manifestFile = 'linli-backup.json'

/** Paths are written with `/` and never lead out of the backup. */
const Path = z
  .string()
  .min(1)
  .refine((path) => !path.startsWith('/') && !path.split('/').some((part) => part === '..' || part === ''))

const Entry = z.object({
  path: Path,
  /** Permission bits: PostgreSQL refuses a folder that others may read. */
  mode: z.int().min(0).max(0o777),
})

/** What a backup says of itself. It is written last, so that a backup without it is not whole. */
export const Manifest = z.object({
  format: z.literal(1),
  linli: z.string(),
  madeAt: z.iso.datetime(),
  /** Empty ones too: PostgreSQL does not start without some of them. */
  folders: z.array(Entry),
  files: z.array(Entry.extend({ bytes: z.int().min(0), sha256: z.string().regex(/^[0-9a-f]{64}$/) })),
})
export type Manifest = z.infer<typeof Manifest>

export const writeManifest = (folder: string, manifest: Manifest): Promise<void> =>
  writeFile(join(folder, manifestFile), `${JSON.stringify(manifest, null, 1)}\n`, {
    mode: 0o600,
    flush: true,
  })

/** Throws StartProblem where the folder holds no whole backup. */
export async function readManifest(folder: string): Promise<Manifest> {
  try {
    return Manifest.parse(JSON.parse(await readFile(join(folder, manifestFile), 'utf8')))
  } catch (error) {
    throw backupProblems.incomplete(folder, error)
  }
}

export const bytesOf = ({ files }: Pick<Manifest, 'files'>): number =>
  files.reduce((sum, { bytes }) => sum + bytes, 0)
