import type { District } from '../platform/ctx.ts'

/** Stages in which nobody has decided what the case is about, or that decision was given back. */
const undecided = ['accepted', 'returned', 'declined', 'withdrawn']

/**
 * The last `most` decided cases with their reporters' own words, the oldest first. Confidential cases and those of a drill
 * teach nothing; nor do words that fewer may read than see the case, nor words that were erased.
 */
export async function selectDecided(
  { pools }: Pick<District, 'pools'>,
  most: number,
): Promise<readonly { readonly matter: string; readonly words: string }[]> {
  const { rows } = await pools.reader.query<{ matter: string; words: string }>(
    `select c.matter, string_agg(t.body, E'\\n' order by t.id) as words
     from (
       select id, matter, reach, units from cases
       where matter is not null and not confidential and drill_id is null and stage <> all ($1)
       order by id desc limit $2
     ) c
     join sealed_texts t on t.subject = c.id
       and t.kind in ('words', 'addition') and not t.personal and t.body is not null
       and t.reach @> c.reach and t.units @> c.units
     group by c.id, c.matter
     order by c.id`,
    [undecided, most],
  )
  return rows
}
