import { randomBytes } from 'node:crypto'
import { atlasOf } from '../../areas/door.ts'
import { newId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { dayOf, iso } from '../../platform/clock.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Tx } from '../../platform/transaction.ts'
import { districtChain } from '../chain.ts'
import { peopleLine } from '../events.ts'
import { mustByOwnPost } from '../permission.rule.ts'
import type { NewKey, OpenService, ServiceAccounts, ServiceAct, StoppedKeys, TurnKey } from './contract.ts'
import { wholeDistrictActs } from './contract.ts'
import {
  endServiceAccount,
  insertKey,
  insertService,
  isService,
  type KeyRow,
  selectKeys,
  selectServices,
  stopKeys,
} from './service.sql.ts'
import { hashKey } from './service-key.rule.ts'

const longestDays = 366

/**
 * Opens an account for a program of another office, with a first key that is answered this once: what it may do, where,
 * and until which day. Refuses `area_unknown`, a last day that has passed or is over a year away, and acts of the whole
 * district in a part of it (`service_place_wrong`).
 */
export async function openService(ctx: Ctx, body: OpenService): Promise<NewKey> {
  mustByOwnPost(ctx.who, 'people.manage')
  mustBeTerm(ctx, body.endsOn)
  const atlas = await atlasOf(ctx)
  const area = atlas.get(body.areaId)
  if (!area) throw new Refusal('area_unknown')
  const isWhole = area.id === atlas.district.id
  if (!isWhole && body.acts.some((act) => wholeDistrictActs.includes(act)))
    throw new Refusal('service_place_wrong')
  const chain = await districtChain(ctx)
  const createdAt = ctx.clock.now()
  const accountId = newId(createdAt.epochMilliseconds)
  return ctx.transaction(async (tx) => {
    await insertService(tx, {
      id: accountId,
      name: body.name,
      demonstration: ctx.district.demonstration,
      createdAt,
    })
    tx.record(peopleLine('service.opened', { chain, subject: accountId, data: { accountId } }))
    return addKey(ctx, tx, chain, { ...body, accountId, acts: [...new Set(body.acts)] })
  })
}

/**
 * Gives a service account a new key with what the last one opens; the old ones go on beside it for the hours of grace.
 * Refuses `account_unknown` and a wrong last day.
 */
export async function turnKey(ctx: Ctx, accountId: string, { endsOn, graceHours }: TurnKey): Promise<NewKey> {
  mustByOwnPost(ctx.who, 'people.manage')
  mustBeTerm(ctx, endsOn)
  const chain = await districtChain(ctx)
  const stopsAt = ctx.clock.now().add({ hours: graceHours })
  return ctx.transaction(async (tx) => {
    const last = (await isService(tx, accountId)) ? (await selectKeys(tx, accountId))[0] : undefined
    if (!last) throw new Refusal('account_unknown')
    for (const { id: keyId } of await stopKeys(tx, { accountId }, stopsAt))
      tx.record(stopLine(chain, { accountId, keyId, stopsAt }))
    const acts = last.acts as ServiceAct[]
    return addKey(ctx, tx, chain, { accountId, acts, areaId: last.areaId, endsOn })
  })
}

/** Stops one key at once. Refuses `key_unknown`, also for one that has stopped. */
export async function stopKey(ctx: Ctx, keyId: string): Promise<StoppedKeys> {
  mustByOwnPost(ctx.who, 'people.manage')
  const chain = await districtChain(ctx)
  const stopsAt = ctx.clock.now()
  return ctx.transaction(async (tx) => {
    const [stopped] = await stopKeys(tx, { keyId }, stopsAt)
    if (!stopped) throw new Refusal('key_unknown')
    tx.record(stopLine(chain, { accountId: stopped.accountId, keyId, stopsAt }))
    return { stopped: 1 }
  })
}

/** Ends a service account with all its keys, at once. Refuses `account_unknown`. */
export async function endService(ctx: Ctx, accountId: string): Promise<StoppedKeys> {
  mustByOwnPost(ctx.who, 'people.manage')
  const chain = await districtChain(ctx)
  const at = ctx.clock.now()
  return ctx.transaction(async (tx) => {
    if (!(await endServiceAccount(tx, accountId, at))) throw new Refusal('account_unknown')
    const stopped = await stopKeys(tx, { accountId }, at)
    for (const { id: keyId } of stopped) tx.record(stopLine(chain, { accountId, keyId, stopsAt: at }))
    tx.record(peopleLine('service.ended', { chain, subject: accountId, data: { accountId } }))
    return { stopped: stopped.length }
  })
}

/** Service accounts with their keys: what each opens, until when, and when it was last used. */
export async function listServices(ctx: Ctx): Promise<ServiceAccounts> {
  ctx.must('people.manage')
  const atlas = await atlasOf(ctx)
  const now = ctx.clock.now()
  const today = dayOf(now, ctx.district.timeZone)
  const { services, keys } = await ctx.read(async (tx) => ({
    services: await selectServices(tx),
    keys: await selectKeys(tx),
  }))
  const keysOf = Map.groupBy(keys, ({ accountId }) => accountId)
  const opens = ({ endsOn, stopsAt }: KeyRow): boolean =>
    endsOn > today && (stopsAt === null || Temporal.Instant.compare(stopsAt, now) > 0)
  return {
    rows: services.map(({ id, name, openedAt, endedAt }) => {
      const own = keysOf.get(id) ?? []
      const area = atlas.get(own[0]?.areaId ?? '')
      return {
        id,
        name,
        openedAt: iso(openedAt),
        endedAt: endedAt && iso(endedAt),
        acts: (own[0]?.acts ?? []) as ServiceAct[],
        area: {
          id: area?.id ?? atlas.district.id,
          nameZh: area?.nameZh ?? '',
          nameEn: area?.nameEn ?? '',
        },
        keys: own.map((key) => ({
          id: key.id,
          createdAt: iso(key.createdAt),
          endsOn: key.endsOn,
          stopsAt: key.stopsAt && iso(key.stopsAt),
          usedAt: key.usedAt && iso(key.usedAt),
          opens: endedAt === null && opens(key),
        })),
      }
    }),
  }
}

function mustBeTerm(ctx: Ctx, endsOn: string): void {
  const today = Temporal.PlainDate.from(dayOf(ctx.clock.now(), ctx.district.timeZone))
  if (endsOn <= today.toString()) throw new Refusal('input_invalid', { field: 'endsOn', rule: 'past' })
  if (endsOn > today.add({ days: longestDays }).toString())
    throw new Refusal('input_invalid', { field: 'endsOn', rule: 'future' })
}

async function addKey(
  ctx: Ctx,
  tx: Tx,
  chain: string,
  {
    accountId,
    acts,
    areaId,
    endsOn,
  }: { accountId: string; acts: ServiceAct[]; areaId: string; endsOn: string },
): Promise<NewKey> {
  const createdAt = ctx.clock.now()
  const keyId = newId(createdAt.epochMilliseconds)
  const key = `linli_sk_${randomBytes(32).toString('base64url')}`
  await insertKey(tx, { id: keyId, accountId, keyHash: hashKey(key), acts, areaId, createdAt, endsOn })
  const data = { accountId, keyId, acts, areaId, endsOn }
  tx.record(peopleLine('service.key_given', { chain, subject: accountId, data }))
  return { accountId, keyId, key }
}

const stopLine = (
  chain: string,
  { accountId, keyId, stopsAt }: { accountId: string; keyId: string; stopsAt: Temporal.Instant },
) =>
  peopleLine('service.key_stopped', {
    chain,
    subject: accountId,
    data: { accountId, keyId, stopsAt: iso(stopsAt) },
  })
