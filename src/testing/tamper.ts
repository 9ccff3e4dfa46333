import type { World } from './world.ts'

interface Line {
  readonly chain: string
  readonly n: number
}

const setByHand = async (world: World, { chain }: Line, set: string): Promise<void> => {
  await world.sql(
    'owner',
    `update cases set ${set} where id = (select min(id::text)::uuid from cases where chain = $1)`,
    [chain],
  )
}

/** Ways to falsify a record with the owner's own SQL, as somebody with the database's password could. */
export const tamperings = {
  'a changed character in a line': async (world: World, { chain, n }: Line) => {
    await world.sql(
      'owner',
      `update journal set data = jsonb_set(data, '{source}', '"staff"') where chain = $1 and n = $2`,
      [chain, n],
    )
  },
  'a deleted middle line': async (world: World, { chain, n }: Line) => {
    await world.sql('owner', 'delete from journal where chain = $1 and n = $2', [chain, n])
  },
  'a deleted last line': async (world: World, { chain }: Line) => {
    await world.sql(
      'owner',
      'delete from journal where chain = $1 and n = (select max(n) from journal where chain = $1)',
      [chain],
    )
  },
  'two swapped lines': async (world: World, { chain, n }: Line) => {
    const move = 'update journal set n = $3 where chain = $1 and n = $2'
    await world.sql('owner', move, [chain, n, 1_000_000])
    await world.sql('owner', move, [chain, n + 1, n])
    await world.sql('owner', move, [chain, 1_000_000, n + 1])
  },
  'an altered text': async (world: World) => {
    await world.sql(
      'owner',
      `update sealed_texts set body = body || '。' where id = (select min(id::text)::uuid from sealed_texts where kind = 'words')`,
    )
  },
  'a deleted text': async (world: World) => {
    await world.sql(
      'owner',
      `delete from sealed_texts where id = (select min(id::text)::uuid from sealed_texts where kind = 'words')`,
    )
  },
  'a planted text': async (world: World, { chain }: Line) => {
    await world.sql(
      'owner',
      `insert into sealed_texts (id, subject, kind, body, salt, personal, reach, units)
       select gen_random_uuid(), id, 'answer', '已经修好', '\\x00', false, reach, units
       from cases where chain = $1 order by id limit 1`,
      [chain],
    )
  },
  'a committed text under another case': async (world: World, { chain }: Line) => {
    await world.sql(
      'owner',
      `update sealed_texts t set subject =
         (select c.id from cases c where c.chain = $1 and c.id <> t.subject order by c.id limit 1)
       where id = (select min(id::text)::uuid from sealed_texts where kind = 'words')`,
      [chain],
    )
  },
  'a stage set by hand': (world: World, line: Line) => setByHand(world, line, `stage = 'handling'`),
  'a rating set by hand': (world: World, line: Line) => setByHand(world, line, 'solved = true, rating = 5'),
  'an acceptance set later by hand': (world: World, line: Line) =>
    setByHand(world, line, `accepted_at = accepted_at + interval '1 second'`),
  'a close set by hand': (world: World, line: Line) => setByHand(world, line, 'closed_at = accepted_at'),
  'a deleted row of a case': async (world: World, { chain }: Line) => {
    await world.sql(
      'owner',
      'delete from cases where id = (select max(id::text)::uuid from cases where chain = $1)',
      [chain],
    )
  },
} satisfies Record<string, (world: World, line: Line) => Promise<void>>

/** Rewrites a line and hashes the chain again from there, as somebody who knows how it is made would. */
export async function rehash(
  world: World,
  chain: string,
  from: number,
  hashLine: typeof import('../platform/journal-line.rule.ts').hashLine,
): Promise<void> {
  const rows = await world.sql<{
    n: number
    prev_hash: Buffer
    hash: Buffer
    recorded_at: Date
    occurred_at: Date
    actor: string
    kind: string
    subject: string
    seq: number | null
    data: Record<string, string>
  }>('owner', 'select * from journal where chain = $1 and n >= $2 order by n', [chain, from])
  let prevHash = rows[0]!.prev_hash
  for (const row of rows) {
    const data = Number(row.n) === from ? { ...row.data, source: 'staff' } : row.data
    const hash = hashLine({
      chain,
      n: Number(row.n),
      prevHash,
      recordedAt: row.recorded_at.toISOString(),
      occurredAt: row.occurred_at.toISOString(),
      actor: row.actor,
      kind: row.kind,
      subject: row.subject,
      seq: row.seq,
      data,
    })
    await world.sql(
      'owner',
      'update journal set data = $3, prev_hash = $4, hash = $5 where chain = $1 and n = $2',
      [chain, row.n, JSON.stringify(data), prevHash, hash],
    )
    prevHash = hash
  }
}
