import { Grid, Table } from 'antd'
import type { RowFault } from '../../../cases/import/contract.ts'
import { Wide } from '../wide.tsx'
import { useWords } from '../words.ts'

const PAGE_ROWS = 20

/** Rows that do not come in: row, column, what is wrong and what would be right. */
export function FaultTable({ label, faults }: { label: string; faults: readonly RowFault[] }) {
  const { common, consoleBooks, consoleImports } = useWords()
  const { import: said } = consoleBooks
  const { areaSheetRow: rowOf } = consoleImports.frame
  const isNarrow = Grid.useBreakpoint().md === false
  const reasonOf = ({ reason, facts }: RowFault) => said.reasons[reason](facts)
  const columnOf = ({ column }: RowFault) => said.column(column.letter, column.name)
  return (
    <Wide label={label}>
      <Table
        className="import-faults"
        size="small"
        dataSource={faults.map((fault, index) => ({ ...fault, key: index }))}
        pagination={faults.length > PAGE_ROWS && { pageSize: PAGE_ROWS, showSizeChanger: false }}
        columns={
          // Three columns would leave a phone a few letters a line: where it is stands above what is wrong.
          isNarrow
            ? [
                {
                  title: said.faultColumns.reason,
                  render: (_, fault) => (
                    <>
                      <small>{common.facts(rowOf(fault.rowNumber), columnOf(fault))}</small>
                      <br />
                      {reasonOf(fault)}
                    </>
                  ),
                },
              ]
            : [
                { title: said.faultColumns.row, dataIndex: 'rowNumber' },
                { title: said.faultColumns.column, render: (_, fault) => columnOf(fault) },
                { title: said.faultColumns.reason, render: (_, fault) => reasonOf(fault) },
              ]
        }
      />
    </Wide>
  )
}
