import type { ConsoleWords } from '../../words/console.ts'

/** A kind of post in words. */
export function nameOfPost({ console: desk }: ConsoleWords, kind: string): string {
  const posts: Readonly<Record<string, string>> = desk.session.posts
  return posts[kind] ?? kind
}
