import type { Key, ReactNode } from 'react'
import { useReadPages } from '../../api/use-read.ts'
import { Empty } from '../../kit/states.tsx'
import { RowPages } from '../../shared/row-pages.tsx'
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
    <RowPages<Row> reading={reading} none={<Empty what={none} />} count={said.count}>
      {(rows) => (
        <ul className="community__list">
          {rows.map((row) => (
            <li key={row.id} className="panel community__item">
              {children(row)}
            </li>
          ))}
        </ul>
      )}
    </RowPages>
  )
}
