import type { PostKind } from '../../../people/contract.ts'
import type { LentPost } from '../../../people/delegation/contract.ts'
import { usePreferences } from '../../preferences.tsx'
import { nameIn } from '../names.ts'

/** Kinds of post as the face names them. */
export type PostWords = Readonly<Record<PostKind, string>>

/** 社区经办岗 · 桐荫社区居委会 · 桐荫社区: a post by its kind, unit and area. */
export function useSayLentPost(posts: PostWords): (post: Omit<LentPost, 'id'>) => string {
  const { words, language } = usePreferences()
  return ({ kind, unit, area }) =>
    words.common.facts(posts[kind], unit && nameIn(language, unit), nameIn(language, area))
}
