import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { systemClock } from '../platform/clock.ts'
import { dropDemonstration, type Host, openDistrict } from '../platform/district.ts'
import { loadSecrets } from '../platform/secrets.ts'
import { openWorld, type World } from '../testing/world.ts'
import { clearUnfinished, unfinishedName } from './unfinished-demonstration.ts'

let world: World
let host: Host
const half = { id: 'half_laid', nameZh: '演示', nameEn: 'Demo', demonstration: true }
beforeAll(async () => {
  // A world opens the directory that every district needs.
  world = await openWorld({ empty: true })
  const dataFolder = await mkdtemp(join(tmpdir(), 'linli-demo-'))
  const secrets = loadSecrets(inject('dataFolder'))
  host = { adminUrl: inject('ownerUrl'), secrets, dataFolder, clock: systemClock }
  await (await openDistrict(host, half)).close()
})
afterAll(async () => {
  await dropDemonstration(host, half)
  await Promise.all([rm(host.dataFolder, { recursive: true }), world.close()])
})

const mark = (pid: number) => writeFile(join(host.dataFolder, unfinishedName), String(pid))
const stands = async (): Promise<boolean> =>
  (await world.sql('owner', `select 1 from pg_namespace where nspname = 'd_half_laid'`)).length === 1

test('a district that was wholly laid out stays', async () => {
  await clearUnfinished(host, half)
  expect(await stands()).toBe(true)
})

test('one that another process is laying out stays, and a real one stays whatever the mark says', async () => {
  await mark(process.ppid)
  await expect(clearUnfinished(host, half)).rejects.toMatchObject({ code: 'demonstration_loading' })
  await clearUnfinished(host, { ...half, demonstration: false })
  await expect(dropDemonstration(host, { ...half, demonstration: false })).rejects.toThrow('no demonstration')
  expect(await stands()).toBe(true)
})

test('one whose laying out was interrupted is taken back, so that it begins anew', async () => {
  // No process has this number: Linux ends at 4,194,304.
  await mark(99_999_999)
  await clearUnfinished(host, half)
  expect(await stands()).toBe(false)
  expect(existsSync(join(host.dataFolder, unfinishedName))).toBe(false)
})
