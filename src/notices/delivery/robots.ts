import type { z } from 'zod'
import { atlasOf } from '../../areas/door.ts'
import { newId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { findUnit, unitNames } from '../../organisations/door.ts'
import { areasFor } from '../../people/door.ts'
import { iso } from '../../platform/clock.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { actOnce } from '../../platform/once.ts'
import type { MessageSettings } from '../../platform/settings.ts'
import type { AddRobot, ChangeRobot, OneAct, RobotDone, Robots } from './contract.ts'
import { robotLine } from './events.ts'
import { hostAllowed, robotHosts } from './host.rule.ts'
import { minutesOf, type QuietMinutes, timeOf } from './quiet.rule.ts'
import * as rows from './robot.sql.ts'
import type { RobotKeys } from './robot-body.rule.ts'
import { sealChannel } from './sealed-channel.ts'
import { knownHosts } from './sender-parts.ts'

const shownEnd = 4
const givenUpDays = 30

export const quietOf = ({
  from,
  until,
}: {
  readonly from: string
  readonly until: string
}): QuietMinutes => ({
  from: minutesOf(from),
  until: minutesOf(until),
})

/**
 * Lets a work group's robot tell of an area, or of a unit there. Its address and secret are sealed and shown to nobody
 * again. Refuses a host that messages may not go to (`host_not_allowed`), `area_unknown`, `unit_unknown`.
 */
export async function addRobot(
  ctx: Ctx,
  messages: MessageSettings,
  input: z.output<typeof AddRobot>,
): Promise<RobotDone> {
  ctx.must('channel.manage')
  const atlas = await atlasOf(ctx)
  const area = atlas.known(input.areaId)
  ctx.must('channel.manage', { path: area.path })
  const { host, searchParams, pathname } = new URL(input.address)
  if (hostAllowed(input.address, knownHosts(ctx, robotHosts), messages.hosts) === null)
    throw new Refusal('host_not_allowed', { field: 'address', host })
  const createdAt = ctx.clock.now()
  const id = newId(createdAt.epochMilliseconds)
  const keys: RobotKeys = { address: input.address, secret: input.kind === 'wecom' ? null : input.secret }
  const end = ([...searchParams.values()].at(-1) ?? pathname).slice(-shownEnd)
  return actOnce(ctx, input, async (tx) => {
    if (input.unitId !== null) {
      const unit = await findUnit(tx, input.unitId)
      if (!unit || !atlas.get(unit.areaId)?.path.includes(area.id)) throw new Refusal('unit_unknown')
    }
    await rows.insertRobot(tx, {
      id,
      areaId: area.id,
      reach: area.path,
      unitId: input.unitId,
      kind: input.kind,
      name: input.name,
      sealed: sealChannel(ctx.district, id, keys),
      shown: `${host} …${end}`,
      language: input.language,
      quiet: quietOf(input.quiet),
      createdAt,
    })
    const data = { kind: input.kind, areaId: area.id, unitId: input.unitId }
    tx.record(robotLine('robot.added', { chain: atlas.chainOf(area), subject: id, data }))
    return { id }
  })
}

/** Pauses a robot or lets it tell again, and sets its language and quiet time. Refuses `robot_unknown`. */
export async function changeRobot(ctx: Ctx, id: string, input: ChangeRobot): Promise<RobotDone> {
  ctx.must('channel.manage')
  const atlas = await atlasOf(ctx)
  const asked = { ...input, id, act: 'change' }
  return actOnce(ctx, asked, async (tx) => {
    const { reach, areaId, pausedAt } = await rows.loadRobot(tx, id)
    ctx.must('channel.manage', { path: reach })
    const quiet = quietOf(input.quiet)
    const { language, paused } = input
    await rows.changeRow(tx, id, { quiet, language, pausedAt: paused ? (pausedAt ?? ctx.clock.now()) : null })
    const data = { paused, language, quietFrom: quiet.from, quietUntil: quiet.until }
    tx.record(robotLine('robot.changed', { chain: atlas.chainOf(atlas.known(areaId)), subject: id, data }))
    return { id }
  })
}

/** Removes a robot: what opens it is forgotten, what waits for it is not sent. Refuses `robot_unknown`. */
export async function removeRobot(ctx: Ctx, id: string, input: OneAct): Promise<RobotDone> {
  ctx.must('channel.manage')
  const atlas = await atlasOf(ctx)
  const asked = { ...input, id, act: 'remove' }
  return actOnce(ctx, asked, async (tx) => {
    const { reach, areaId } = await rows.loadRobot(tx, id)
    ctx.must('channel.manage', { path: reach })
    await rows.removeRow(tx, id, ctx.clock.now())
    const chain = atlas.chainOf(atlas.known(areaId))
    tx.record(robotLine('robot.removed', { chain, subject: id, data: {} }))
    return { id }
  })
}

/** Sends the group a trial at once; the log says how it went. Refuses `robot_unknown`, and `robot_paused`. */
export async function tryRobot(ctx: Ctx, id: string, input: OneAct): Promise<RobotDone> {
  ctx.must('channel.manage')
  const asked = { ...input, id, act: 'try' }
  return actOnce(ctx, asked, async (tx) => {
    const robot = await rows.loadRobot(tx, id)
    ctx.must('channel.manage', { path: robot.reach })
    if (robot.pausedAt !== null) throw new Refusal('robot_paused')
    const now = ctx.clock.now()
    const deliveryId = newId(now.epochMilliseconds)
    await rows.insertTrial(tx, robot, deliveryId, now)
    return { id: deliveryId }
  })
}

/** The robots that the asker looks after, and where messages may go at all. */
export async function listRobots(ctx: Ctx, messages: MessageSettings): Promise<Robots> {
  ctx.must('channel.manage')
  const atlas = await atlasOf(ctx)
  const since = ctx.clock.now().subtract({ hours: 24 * givenUpDays })
  const { robots, units } = await ctx.read(async (tx) => {
    await tx.narrow(areasFor(ctx.who, 'channel.manage'))
    const found = await rows.selectRobots(tx, since)
    const unitIds = found.flatMap(({ unit_id }) => (unit_id === null ? [] : [unit_id]))
    return { robots: found, units: await unitNames(tx, unitIds) }
  })
  return {
    rows: robots.map((row) => {
      const { id: areaId, nameZh, nameEn } = atlas.known(row.area_id)
      const unit = row.unit_id === null ? undefined : units.get(row.unit_id)
      return {
        id: row.id,
        kind: row.kind as Robots['rows'][number]['kind'],
        name: row.name,
        shown: row.shown,
        area: { id: areaId, nameZh, nameEn },
        unit: unit ? { id: unit.id, nameZh: unit.zh, nameEn: unit.en } : null,
        language: row.language as 'zh' | 'en',
        quiet: { from: timeOf(row.quiet_from), until: timeOf(row.quiet_until) },
        createdAt: iso(row.created_at),
        pausedAt: row.paused_at && iso(row.paused_at),
        waiting: row.waiting,
        givenUp: row.given_up,
        lastSentAt: row.last_sent_at && iso(row.last_sent_at),
      }
    }),
    hosts: [...knownHosts(ctx, robotHosts), ...messages.hosts],
    linkAddress: messages.address,
  }
}

/** An area got a new parent: its robots and their log come into the sight of the desks that look after it now. */
export async function moveRobotReach(ctx: Ctx, areaId: string): Promise<void> {
  ctx.must('area.manage')
  const atlas = await atlasOf(ctx)
  const below = (id: string): string[] => [id, ...atlas.partsOf(id).flatMap((part) => below(part.id))]
  const areas = below(areaId).map((id) => atlas.known(id))
  await ctx.transaction(async (tx) => {
    for (const { id, path } of areas) await rows.moveRows(tx, id, path)
  })
}
