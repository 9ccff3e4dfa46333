import type { Who } from '../../platform/ctx.ts'
import type { Rung } from './ladder.contract.ts'
import { Rung as Rungs } from './ladder.contract.ts'

/** A line of the story, as far as being told and having seen are concerned. */
export interface SeenLine {
  readonly kind: string
  readonly actor: string
  readonly data: Readonly<Record<string, unknown>>
}

/** On which step somebody stands, and of which unit. */
export interface Standing {
  readonly rung: Rung
  readonly unitId: string | null
}

const desks: ReadonlySet<string> = new Set(['unit_desk', 'community_desk', 'street_desk', 'centre'])

/**
 * As whom the asker may say "seen" (已阅) now: a step was said since they last did, on which one of their posts stands,
 * or below it, since what nobody heard went up. Null where there is nothing to say.
 */
export function seenAs(
  story: readonly SeenLine[],
  who: Pick<Who, 'actor' | 'posts'>,
  reach: readonly string[],
): Standing | null {
  const last = story.findLastIndex(({ kind, actor }) => kind === 'case.acknowledged' && actor === who.actor)
  const said = story.slice(last + 1).filter(({ kind }) => kind === 'case.climbed')
  const found = said.flatMap(({ data }) => {
    const unitId = typeof data.unitId === 'string' ? data.unitId : null
    return standingsOf(who.posts, unitId, reach).filter(
      ({ rung }) => rungAt(rung) >= rungAt(data.audience as Rung),
    )
  })
  return found.sort((one, other) => rungAt(one.rung) - rungAt(other.rung))[0] ?? null
}

const rungAt = (rung: Rung): number => Rungs.options.indexOf(rung)

function standingsOf(posts: Who['posts'], unitId: string | null, reach: readonly string[]): Standing[] {
  return posts.flatMap((post): Standing[] => {
    const ofUnit = unitId !== null && post.unitId === unitId
    const there = reach.includes(post.areaId)
    return [
      ...(ofUnit && post.kind === 'unit_head' ? [{ rung: 'unit_head', unitId } as const] : []),
      ...(desks.has(post.kind) && (ofUnit || (unitId === null && there && post.kind !== 'unit_desk'))
        ? [{ rung: 'desk', unitId } as const]
        : []),
      ...(post.kind === 'street_desk' && there ? [{ rung: 'street', unitId: null } as const] : []),
      ...(post.kind === 'centre' && there ? [{ rung: 'district', unitId: null } as const] : []),
    ]
  })
}
