import { figuresFollower } from '../cases/door.ts'
import { catchUp, rebuild } from '../platform/follower.ts'
import { readCountingRows, Stories } from './simulator/rows.ts'
import { type Figure, figuresOf } from './simulator/second-opinion/figures.ts'
import type { World } from './world-over.ts'

/** All that the follower keeps: figures by their key, and what opens them. */
interface Kept {
  readonly figures: Readonly<Record<string, number>>
  readonly facts: Readonly<Record<string, string>>
}

/** What the figures' follower kept while lines came, what it keeps after a rebuild, and what the stories count by a second opinion. */
export async function figuresLiveAndRebuilt(
  world: World,
): Promise<{ live: Kept; rebuilt: Kept; secondOpinion: Kept['figures'] }> {
  await catchUp(world.district, figuresFollower)
  const live = await kept(world)
  await rebuild(world.district, figuresFollower)
  return { live, rebuilt: await kept(world), secondOpinion: await countedAnew(world) }
}

async function kept(world: World): Promise<Kept> {
  const figures = await world.sql<Figure>(
    'owner',
    `select area_id as area, span, start::text as start, matter, measure, under, value::integer as value from figures`,
  )
  const facts = await world.sql<{ key: string; says: string }>(
    'owner',
    `select concat_ws(' ', case_id, seq, measure, area_id) as key, concat_ws(' ', at, matter) as says from figure_facts`,
  )
  return {
    figures: byKey(figures),
    facts: Object.fromEntries(facts.map(({ key, says }) => [key, says])),
  }
}

async function countedAnew(world: World): Promise<Kept['figures']> {
  const { minutes } = await readCountingRows(world)
  const stories = new Stories(world)
  await stories.readOn()
  const paths = await world.sql<{ id: string; path: string[] }>('owner', 'select id, path from cases')
  return byKey(figuresOf(stories.all, new Map(paths.map(({ id, path }) => [id, path])), minutes))
}

const byKey = (figures: readonly Figure[]) =>
  Object.fromEntries(
    figures.map(({ value, area, span, start, matter, measure, under }) => [
      [area, span, start, matter, measure, under].join(' '),
      value,
    ]),
  )
