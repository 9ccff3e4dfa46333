import { rm } from 'node:fs/promises'
import type { Clock } from './clock.ts'
import type { District } from './ctx.ts'
import { fileFolder } from './files.ts'

/** How long a request id answers with its first receipt. */
const requestDays = 90
/** How long an uploaded photograph may wait for the report that shows it. */
const uploadHours = 48

export interface Swept {
  readonly requests: number
  readonly files: number
}

/**
 * Clears away what has had its time: request ids after 90 days, and photographs that were uploaded and never shown.
 * A photograph that a case shows has its commitment in `sealed_texts` under its own id; one that was erased goes at
 * once, and its content with it, unless another photograph is the same.
 */
export async function sweep(district: District, clock: Clock): Promise<Swept> {
  const now = clock.now()
  const { reader } = district.pools
  const old = now.subtract({ hours: 24 * requestDays }).toString()
  const requests = await reader.query('delete from requests where recorded_at < $1', [old])
  const waiting = now.subtract({ hours: uploadHours }).toString()
  const { rows: orphans } = await reader.query<{ sha256: Buffer }>(
    `delete from files f using (
       select w.id from files w left join sealed_texts t on t.id = w.id
       where t.erased_at is not null or t.id is null and w.uploaded_at < $1
     ) as gone where f.id = gone.id returning f.sha256`,
    [waiting],
  )
  for (const { sha256 } of orphans) {
    const { rowCount } = await reader.query('select from files where sha256 = $1 limit 1', [sha256])
    if (rowCount === 0) await rm(fileFolder(district.dataFolder, sha256), { force: true })
  }
  return { requests: requests.rowCount ?? 0, files: orphans.length }
}
