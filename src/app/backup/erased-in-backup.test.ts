import { randomUUID } from 'node:crypto'
import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { atlasOf } from '../../areas/door.ts'
import { AcceptCase } from '../../cases/contract.ts'
import { acceptCase } from '../../cases/door.ts'
import { enterMany, eraseAgain, systemCtx } from '../../people/door.ts'
import { systemClock } from '../../platform/clock.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { readSettings } from '../../platform/settings.ts'
import { jobFile, jobFolder } from '../../platform/sheet/jobs/job-files.ts'
import { verify } from '../../platform/verify.ts'
import { filesWith } from '../../testing/find-traces.ts'
import { identityOf } from '../../testing/register-acts.ts'
import { act } from '../../testing/world-client.ts'
import { enterMatters } from '../../testing/world-matters.ts'
import { layPlaces } from '../../testing/world-places.ts'
import { readErasures } from '../erasure-list.ts'
import { forgetEverywhere } from '../forget-everywhere.ts'
import { openLinli } from '../open.ts'
import { witnesses } from '../witnesses.ts'
import { backUp } from './back-up.ts'
import { lastCleared } from './clear-traces.ts'
import { bringErasures, eraseAfterRestore } from './erase-again.ts'
import { pruneBackups } from './prune.ts'
import { restore } from './restore.ts'

const name = '谢知微'
const phone = '13900000301'
const number = identityOf('99999919770707007')
const traces = [name, phone, number]
const quiet = { onNotice: () => undefined, show: () => undefined }
let root: string
let personId: string

const settingsOf = (folder: string) => readSettings({ LINLI_DATA: join(root, folder) }, root)

/** Opens the district of a data folder for one piece of work, as a command does. */
async function within<Result>(folder: string, work: (ctx: Ctx) => Promise<Result>): Promise<Result> {
  const open = await openLinli(settingsOf(folder), { onNotice: () => undefined })
  const parts = { district: open.district, clock: systemClock, log: console }
  try {
    const atlas = await atlasOf(parts)
    return await work(systemCtx(parts, atlas.isEmpty ? [] : [atlas.district.id]))
  } finally {
    await open.close()
  }
}

/** A list that names them and that nobody has taken yet. */
async function waitingList(ctx: Ctx): Promise<void> {
  await mkdir(jobFolder(ctx.district), { recursive: true })
  await writeFile(jobFile(ctx.district, randomUUID()), `${name} ${phone}`)
}

/** A district with one person in it, who has a past in the register and reported something; a backup; the erasure. */
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'linli-erased-'))
  await chmod(root, 0o755)
  const building = await within('data', async (ctx) => {
    const places = await layPlaces(ctx)
    await enterMatters(ctx)
    return places.building1.id
  })
  await within('data', async (ctx) => {
    const person = {
      name,
      phone,
      identity: number,
      sex: null,
      birthDay: null,
      registerKind: 'local',
      guardian: null,
      role: 'owner',
      lives: true,
      fromDay: '2020-01-01',
    } as const
    const home = { buildingId: building, label: '1-101', use: 'dwelling', people: [person] } as const
    personId = (await enterMany(ctx, [home]))[0]!.personIds[0]!
    const report = {
      words: `${name}说下水道堵了`,
      areaId: building,
      onBehalf: 'caller',
      contact: { name, phone },
    }
    await acceptCase(ctx, AcceptCase.parse(act(report)))
    await waitingList(ctx)
  })
  await backUp(settingsOf('data'), join(root, 'backups', 'before'), quiet)
  await within('data', async (ctx) => {
    const erasureId = await eraseAgain(ctx, { personId, accountId: null })
    await forgetEverywhere(ctx, erasureId!)
  })
}, 120_000)
afterAll(() => rm(root, { recursive: true }))

const nameIn = (folder: string) =>
  within(folder, async ({ district }) => {
    const { rows } = await district.pools.reader.query('select name from persons where id = $1', [personId])
    return (rows[0] as { name: string | null }).name
  })

test('the search sees into backups: the one from before has the name, and so has the folder until it is cleared', async () => {
  expect(await filesWith(join(root, 'backups', 'before'), [name])).not.toEqual([])
  expect(await nameIn('data')).toBeNull()
  expect(await filesWith(join(root, 'data'), [name])).not.toEqual([])
}, 60_000)

test('lists that wait to be taken are in no backup, and an erasure removes them', async () => {
  expect(await readdir(join(root, 'backups', 'before', 'data'))).not.toContain('sheets')
  expect(await filesWith(join(root, 'data', 'sheets'), traces)).toEqual([])
})

test('a new backup has no name, telephone or number of an erased person: in no table, index, statistic or log', async () => {
  await backUp(settingsOf('data'), join(root, 'backups', 'after'), quiet)
  expect(await filesWith(join(root, 'backups', 'after'), traces)).toEqual([])
  expect(await filesWith(join(root, 'data'), traces)).toEqual([])
  const [erased] = await readErasures(join(root, 'data', 'erasures', 'demo.jsonl'))
  expect(await lastCleared(join(root, 'data'), 'demo')).toBe(erased!.id)
}, 120_000)

test('a restored backup from before forgets them again by the list that was kept apart, once, and verifies', async () => {
  await mkdir(join(root, 'restored'))
  const settings = settingsOf('restored')
  await restore(settings, join(root, 'backups', 'before'), quiet)
  expect(await nameIn('restored')).toBe(name)
  await bringErasures(join(root, 'data', 'erasures'), settings.dataFolder)
  expect(await eraseAfterRestore(settings, () => undefined)).toBe(1)
  expect(await eraseAfterRestore(settings, () => undefined)).toBe(0)
  expect(await nameIn('restored')).toBeNull()
  const verdict = await within('restored', ({ district }) => verify(district, [], witnesses))
  expect(verdict.flaws).toEqual([])
  await backUp(settings, join(root, 'backups', 'again'), quiet)
  expect(await filesWith(join(root, 'backups', 'again'), traces)).toEqual([])
}, 180_000)

test('backups beyond their days are removed, and what is no backup stays', async () => {
  const folder = join(root, 'backups')
  await mkdir(join(folder, 'photos'))
  const now = systemClock.now()
  expect(await pruneBackups(folder, { days: 30, now })).toEqual([])
  const later = now.add({ hours: 24 * 31 })
  expect(await pruneBackups(folder, { days: 30, now: later })).toEqual(
    ['after', 'again', 'before'].map((one) => join(folder, one)),
  )
  expect(await readdir(folder)).toEqual(['photos'])
})
