import { type Holder, mayAct } from '../permission.rule.ts'

/** The post by which somebody looks at a person: of several that allow it, the first. */
export function lookingPost(
  { kind, posts }: Holder,
  act: string,
  path: readonly string[],
): { readonly kind: string; readonly unitId: string | null; readonly areaId: string } | null {
  const found = posts.find((post) => mayAct({ kind, posts: [post] }, act, { path }))
  return found ? { kind: found.kind, unitId: found.unitId, areaId: found.areaId } : null
}
