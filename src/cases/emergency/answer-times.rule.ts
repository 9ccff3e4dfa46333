import type { PostKind } from '../../people/contract.ts'

/** So many people stand at least behind what is shown of a group: a time is nobody's own (Care 6 and 8). */
const fewestInGroup = 5

/** Somebody who was called; `minutes` until they said so, null where they have not. */
interface Answer {
  readonly post: PostKind
  readonly unitId: string | null
  readonly minutes: number | null
}

/** `minutes`: within these half of those who said so had said so; null where fewer than five did. A null unit is all others. */
export interface AnswerTimes {
  readonly post: PostKind
  readonly unitId: string | null
  readonly told: number
  readonly acknowledged: number
  readonly minutes: number | null
}

/** How soon people answered, by post and unit; small units of one post together, and not at all where they stay few. */
export function answerTimes(answers: readonly Answer[]): AnswerTimes[] {
  return [...Map.groupBy(answers, ({ post }) => post)].flatMap(([post, ofPost]) => {
    const units = [...Map.groupBy(ofPost, ({ unitId }) => unitId)]
    const large = units.filter(([unitId, group]) => unitId !== null && group.length >= fewestInGroup)
    const rest = units.filter((unit) => !large.includes(unit)).flatMap(([, group]) => group)
    const shown = rest.length >= fewestInGroup ? [...large, [null, rest] as const] : large
    return shown.map(([unitId, group]) => ({ post, unitId, ...timesOf(group) }))
  })
}

function timesOf(group: readonly Answer[]) {
  const sorted = group.flatMap(({ minutes }) => minutes ?? []).toSorted((one, other) => one - other)
  const half = sorted[Math.ceil(sorted.length / 2) - 1] ?? null
  return {
    told: group.length,
    acknowledged: sorted.length,
    minutes: sorted.length < fewestInGroup ? null : half,
  }
}
