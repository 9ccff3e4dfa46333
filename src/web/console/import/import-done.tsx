import { Table } from 'antd'
import { useEffect, useRef } from 'react'
import type { ImportResult } from '../../../cases/import/contract.ts'
import { Wide } from '../wide.tsx'
import { useWords } from '../words.ts'
import { returnedSheet } from './use-imports.ts'

const counted = ['total', 'added', 'known', 'refused', 'answered', 'blank'] as const
const PAGE_ROWS = 20

/** What became of the file just sent: how many rows, which did not come in and why. */
export function ImportDone({ result }: { result: ImportResult }) {
  const { import: said } = useWords().consoleBooks
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const faults = result.faults.map((fault, index) => ({ ...fault, key: index }))
  return (
    <section className="panel">
      <h2 ref={heading} tabIndex={-1}>
        {said.done}
      </h2>
      <p>{result.fileName}</p>
      <dl className="figures">
        {counted.map((count) => (
          <div key={count}>
            <dt>{said.counts[count]}</dt>
            <dd>{said.rows(result[count])}</dd>
          </div>
        ))}
      </dl>
      <h3>{said.faults}</h3>
      {result.refused === 0 ? (
        <p>{said.noFaults}</p>
      ) : (
        <>
          <p>
            <a href={returnedSheet(result.id)} download>
              {said.sheet}
            </a>{' '}
            <small>{said.sheetHint}</small>
          </p>
          <Wide label={said.faults}>
            <Table
              size="small"
              dataSource={faults}
              pagination={faults.length > PAGE_ROWS && { pageSize: PAGE_ROWS, showSizeChanger: false }}
              columns={[
                { title: said.faultColumns.row, dataIndex: 'rowNumber' },
                {
                  title: said.faultColumns.column,
                  render: (_, { column }) => said.column(column.letter, column.name),
                },
                {
                  title: said.faultColumns.reason,
                  render: (_, { reason, facts }) => said.reasons[reason](facts),
                },
              ]}
            />
          </Wide>
          {new Set(faults.map(({ rowNumber }) => rowNumber)).size < result.refused && (
            <p>{said.faultsCut(faults.length)}</p>
          )}
        </>
      )}
    </section>
  )
}
