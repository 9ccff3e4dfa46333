import type { PostKind } from '../people/contract.ts'
import { homePlace, ownStays } from '../people/door.ts'
import type { HomePlace } from '../people/register/read.contract.ts'
import { iso } from '../platform/clock.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { VisitHow, VisitOutcome } from './contract.ts'
import { isAloneOn } from './own-visits.rule.ts'
import { selectInStays } from './own-visits.sql.ts'

/** A visit to a home on a day when the asker lived there. */
export interface OwnVisit {
  readonly visitedAt: string
  readonly place: HomePlace
  readonly how: VisitHow
  readonly outcome: VisitOutcome
  readonly by: PostKind | null
  /** What was heard; null where nothing was, it was erased, or others lived there too: it may be of one of them. */
  readonly heard: string | null
  readonly withheld: boolean
  readonly takenBackAt: string | null
}

/**
 * Who came to the asker's homes while they lived there, the latest first, for the copy of what is held of them
 * (个人信息保护法 2021-11-01, 第四十五条). Refuses `sign_in_needed`.
 */
export const ownVisits = (ctx: Ctx): Promise<OwnVisit[]> =>
  ctx.read(async (tx) => {
    const stays = await ownStays(ctx, tx)
    const rows = await selectInStays(tx, stays)
    const places = new Map<string, HomePlace>()
    for (const stay of stays) places.set(stay.homeId, await homePlace(ctx, stay))
    return rows.map(({ homeId, day, heard, visitedAt, takenBackAt, ...visit }) => {
      const alone = isAloneOn(
        stays.filter((stay) => stay.homeId === homeId),
        day,
      )
      return {
        ...visit,
        place: places.get(homeId)!,
        visitedAt: iso(visitedAt),
        takenBackAt: takenBackAt && iso(takenBackAt),
        heard: alone ? heard : null,
        withheld: !alone && heard !== null,
      }
    })
  })
