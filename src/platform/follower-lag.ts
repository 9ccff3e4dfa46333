import type { District } from './ctx.ts'

const waitingSql = `with recursive c as (
  (select chain from journal order by chain limit 1)
  union all
  select (select j.chain from journal j where j.chain > c.chain order by j.chain limit 1) from c where c.chain is not null
)
select min(w.recorded_at) as since
from c cross join unnest($1::text[]) f (name)
left join cursors k on k.chain = c.chain and k.follower = f.name
cross join lateral (
  select j.recorded_at from journal j where j.chain = c.chain and j.n > coalesce(k.n, 0) order by j.n limit 1
) w`

/**
 * When the oldest line was recorded that one of these followers has yet to read; null where they have read all. As many
 * probes as chains, however long these are.
 */
export async function waitingSince(
  { pools }: Pick<District, 'pools'>,
  followers: readonly string[],
): Promise<Temporal.Instant | null> {
  const { rows } = await pools.reader.query<{ since: Temporal.Instant | null }>({
    name: 'lines_waiting',
    text: waitingSql,
    values: [followers],
  })
  return rows[0]?.since ?? null
}
