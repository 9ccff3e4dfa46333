import { randomUUID } from 'node:crypto'
import { atlasOf } from '../../areas/door.ts'
import { insertCase } from '../../cases/accept-case.sql.ts'
import { line } from '../../cases/events.ts'
import { newId } from '../../kernel/ids.ts'
import { permissionTable } from '../../people/permission-table.ts'
import { sessionFinder } from '../../people/session.sql.ts'
import { cookieSecret } from '../../people/session.ts'
import { readSessionCookie } from '../../people/sign-in/session-cookie.rule.ts'
import { whoOfAccount } from '../../people/who.rule.ts'
import { systemClock } from '../../platform/clock.ts'
import type { OpenDistrict } from '../../platform/district.ts'
import { commitsOf, seal } from '../../platform/sealed-text.ts'
import { runTransaction } from '../../platform/transaction.ts'
import type { Timing } from './stopwatch.ts'

/** The very statements of an acceptance, without HTTP, shapes, permission or the finding of a place. */
export async function rawIntake(
  district: OpenDistrict,
  cookies: readonly string[],
  gridIds: readonly string[],
  clients: number,
  time: (lanes: number, work: (lane: number) => Promise<void>) => Promise<Timing>,
): Promise<Timing> {
  const atlas = await atlasOf({ district })
  const places = gridIds.map((id) => atlas.known(id))
  const secret = cookieSecret(district)
  const findSession = sessionFinder(district, systemClock)
  const tokens = cookies.map(
    (cookie) => readSessionCookie(decodeURIComponent(cookie.split('=').slice(1).join('=')), secret)!,
  )
  let sent = 0
  return time(clients, async (lane) => {
    sent += 1
    const now = systemClock.now()
    const { account, revision } = (await findSession(tokens[lane % tokens.length]!))!
    const who = whoOfAccount(account, '', await permissionTable(district, revision))
    const place = places[sent % places.length]!
    const id = newId(now.epochMilliseconds)
    const text = seal(
      { clock: systemClock },
      { subject: id, kind: 'words', body: '三楼楼道灯不亮，晚上下楼看不见', toReporter: true },
    )
    const number = `B-${id}`
    await runTransaction(district, who, systemClock, async (tx) => {
      const entered = {
        id,
        number,
        kind: 'appeal' as const,
        source: 'portal' as const,
        onBehalf: null,
        areaId: place.id,
        path: place.path,
        reach: place.path,
        chain: place.path[2]!,
        confidential: false,
        accountId: who.accountId,
        receiptHash: Buffer.alloc(32, sent),
        occurredAt: now,
        acceptedAt: now,
        responseDueAt: now.add({ hours: 4 }),
        yellowAt: now.add({ hours: 3 }),
        drillId: null,
      }
      const claim = { actor: who.actor, requestId: randomUUID(), bodyHash: Buffer.alloc(32), recordedAt: now }
      await insertCase(tx, entered, [text], { ...claim, receipt: { caseId: id, number } })
      tx.record(
        line('case.accepted', {
          chain: entered.chain,
          subject: id,
          seq: 1,
          data: {
            number,
            kind: 'appeal',
            source: 'portal',
            areaId: place.id,
            communityId: entered.chain,
            responseDueAt: now.toString({ smallestUnit: 'millisecond' }),
            photos: 0,
            commits: commitsOf([text]),
          },
        }),
      )
    })
  })
}
