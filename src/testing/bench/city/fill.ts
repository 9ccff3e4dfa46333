import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { followers } from '../../../app/followers.ts'
import { type Random, randomFrom } from '../../../kernel/random.ts'
import { CopyIn } from './copy-in.ts'
import { gathered, gatheredColumns, makeGathered, sumUp } from './counted.ts'
import { type Community, drawer, readCommunities } from './places.ts'
import { countedRows, filler, type Planned, type Running, written } from './stamp.ts'
import {
  columnsOf,
  type FilledTable,
  filledTables,
  readTemplates,
  type Template,
  templateIds,
} from './templates.ts'

const dayMs = 86_400_000
/** Cases lie within so many weeks: eight years. */
const weeks = 416
/** At any time so many of all that ever came are open: what came in three weeks, of eight years. */
const openShare = 0.008
/** An open case stands at most so much further back than the one whose shape it has. */
const openShiftMs = 3 * dayMs

/**
 * Fills a district up to `total` cases, by COPY and past the program: what the use cases wrote for a few hundred is
 * written again with other places, people, times and numbers. No chain verifies afterwards; times, stages, reaches, units
 * and the order of ids are as the use cases would have left them. Returns how many were laid.
 */
export async function fillTo(
  total: number,
  at: {
    readonly ownerUrl: string
    readonly schema: string
    readonly dataFolder: string
    readonly timeZone: string
  },
): Promise<number> {
  const owner = new pg.Client({ connectionString: at.ownerUrl })
  await owner.connect()
  await owner.query(`set search_path = ${at.schema}; set timezone = 'UTC'`)
  const { rows } = await owner.query<{ count: number }>('select count(*)::integer as count from cases')
  const missing = total - rows[0]!.count
  if (missing > 0) {
    const rebuild = await dropIndexes(owner, at.schema)
    await lay(owner, at, missing, total)
    await sumUp(owner, at.timeZone)
    await rebuild()
    await owner.query(
      `insert into cursors (follower, chain, n, hash)
       select f.name, h.chain, h.n, h.hash from unnest($1::text[]) f (name),
         (select distinct on (chain) chain, n, hash from journal order by chain, n desc) h
       on conflict (follower, chain) do update set n = excluded.n, hash = excluded.hash`,
      [followers.map(({ follower }) => follower.name)],
    )
    await owner.query('vacuum analyze')
    await owner.query('checkpoint')
  }
  await owner.end()
  return Math.max(0, missing)
}

/** The server's settings while it is filled: fewer checkpoints, no vacuum beside the COPY, nothing that a crash would need. */
export const whileFilling: Readonly<Record<string, string>> = {
  max_wal_size: '8GB',
  checkpoint_timeout: '30min',
  autovacuum: 'off',
  full_page_writes: 'off',
  maintenance_work_mem: '1GB',
}

/** Indexes that hold no rule are made anew behind the rows; returns what makes them. */
async function dropIndexes(owner: pg.Client, schema: string): Promise<() => Promise<void>> {
  const { rows } = await owner.query<{ name: string; made: string }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as made
     from pg_index i join pg_class t on t.oid = i.indrelid join pg_namespace n on n.oid = t.relnamespace
     where n.nspname = $1 and t.relname = any ($2)
       and not exists (select from pg_constraint c where c.conindid = i.indexrelid)`,
    [schema, filledTables],
  )
  for (const { name } of rows) await owner.query(`drop index ${name}`)
  return async () => {
    for (const { made } of rows) await owner.query(made)
  }
}

async function lay(
  owner: pg.Client,
  { ownerUrl, schema, dataFolder }: { ownerUrl: string; schema: string; dataFolder: string },
  missing: number,
  total: number,
): Promise<void> {
  const random = randomFrom(total)
  const templates = await readTemplates(owner, await keptIds(owner, dataFolder))
  const communities = await readCommunities(owner, random)
  const plan = planner(templates, communities, random)
  const running = await runningOf(owner, communities, total)
  const into = new Map<FilledTable, CopyIn>()
  for (const table of filledTables)
    into.set(table, await CopyIn.open(ownerUrl, schema, table, await columnsOf(owner, table)))
  await makeGathered(owner)
  const counted = await CopyIn.open(ownerUrl, schema, gathered, gatheredColumns)
  const write = async (planned: Planned[]): Promise<void> => {
    planned.sort((a, b) => a.acceptedMs - b.acceptedMs)
    for (const one of planned) {
      const fill = filler(one, running, random)
      for (const { table, pieces } of one.template.rows) await into.get(table)!.row(written(pieces, fill))
      for (const row of countedRows(one, written(one.template.id, fill))) await counted.row(row)
    }
  }
  const open = Math.round(missing * openShare)
  let left = missing - open
  for (let week = weeks - 1; week >= 0; week -= 1) {
    const now = Math.round(left / (week + 1))
    left -= now
    await write(Array.from({ length: now }, () => plan(false, week * 7 * dayMs)))
  }
  await write(Array.from({ length: open }, () => plan(true, random.below(openShiftMs))))
  for (const copy of [...into.values(), counted]) await copy.close()
}

/** The cases that went through the use cases, told from copies by a file beside the data. */
async function keptIds(owner: pg.Client, dataFolder: string): Promise<string[]> {
  const file = join(dataFolder, 'city-templates.json')
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as string[]
  const ids = await templateIds(owner)
  writeFileSync(file, JSON.stringify(ids))
  return ids
}

/** Draws cases: few matters come often and many seldom, few communities report much and many little. */
function planner(templates: readonly Template[], communities: readonly Community[], random: Random) {
  const drawCommunity = drawer(communities, ({ weight }) => weight, random)
  const draws = [true, false].map((open) => {
    const groups = [
      ...Map.groupBy(
        templates.filter((one) => one.open === open),
        ({ matter }) => matter,
      ).values(),
    ]
    const ranked = random.shuffled(groups).map((group, rank) => ({ group, weight: 1 / (rank + 2) }))
    return drawer(ranked, ({ weight }) => weight, random)
  })
  return (open: boolean, backMs: number): Planned => {
    for (;;) {
      const template = random.pick(draws[open ? 0 : 1]!().group)
      const community = drawCommunity()
      const spots = community.spots.get(template.placeDepth)
      if (!spots) continue
      // Whole weeks and up to half an hour: what was done in working hours still was.
      const shiftMs = -backMs - random.below(1_800_000)
      return {
        template,
        community,
        path: random.pick(spots),
        shiftMs,
        acceptedMs: template.acceptedMs + shiftMs,
      }
    }
  }
}

async function runningOf(
  owner: pg.Client,
  communities: readonly Community[],
  total: number,
): Promise<Running> {
  const heads = new Map(communities.map(({ id }) => [id, 0]))
  const { rows } = await owner.query<{ chain: string; n: number }>(
    'select chain, max(n)::integer as n from journal group by chain',
  )
  for (const { chain, n } of rows) heads.set(chain, n)
  const { rows: numbers } = await owner.query<{ number: string }>('select number from cases')
  return {
    heads,
    numbers: new Map(),
    taken: new Set(numbers.map(({ number }) => number)),
    residents: Math.ceil(total / 5),
  }
}
