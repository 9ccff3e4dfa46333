import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { readManifest } from './manifest.ts'

/**
 * Removes backups in a folder that are older than so many days: whole folders that say of themselves when `linli backup`
 * made them, and nothing else. Returns their paths. Source: 个人信息保护法 (2021-11-01), Article 19: no longer than needed.
 */
export async function pruneBackups(
  folder: string,
  { days, now }: { readonly days: number; readonly now: Temporal.Instant },
): Promise<string[]> {
  const oldest = now.subtract({ hours: 24 * days })
  const removed: string[] = []
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue
    const path = join(folder, entry.name)
    // What is no whole backup is somebody else's folder, or one that is being made: it stays.
    const manifest = await readManifest(path).catch(() => null)
    if (!manifest || Temporal.Instant.compare(Temporal.Instant.from(manifest.madeAt), oldest) >= 0) continue
    await rm(path, { recursive: true })
    removed.push(path)
  }
  return removed.sort()
}
