import { keep, kept } from '../../keep.ts'
import { type DeskSearch, readDeskSearch } from './queues.ts'

/** A way of looking at the desk that its reader gave a name. Kept in the browser: filters hold ids and codes only. */
export interface View {
  readonly name: string
  readonly search: DeskSearch
}

export const VIEW_NAME_MOST = 20
const VIEWS_MOST = 12

const keyOf = (accountId: string): string => `linli.desk-views.${accountId}`

/** The reader's views, in the order they were saved. What is not understood any more is left out. */
export function readViews(accountId: string): readonly View[] {
  const text = kept(keyOf(accountId))
  if (text === null) return []
  try {
    const read: unknown = JSON.parse(text)
    if (!Array.isArray(read)) return []
    return read.flatMap((one: unknown): View[] => {
      if (typeof one !== 'object' || one === null || !('name' in one) || !('search' in one)) return []
      const { name, search } = one
      if (typeof name !== 'string' || typeof search !== 'object' || search === null) return []
      return [{ name, search: readDeskSearch(search as Readonly<Record<string, unknown>>) }]
    })
  } catch {
    // Cut short or of another program: as good as none.
    return []
  }
}

/** The views with this one: a name that is there already means the new filters. The oldest give way. */
export const withView = (views: readonly View[], view: View): readonly View[] =>
  [...views.filter(({ name }) => name !== view.name), view].slice(-VIEWS_MOST)

export const keepViews = (accountId: string, views: readonly View[]): void =>
  keep(keyOf(accountId), views.length === 0 ? null : JSON.stringify(views))

/** Whether a page shows a view: the same filters, whatever case is open beside them. */
export function shows(search: DeskSearch, view: View): boolean {
  const plain = ({ case: _, ...rest }: DeskSearch) =>
    JSON.stringify(Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1)))
  return plain(search) === plain(view.search)
}
