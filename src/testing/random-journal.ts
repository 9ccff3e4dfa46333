import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { followers } from '../app/followers.ts'
import { acceptCase } from '../cases/door.ts'
import { line } from '../cases/events.ts'
import { newId } from '../kernel/ids.ts'
import { type Random, randomFrom } from '../kernel/random.ts'
import { iso } from '../platform/clock.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { NewLine } from '../platform/events.ts'
import { runFollowers } from '../platform/followers.ts'
import type { World } from './world-over.ts'

const writersOfEach = 4
const matters = ['FA01', 'FA02', 'HJ03', 'MJ01'] as const
const reports = [
  '楼道灯不亮',
  '路灯坏了',
  '举报有人贪污受贿',
  '投诉网格员态度恶劣',
  '街道办主任态度恶劣',
] as const

/** What is written about a case after its report, in whatever order chance has it: figures must count it all the same. */
type Written = (
  random: Random,
  at: Temporal.Instant,
  unitId: string,
) => Pick<NewLine, 'kind'> & { readonly data: object }
const kinds: readonly Written[] = [
  (random, at) => ({
    kind: 'case.screened',
    data: {
      matter: random.pick(matters),
      public: true,
      confidential: random.next() < 0.15,
      responseDueAt: iso(at.add({ hours: random.below(48) })),
    },
  }),
  (random, at, unitId) => ({
    kind: 'case.resolved',
    data: {
      unitId,
      onTheSpot: false,
      whole: random.next() < 0.8,
      matter: random.pick(matters),
      dueAt: random.next() < 0.2 ? null : iso(at.add({ hours: random.below(40) - 20 })),
      photos: 0,
    },
  }),
  (_random, _at, unitId) => ({ kind: 'case.signed', data: { unitId } }),
  (random) => ({ kind: 'case.replied', data: { matter: random.pick(matters) } }),
  (random) => ({
    kind: 'case.rated',
    data: { solved: random.next() < 0.7, rating: 1 + random.below(5), matter: random.pick(matters) },
  }),
  (random) => ({
    kind: 'case.reopened',
    data: { because: 'not_solved', matter: random.pick(matters), units: [] },
  }),
  (random) => ({ kind: 'case.closed', data: { matter: random.pick(matters) } }),
  () => ({ kind: 'case.joined', data: { into: randomUUID() } }),
  () => ({ kind: 'case.declined', data: {} }),
  () => ({ kind: 'case.referred', data: { door: 'mutual_help' } }),
  () => ({ kind: 'case.withdrawn', data: {} }),
]

/**
 * Writes a journal of at least so many lines by two servers at once, each with its own followers: stories of random lines
 * that happened up to nine days before they are recorded, many of them in transactions that commit late. Returns how many
 * lines were written.
 */
export async function writeRandomJournal(
  world: World,
  { lines, seed }: { readonly lines: number; readonly seed: number },
): Promise<number> {
  world.clock.tick()
  const servers = [0, 1].map(() =>
    runFollowers(
      world.district,
      followers.map(({ follower }) => follower),
      world.system.log,
    ),
  )
  let written = 0
  const places = Object.values(world.places).map(({ id }) => id)
  const write = async (writer: number) => {
    const random = randomFrom(seed * 1000 + writer)
    while (written < lines) {
      const story = await writeStory(world, random, random.pick(places))
      written += story
      servers[writer % servers.length]!.wake()
    }
  }
  try {
    await Promise.all(Array.from({ length: servers.length * writersOfEach }, (_, writer) => write(writer)))
  } finally {
    for (const server of servers) await server.stop()
  }
  return written
}

/** One case from its report on. Returns how many lines it has. */
async function writeStory(world: World, random: Random, areaId: string): Promise<number> {
  const { system, clock } = world
  clock.advance({ minutes: random.below(12) })
  const report = {
    requestId: randomUUID(),
    words: random.pick(reports),
    areaId,
    photos: [],
    notEmergency: false,
  }
  const { caseId } = await acceptCase(system, report)
  const [row] = await world.sql<{ chain: string }>('reader', 'select chain from cases where id = $1', [
    caseId,
  ])
  const length = random.below(14)
  for (let seq = 2; seq <= length + 1; seq += 1)
    await writeLine(system, random, { caseId, chain: row!.chain, seq })
  return length + 1
}

async function writeLine(
  ctx: Ctx,
  random: Random,
  { caseId, chain, seq }: { readonly caseId: string; readonly chain: string; readonly seq: number },
): Promise<void> {
  await ctx.transaction(async (tx) => {
    const now = ctx.clock.now()
    const occurredAt = random.next() < 0.4 ? now.subtract({ minutes: random.below(9 * 24 * 60) }) : now
    const { kind, data } = random.pick(kinds)(random, occurredAt, newId(now.epochMilliseconds))
    const told = { chain, subject: caseId, seq, occurredAt, data } as Parameters<typeof line>[1]
    tx.record(line(kind as Parameters<typeof line>[0], told))
    // Others begin later and commit before.
    if (random.next() < 0.1) await pause(random.below(20))
  })
}
