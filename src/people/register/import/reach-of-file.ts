import type { Atlas } from '../../../areas/door.ts'

/** The areas that hold all that a reader with these areas may import to: their desks see the file. */
export function reachOfFile(atlas: Atlas, readerAreas: readonly string[]): string[] {
  const paths = readerAreas.flatMap((id) => (atlas.get(id) ? [atlas.get(id)!.path] : []))
  const [first = [atlas.district.id], ...others] = paths
  return first.filter((id) => others.every((path) => path.includes(id)))
}
