import { keep, kept } from '../../keep.ts'

/** A question to a list that its reader gave a name. Kept in the browser alone, as the reader put it. */
export interface View<Search> {
  readonly name: string
  readonly search: Search
}

/** A list that keeps views: where it is, how its address is read, and what of the address a view holds. */
export interface Viewed<Search extends object> {
  /** In the key that they are kept under. */
  readonly list: string
  readonly to: '/desk' | '/find'
  readonly read: (raw: Readonly<Record<string, unknown>>) => Search
  /** Without what stands open beside the list. */
  readonly held: (search: Search) => Search
  /** Where one is when a view is gone. */
  readonly without: (search: Search) => Search
}

export const VIEW_NAME_MOST = 20
const VIEWS_MOST = 12

const keyOf = (list: string, accountId: string): string => `linli.${list}-views.${accountId}`

/** The reader's views, in the order they were saved. What is not understood any more is left out. */
export function readViews<Search extends object>(
  { list, read }: Viewed<Search>,
  accountId: string,
): readonly View<Search>[] {
  const text = kept(keyOf(list, accountId))
  if (text === null) return []
  try {
    const found: unknown = JSON.parse(text)
    if (!Array.isArray(found)) return []
    return found.flatMap((one: unknown): View<Search>[] => {
      if (typeof one !== 'object' || one === null || !('name' in one) || !('search' in one)) return []
      const { name, search } = one
      if (typeof name !== 'string' || typeof search !== 'object' || search === null) return []
      return [{ name, search: read(search as Readonly<Record<string, unknown>>) }]
    })
  } catch {
    // Cut short or of another program: as good as none.
    return []
  }
}

/** The views with this one: a name that is there already means the new filters. The oldest give way. */
export const withView = <Search>(
  views: readonly View<Search>[],
  view: View<Search>,
): readonly View<Search>[] => [...views.filter(({ name }) => name !== view.name), view].slice(-VIEWS_MOST)

export const keepViews = <Search extends object>(
  { list }: Viewed<Search>,
  accountId: string,
  views: readonly View<Search>[],
): void => keep(keyOf(list, accountId), views.length === 0 ? null : JSON.stringify(views))

/** Whether a page shows a view: the same filters in any order, whatever is open beside them. */
export function shows<Search extends object>(
  { held }: Pick<Viewed<Search>, 'held'>,
  search: Search,
  view: View<Search>,
): boolean {
  const plain = (one: Search) =>
    JSON.stringify(Object.entries(held(one)).sort(([a], [b]) => (a < b ? -1 : 1)))
  return plain(search) === plain(view.search)
}
