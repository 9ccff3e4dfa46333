import '../books.css'
import { Table } from 'antd'
import { useState } from 'react'
import type { Allowance, PublicMatter } from '../../../matters/contract.ts'
import { TextField } from '../../kit/field.tsx'
import { useTitle } from '../../kit/shell.tsx'
import { Empty, Loading, Refused } from '../../kit/states.tsx'
import { nameIn, useNameOf } from '../../shared/names.ts'
import { useMatters } from '../books.ts'
import { Wide } from '../wide.tsx'
import { useReading, useWords } from '../words.ts'

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s/g, '')

/** What can be searched of an entry. */
const findable = ({ code, nameZh, nameEn, basis }: PublicMatter): string =>
  plain(`${code}|${nameZh}|${nameEn}|${basis?.law ?? ''}${basis?.article ?? ''}`)

/** The catalogue of public matters, to be looked things up in. */
export default function MattersPage() {
  const { matters: said } = useWords().consoleBooks
  const { data: all, error, refetch } = useMatters()
  const [text, setText] = useState('')
  useTitle(said.title)
  if (all === undefined)
    return error === null ? <Loading /> : <Refused error={error} onRetry={() => void refetch()} />
  const found = all.filter((matter) => findable(matter).includes(plain(text)))
  return (
    <div className="book">
      <h1>{said.title}</h1>
      <p className="book__lead">{said.lead}</p>
      <div className="find-line">
        <TextField
          label={said.find}
          hint={said.findHint}
          type="search"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <small role="status">{said.count(found.length, all.length)}</small>
      </div>
      {found.length === 0 ? <Empty what={said.none} next={said.noneNext} /> : <Catalogue matters={found} />}
    </div>
  )
}

function Catalogue({ matters }: { matters: readonly PublicMatter[] }) {
  const { words, language } = useReading()
  const { matters: said } = words.consoleBooks
  const nameOf = useNameOf()
  const { columns } = said
  const time = (allowance: Allowance) => said.allowances[allowance.unit](allowance.amount)
  return (
    <Wide label={said.title}>
      <Table
        size="small"
        rowKey="code"
        pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
        dataSource={[...matters]}
        columns={[
          { title: columns.code, dataIndex: 'code' },
          { title: columns.name, render: (_, matter) => nameOf(matter) },
          { title: columns.role, render: (_, { hostRole }) => said.hostRoles[hostRole] },
          { title: columns.host, render: (_, { host }) => said.hosts[host] },
          { title: columns.level, render: (_, { level }) => said.levels[level] },
          { title: columns.unit, render: (_, { answering }) => answering && nameIn(language, answering) },
          { title: columns.response, render: (_, { response }) => time(response) },
          { title: columns.resolution, render: (_, { resolution }) => time(resolution) },
          {
            title: columns.evidence,
            render: (_, { evidence }) => said.evidence(evidence.photo, evidence.note),
          },
          {
            title: columns.confidential,
            render: (_, { confidential }) => (confidential ? said.confidential : said.open),
          },
          {
            title: columns.basis,
            render: (_, { basis }) =>
              basis === null ? said.noBasis : said.basis(basis.law, basis.article, basis.date),
          },
        ]}
      />
    </Wide>
  )
}
