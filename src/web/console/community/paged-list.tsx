import type { Key, ReactNode } from 'react'
import { useReadPages } from '../../api/use-read.ts'
import { Pager } from '../../kit/pager.tsx'
import { Shown } from '../../kit/shown.tsx'
import { Empty } from '../../kit/states.tsx'
import { useSaid } from './use-said.ts'

/** What stands at an address of the community's desk, read on page by page; `none` is said where nothing does. */
export function PagedList<Row extends { readonly id: Key }>({
  path,
  none,
  children,
}: {
  path: string
  none: string
  children: (row: Row) => ReactNode
}) {
  const said = useSaid()
  const reading = useReadPages<{ readonly rows: readonly Row[]; readonly next: string | null }>(path)
  return (
    <Shown reading={reading}>
      {({ pages }) => {
        const rows = pages.flatMap((page) => page.rows)
        if (rows.length === 0) return <Empty what={none} />
        return (
          <>
            <ul className="community__list">
              {rows.map((row) => (
                <li key={row.id} className="panel community__item">
                  {children(row)}
                </li>
              ))}
            </ul>
            <Pager
              shown={rows.length}
              hasMore={reading.hasNextPage}
              busy={reading.isFetchingNextPage}
              count={said.count(rows.length, reading.hasNextPage)}
              onMore={() => void reading.fetchNextPage()}
            />
          </>
        )
      }}
    </Shown>
  )
}
