import type { PostKind } from '../../../people/contract.ts'
import type { PermissionChange } from '../../../people/permission/contract.ts'
import { useWords } from '../words.ts'
import type { Reach } from './draft.ts'

/** 本街道（镇）、本单位承办的: how far, in words; "not given" where nowhere. */
export function useSayReach(): (reaches: readonly Reach[], kind: PostKind) => string {
  const { consolePermissions: said, common } = useWords()
  return (reaches, kind) =>
    reaches.length === 0 ? said.none : common.list(reaches.map((reach) => said.reach(reach, kind)))
}

/** One change as a sentence. */
export function useSayChange(): (
  change: Pick<PermissionChange, 'kind' | 'before' | 'after'> & { act: string },
) => string {
  const { consolePermissions: said, console: own } = useWords()
  const sayReach = useSayReach()
  return ({ kind, act, before, after }) =>
    said.change.sentence(
      own.session.posts[kind],
      said.actOf(act),
      sayReach(before, kind),
      sayReach(after, kind),
    )
}
