import './row-table.css'
import type { ReactNode } from 'react'
import { Wide } from './wide.tsx'

interface Column<Row> {
  readonly head: string
  readonly cell: (row: Row) => ReactNode
  /** Told in red. */
  readonly isLate?: (row: Row) => boolean
}

interface RowTableProps<Row> {
  readonly label: string
  readonly rows: readonly Row[]
  readonly keyOf: (row: Row) => string
  /** The first of them heads its row. */
  readonly columns: readonly [Column<Row>, ...Column<Row>[]]
}

/** Rows below the heads of their columns, in a frame that scrolls by itself. */
export function RowTable<Row>({ label, rows, keyOf, columns }: RowTableProps<Row>) {
  const [first, ...others] = columns
  return (
    <Wide label={label}>
      <table className="row-table">
        <thead>
          <tr>
            {columns.map(({ head }) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              <th scope="row">{first.cell(row)}</th>
              {others.map(({ head, cell, isLate }) => (
                <td key={head} className={isLate?.(row) ? 'row-table__late' : undefined}>
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  )
}
