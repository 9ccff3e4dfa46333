import type { Clock } from './clock.ts'
import type { District } from './ctx.ts'
import { removeFile } from './files.ts'
import { forgetLists } from './sheet/jobs/forget-lists.ts'
import { keptHours } from './sheet/jobs/job.rule.ts'

/** How long an uploaded photograph may wait for the report that shows it. */
const uploadHours = 48

/** Forgets request ids that came before a moment: whoever sends one again after that has asked anew. */
export async function forgetRequests(
  { pools }: Pick<District, 'pools'>,
  before: Temporal.Instant,
): Promise<number> {
  const { rowCount } = await pools.reader.query('delete from requests where recorded_at < $1', [
    before.toString(),
  ])
  return rowCount ?? 0
}

export interface Swept {
  readonly files: number
}

/**
 * Clears away lists that nobody took in time, and photographs that were uploaded and never shown. What is kept for a time by rule has a round of its own.
 * A photograph that a case shows has its commitment in `sealed_texts` under its own id; one that was erased goes at
 * once, and its content with it, unless another photograph is the same.
 */
export async function sweep(district: District, clock: Clock): Promise<Swept> {
  const now = clock.now()
  const { reader } = district.pools
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
    if (rowCount === 0) await removeFile(district.dataFolder, sha256)
  }
  await forgetLists(district, now.subtract({ hours: keptHours }))
  return { files: orphans.length }
}
