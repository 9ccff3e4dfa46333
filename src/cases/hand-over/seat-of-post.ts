import { atlasOf } from '../../areas/door.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Ctx, WhoPost } from '../../platform/ctx.ts'
import { isSameSeat, type SeatKey, seatOf } from './seat.rule.ts'

/** A post of the asker that can be given over, own or lent. */
export interface HeldSeat {
  readonly post: WhoPost
  readonly seat: SeatKey
}

/** The asker's seats, each once. */
export function seatsOf({ who }: Pick<Ctx, 'who'>): HeldSeat[] {
  const held = who.posts.flatMap((post) => {
    const seat = post.grants['hand_over.keep'] === undefined ? null : seatOf(post)
    return seat === null ? [] : [{ post, seat }]
  })
  return held.filter(({ seat }, at) => held.findIndex((one) => isSameSeat(one.seat, seat)) === at)
}

/** The seat of this post, or of the first. Refuses `hand_over_no_seat` to whoever has none, or names a post of others. */
export function seatBy(ctx: Pick<Ctx, 'who'>, postId: string | undefined): HeldSeat {
  const seats = seatsOf(ctx)
  const named = ctx.who.posts.find(({ id }) => id === postId)
  const seat = named && seatOf(named)
  const found = postId === undefined ? seats[0] : seats.find((one) => seat && isSameSeat(one.seat, seat))
  if (!found) throw new Refusal('hand_over_no_seat')
  return found
}

/** Whether one of the asker's posts, own or lent, is of the seat. */
export const sitsAt = (ctx: Pick<Ctx, 'who'>, seat: SeatKey): boolean =>
  seatsOf(ctx).some((one) => isSameSeat(one.seat, seat))

/**
 * The asker as holder of that seat and of nothing else: what is listed is the seat's. A unit is looked at by its parts, a
 * desk and a grid by their area.
 */
export function narrowedTo(ctx: Ctx, { post, seat }: HeldSeat): Ctx {
  const posts = ctx.who.posts.filter((one) => {
    const other = seatOf(one)
    return other !== null && isSameSeat(other, seat)
  })
  const who = {
    ...ctx.who,
    posts,
    reach: seat.kind === 'unit' ? [] : [post.areaId],
    units: seat.unitId === null ? [] : [seat.unitId],
  }
  return { ...ctx, who }
}

/** The areas from the district down to the seat's, and the chain on which its lines stand. */
export async function placeOfSeat(ctx: Ctx, { areaId }: SeatKey) {
  const atlas = await atlasOf(ctx)
  const area = atlas.known(areaId)
  return { path: area.path, chain: atlas.chainOf(area) }
}
