/** Stands for all of a kind together where counts are kept of each, as of all matters. */
export const allTogether = '*'

/** What is added to one count, which its key names. */
export type Added<Part extends string> = Readonly<Record<Part, string>> & { readonly by: number }

/** What comes to each count in all, in the order of the parts of its key, without what comes to nothing. */
export function summed<Part extends string>(
  parts: readonly Part[],
  added: readonly Added<Part>[],
): Added<Part>[] {
  const sums = new Map<string, Added<Part>>()
  for (const one of added) {
    const key = parts.map((part) => one[part]).join('/')
    sums.set(key, { ...one, by: one.by + (sums.get(key)?.by ?? 0) })
  }
  return [...sums]
    .filter(([, { by }]) => by !== 0)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, sum]) => sum)
}
