import { Link } from '@tanstack/react-router'
import { Table } from 'antd'
import type { PublicMatter } from '../../../matters/contract.ts'
import { nameIn, useNameOf } from '../../shared/names.ts'
import { Wide } from '../wide.tsx'
import { useReading } from '../words.ts'
import { useSayBasis } from './say-matter.ts'

/** The catalogue over the whole width of a desk. */
export function CatalogueTable({ matters }: { matters: readonly PublicMatter[] }) {
  const { words, language } = useReading()
  const { matters: said } = words.consoleBooks
  const sayBasis = useSayBasis()
  const { columns } = said
  return (
    <Wide label={said.title}>
      <Table
        className="matter-table"
        size="small"
        rowKey="code"
        pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
        dataSource={[...matters]}
        columns={[
          { title: columns.code, dataIndex: 'code' },
          { title: columns.name, render: (_, matter) => <MatterName matter={matter} /> },
          { title: columns.role, render: (_, { hostRole }) => said.hostRoles[hostRole] },
          { title: columns.host, render: (_, { host }) => said.hosts[host] },
          { title: columns.level, render: (_, { level }) => said.levels[level] },
          { title: columns.unit, render: (_, { answering }) => answering && nameIn(language, answering) },
          {
            title: columns.response,
            render: (_, { response }) => said.allowances[response.unit](response.amount),
          },
          {
            title: columns.resolution,
            render: (_, { resolution }) => said.allowances[resolution.unit](resolution.amount),
          },
          {
            title: columns.evidence,
            render: (_, { evidence }) => said.evidence(evidence.photo, evidence.note),
          },
          { title: columns.basis, render: (_, { basis }) => sayBasis(basis) ?? said.noBasis },
        ]}
      />
    </Wide>
  )
}

/** The matter's name as the way to its page, and whether it is confidential. */
export function MatterName({ matter }: { matter: PublicMatter }) {
  const { matters: said } = useReading().words.consoleBooks
  const nameOf = useNameOf()
  return (
    <>
      <Link to="/matters/$code" params={{ code: matter.code }}>
        {nameOf(matter)}
      </Link>
      {matter.confidential && <small className="matter-mark">{said.confidential}</small>}
    </>
  )
}
