import type { OwnLook } from '../../../people/rights/contract.ts'

/** Who looked, one post of one unit at a time: how often at the page, and each look at the whole number. */
export interface LooksOfPost {
  /** Post and unit as one text: no two have the same. */
  readonly key: string
  readonly post: OwnLook['post']
  /** The unit; of a post that belongs to none, the area that it is for. */
  readonly where: OwnLook['unit']
  readonly times: number
  /** ISO moment of the latest look of any kind. */
  readonly lastAt: string
  /** The latest first. */
  readonly identity: readonly OwnLook[]
}

/** Puts looks together by post and unit, whoever looked last first. Looks come with the latest first. */
export function groupLooks(looks: readonly OwnLook[]): LooksOfPost[] {
  const groups = new Map<string, OwnLook[]>()
  for (const look of looks) {
    const key = JSON.stringify([look.post, whereOf(look)])
    const group = groups.get(key)
    if (group) group.push(look)
    else groups.set(key, [look])
  }
  return [...groups].map(([key, group]) => {
    const latest = group[0]!
    return {
      key,
      post: latest.post,
      where: whereOf(latest),
      times: group.reduce((sum, { times }) => sum + times, 0),
      lastAt: latest.lastAt,
      identity: group.filter(({ what }) => what === 'identity'),
    }
  })
}

const whereOf = ({ unit, area }: OwnLook): OwnLook['unit'] => unit ?? area
