import { atlasOf } from '../../areas/door.ts'
import { followedCase, ownPage } from '../../cases/door.ts'
import type { FollowedCase } from '../../cases/story.contract.ts'
import type { OwnQuestion } from '../../neighbours/contract.ts'
import { ownQuestions } from '../../neighbours/door.ts'
import type { OwnChannel, OwnDelivery } from '../../notices/delivery/contract.ts'
import { ownChannels, ownDeliveries } from '../../notices/door.ts'
import { ownPasskeys, readOwnRecord } from '../../people/door.ts'
import type { OwnRecord } from '../../people/rights/contract.ts'
import type { OwnPasskey } from '../../people/sign-in/passkey/contract.ts'
import { iso } from '../../platform/clock.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { recordExport } from '../../platform/sheet/record-export.ts'
import { type OwnVisit, ownVisits } from '../../visits/door.ts'

/** Everything that is held of one person, of every room. */
export interface OwnCopy {
  readonly madeAt: string
  readonly record: Omit<OwnRecord, 'answerBy'>
  readonly passkeys: readonly OwnPasskey[]
  /** By what the person is told outside the app, and what was. */
  readonly channels: readonly OwnChannel[]
  readonly deliveries: readonly OwnDelivery[]
  readonly cases: readonly FollowedCase[]
  readonly questions: readonly OwnQuestion[]
  /** Who came to the homes where the person lives or lived, on those days. */
  readonly visits: readonly OwnVisit[]
}

const pageOfCases = 50

/**
 * A copy of all that is held of the asker, to keep or to take elsewhere (个人信息保护法 2021-11-01, Article 45). That it
 * was taken is on record. Refuses `sign_in_needed`.
 */
export async function ownCopy(ctx: Ctx): Promise<OwnCopy> {
  const { answerBy: _answerBy, ...record } = await readOwnRecord(ctx)
  const cases: FollowedCase[] = []
  for (let after: string | undefined; ; ) {
    const { rows, next } = await ownPage(ctx, after, pageOfCases)
    for (const { id } of rows) cases.push(await followedCase(ctx, id))
    if (next === null) break
    after = next
  }
  const questions = await ownQuestions(ctx)
  const passkeys = await ownPasskeys(ctx)
  const channels = await ownChannels(ctx)
  const deliveries = await ownDeliveries(ctx)
  const visits = await ownVisits(ctx)
  const looks = [record, ...record.childLooks].reduce((sum, of) => sum + of.looks.length, 0)
  const lists = [cases, questions, visits, deliveries, record.requests]
  const rows = lists.reduce((sum, { length }) => sum + length, looks)
  const chain = (await atlasOf(ctx)).district.id
  await recordExport(ctx, { chain, list: 'own-record', filters: 0, rows })
  return { madeAt: iso(ctx.clock.now()), record, passkeys, channels, deliveries, cases, questions, visits }
}
