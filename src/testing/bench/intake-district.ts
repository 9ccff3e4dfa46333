import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { demoDistrict, demoSeed } from '../../app/demo/district.ts'
import { house } from '../../app/rooms.ts'
import { atlasOf, importAreas } from '../../areas/door.ts'
import { seedCalendar } from '../../matters/door.ts'
import { systemCtx } from '../../people/door.ts'
import { systemClock } from '../../platform/clock.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { enterDistrict, type OpenDistrict, openDirectory, openDistrict } from '../../platform/district.ts'
import { buildServer } from '../../platform/http/server.ts'
import { openPostgres } from '../../platform/postgres/open-postgres.ts'
import { loadSecrets } from '../../platform/secrets.ts'

const entry = {
  id: 'bench',
  nameZh: '望江区（演示）',
  nameEn: 'Wangjiang District (demo)',
  demonstration: true,
}
/** Says nothing but what went wrong. */
export const quiet: Ctx['log'] = { info: () => undefined, warn: console.warn, error: console.error }

/** The bench's district, its schema brought up to date. */
export async function openBenchDistrict(ownerUrl: string, dataFolder: string): Promise<OpenDistrict> {
  const host = { adminUrl: ownerUrl, secrets: loadSecrets(dataFolder), dataFolder, clock: systemClock }
  await openDirectory(host)
  await enterDistrict(host, entry)
  return openDistrict(host, entry)
}

/**
 * Runs a bench in its district, over a durable PostgreSQL of its own (fsync on), and closes both. A folder that is named
 * stays; otherwise all of it goes.
 */
export async function inBenchDistrict(
  work: (
    district: OpenDistrict,
    at: { readonly ownerUrl: string; readonly dataFolder: string },
  ) => Promise<void>,
  keptFolder?: string,
  serverSettings: Readonly<Record<string, string>> = {},
): Promise<void> {
  const dataFolder = keptFolder ?? (await mkdtemp(join(tmpdir(), 'linli-bench-')))
  const { ownerUrl, close } = await openPostgres(
    { dataFolder, databaseUrl: null },
    { onNotice: console.error, serverSettings },
  )
  try {
    const district = await openBenchDistrict(ownerUrl, dataFolder)
    await work(district, { ownerUrl, dataFolder })
    await district.close()
  } finally {
    await close()
    if (!keptFolder) await rm(dataFolder, { recursive: true, force: true })
  }
}

/** Lays the demonstration map (168 communities) and returns a grid of each community. */
export async function layBenchMap(district: OpenDistrict): Promise<string[]> {
  const ctx = systemCtx({ district, clock: systemClock, log: quiet })
  await importAreas(ctx, demoDistrict(demoSeed))
  await seedCalendar(ctx)
  const atlas = await atlasOf(ctx)
  const streets = atlas.partsOf(atlas.district.id)
  const communities = streets.flatMap((street) => atlas.partsOf(street.id))
  return communities.map((community) => atlas.partsOf(community.id).find((part) => part.kind === 'grid')!.id)
}

/** Signs residents in by the same one-time codes that people use; returns their cookies. */
export async function signResidentsIn(district: OpenDistrict, count: number): Promise<string[]> {
  const app = await buildServer({
    ...house(district, systemClock),
    committed: () => undefined,
    ready: async () => true,
    log: false,
    limits: { perMinute: 1_000_000 },
  })
  const cookies: string[] = []
  for (let index = 0; index < count; index += 1) {
    const phoneNumber = `138000${String(index).padStart(5, '0')}`
    // Each resident has an address of their own, as the limits on codes are by address.
    const remoteAddress = `10.9.${Math.floor(index / 250)}.${1 + (index % 250)}`
    const post = (url: string, payload: object) => app.inject({ method: 'POST', url, payload, remoteAddress })
    await post('/api/auth/phone-number/send-otp', { phoneNumber })
    const { codes } = (await app.inject({ url: '/api/outbox' })).json<{ codes: { code: string }[] }>()
    const signed = await post('/api/auth/phone-number/verify', { phoneNumber, code: codes[0]!.code })
    if (signed.statusCode !== 200) throw new Error(`sign-in answered ${signed.statusCode} ${signed.body}`)
    cookies.push(signed.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; '))
  }
  await app.close()
  return cookies
}
