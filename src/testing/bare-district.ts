import { randomBytes } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import pg from 'pg'
import { inject } from 'vitest'
import { must, permissions } from '../people/permission.rule.ts'
import { grantsOf } from '../people/permission-table.rule.ts'
import type { Clock } from '../platform/clock.ts'
import type { Ctx, Who } from '../platform/ctx.ts'
import { type OpenDistrict, openDirectory, openDistrict } from '../platform/district.ts'
import { buildServer, makeCtx, type Routes } from '../platform/http/server.ts'
import { loadSecrets } from '../platform/secrets.ts'
import type { TileSettings } from '../platform/settings.ts'
import { systemWho } from '../platform/system.ts'

/** A district with tables and nothing in them, on the test server, in a schema that no other test has. */
export interface BareDistrict {
  readonly district: OpenDistrict
  /** The system's where no other is named. */
  readonly ctx: (who?: Who) => Ctx
  /** A second server of the same district, with a memory of its own. */
  readonly another: () => Promise<OpenDistrict>
  /** The rooms over HTTP; each request comes from `who`, which a test may exchange. */
  readonly serve: (
    rooms: readonly Routes[],
    whoOf: () => Who,
    tiles?: TileSettings,
  ) => Promise<FastifyInstance>
  readonly close: () => Promise<void>
}

const quiet: Ctx['log'] = { info: () => undefined, warn: () => undefined, error: console.error }

/** Opens an empty district that keeps the time of `clock`. */
export async function bareDistrict(clock: Clock): Promise<BareDistrict> {
  const dataFolder = inject('dataFolder')
  const host = { adminUrl: inject('ownerUrl'), secrets: loadSecrets(dataFolder), dataFolder, clock }
  const id = `t${randomBytes(6).toString('hex')}`
  const entry = { id, nameZh: '望江区（演示）', nameEn: 'Wangjiang District (demo)', demonstration: true }
  await openDirectory(host)
  const opened: OpenDistrict[] = []
  const open = async () => {
    const next = await openDistrict(host, entry)
    opened.push(next)
    return next
  }
  const district = await open()
  const parts = { district, clock, must, committed: () => undefined }
  return {
    district,
    ctx: (who = systemWho([])) => makeCtx(parts, who, quiet),
    another: open,
    serve: (rooms, whoOf, tiles) =>
      buildServer({
        ...parts,
        rooms,
        whoOf: async () => whoOf(),
        ready: async () => true,
        log: false,
        tiles: tiles ?? null,
        limits: { perMinute: 100_000 },
      }),
    close: async () => {
      await Promise.all(opened.map((one) => one.close()))
      const owner = new pg.Client({ connectionString: host.adminUrl })
      await owner.connect()
      await owner.query(`drop schema ${district.schema} cascade`)
      await owner.end()
    },
  }
}

/** A post of this kind for the whole district, without rows behind it. */
export const postHolder = (kind: string, areaId: string): Who => ({
  actor: 'account:0192f000-0000-7000-8000-000000000001',
  accountId: '0192f000-0000-7000-8000-000000000001',
  name: 'Test',
  kind: 'staff',
  posts: [
    {
      id: '0192f000-0000-7000-8000-000000000002',
      kind,
      unitId: null,
      areaId,
      grants: grantsOf(permissions, kind),
    },
  ],
  reach: [areaId],
  personReach: [],
  registerReach: [],
  bodyReach: [],
  linkReach: [],
  units: [],
  acts: [],
  receiptHash: '',
})

/** Someone with no account and no secret. */
export const passerBy: Who = { ...systemWho([]), actor: 'anonymous', kind: 'anonymous', acts: [] }
