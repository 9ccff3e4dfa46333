import { Table } from 'antd'
import type { RowFault } from '../../../cases/import/contract.ts'
import { Wide } from '../wide.tsx'
import { useWords } from '../words.ts'

const PAGE_ROWS = 20

/** Rows that do not come in: row, column, what is wrong and what would be right. */
export function FaultTable({ label, faults }: { label: string; faults: readonly RowFault[] }) {
  const { import: said } = useWords().consoleBooks
  return (
    <Wide label={label}>
      <Table
        className="import-faults"
        size="small"
        dataSource={faults.map((fault, index) => ({ ...fault, key: index }))}
        pagination={faults.length > PAGE_ROWS && { pageSize: PAGE_ROWS, showSizeChanger: false }}
        columns={[
          { title: said.faultColumns.row, dataIndex: 'rowNumber' },
          {
            title: said.faultColumns.column,
            render: (_, { column }) => said.column(column.letter, column.name),
          },
          { title: said.faultColumns.reason, render: (_, { reason, facts }) => said.reasons[reason](facts) },
        ]}
      />
    </Wide>
  )
}
