import { hkdfSync, randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { StartProblem } from './start-problem.ts'

/** The secrets of one installation. They never leave the data folder and are never logged. */
export interface Secrets {
  /** The secret of this name: 32 bytes as 64 hex digits, always the same in one data folder. */
  get(name: string): string
}

/** `root` is random. Any other name may be written beside it by hand, to set or change one secret. */
const SecretsFile = z.record(z.string(), z.string().min(1)).and(z.object({ root: z.string().length(64) }))
type SecretsFile = z.infer<typeof SecretsFile>

/**
 * Opens `secrets.json` in the data folder (made when missing, readable by its owner alone).
 * All secrets grow from one root (HKDF, RFC 5869), so that the file is written once in its life and
 * programs that run side by side can never make two secrets of one name. Throws StartProblem.
 */
export function loadSecrets(dataFolder: string): Secrets {
  const path = join(dataFolder, 'secrets.json')
  const written = readSecrets(path) ?? makeSecrets(dataFolder, path)
  return {
    get: (name) =>
      written[name] ?? Buffer.from(hkdfSync('sha256', written.root, '', `linli ${name}`, 32)).toString('hex'),
  }
}

function readSecrets(path: string): SecretsFile | null {
  let cause: unknown
  try {
    const read = SecretsFile.safeParse(JSON.parse(readFileSync(path, 'utf8')))
    if (read.success) return read.data
    cause = read.error
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    cause = error
  }
  throw new StartProblem(
    'secrets_unreadable',
    {
      sentenceZh: `无法读取密钥文件 ${path}；请以启动邻里的用户运行，或从备份恢复该文件。`,
      sentenceEn: `The file of secrets ${path} cannot be read; run as the user who started Linli, or restore the file from a backup.`,
      remedy: `Restore ${path}`,
    },
    cause,
  )
}

/** Whole or not at all, and the first one wins: a link is made only where nothing stands yet. */
function makeSecrets(dataFolder: string, path: string): SecretsFile {
  mkdirSync(dataFolder, { recursive: true })
  const draft = `${path}.${process.pid}`
  const root = randomBytes(32).toString('hex')
  writeFileSync(draft, `${JSON.stringify({ root }, null, 2)}\n`, { mode: 0o600, flush: true })
  try {
    linkSync(draft, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(draft)
  }
  return readSecrets(path) ?? { root }
}
