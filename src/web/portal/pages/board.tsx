import '../../shared/rows.css'
import { useState } from 'react'
import type { BoardPage, BoardQuery } from '../../../cases/story.contract.ts'
import type { PublicMatter } from '../../../matters/contract.ts'
import { useRead, useReadPages, withQuery } from '../../api/use-read.ts'
import { Card } from '../../kit/card.tsx'
import { Field } from '../../kit/field.tsx'
import { Pager } from '../../kit/pager.tsx'
import { useTitle } from '../../kit/shell.tsx'
import { Shown } from '../../kit/shown.tsx'
import { Empty } from '../../kit/states.tsx'
import { useWords } from '../../preferences.tsx'
import { MatterSelect } from '../../shared/matter-select.tsx'
import { communityOf, useMyPlace } from '../../shared/my-place.ts'
import { BoardLine } from '../board/board-line.tsx'
import { CommunityFilter } from '../board/community-filter.tsx'

type Filters = Pick<BoardQuery, 'state'> & { readonly community: string; readonly matter: string }
const states = ['all', 'open', 'done'] as const

export default function BoardListPage() {
  const { board } = useWords().portal
  useTitle(board.title)
  const [mine] = useMyPlace()
  const [filters, setFilters] = useState<Filters>(() => ({
    state: 'all',
    community: communityOf(mine)?.id ?? '',
    matter: '',
  }))
  const isFiltered = filters.state !== 'all' || filters.community !== '' || filters.matter !== ''
  const reading = useReadPages<BoardPage>(withQuery('/api/board', filters))
  return (
    <>
      <h1>{board.title}</h1>
      <p className="lead">{board.lead}</p>
      <FilterForm filters={filters} onChange={(change) => setFilters({ ...filters, ...change })} />
      <Shown reading={reading}>
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.rows)
          if (rows.length === 0)
            return isFiltered ? (
              <Empty what={board.none} next={board.noneNext} />
            ) : (
              <Empty what={board.noneAtAll} />
            )
          return (
            <>
              <Card>
                <ul className="rows">
                  {rows.map((row) => (
                    <BoardLine key={row.number} row={row} />
                  ))}
                </ul>
              </Card>
              <Pager
                shown={rows.length}
                hasMore={reading.hasNextPage}
                busy={reading.isFetchingNextPage}
                onMore={reading.fetchNextPage}
              />
            </>
          )
        }}
      </Shown>
    </>
  )
}

function FilterForm({ filters, onChange }: { filters: Filters; onChange(change: Partial<Filters>): void }) {
  const { board } = useWords().portal
  const [opened, setOpened] = useState(false)
  // The catalogue is long: who only reads the board need not wait for it.
  const { data: matters } = useRead<readonly PublicMatter[]>(opened ? '/api/matters' : null, {
    staleMs: 300_000,
  })
  return (
    <details
      className="card"
      open={filters.matter !== '' || undefined}
      onToggle={({ currentTarget }) => currentTarget.open && setOpened(true)}
    >
      <summary className="summary">{board.filters}</summary>
      <CommunityFilter value={filters.community} onChoose={(community) => onChange({ community })} />
      <Field label={board.state}>
        {(control) => (
          <select
            {...control}
            className="input"
            value={filters.state}
            onChange={(event) => onChange({ state: event.target.value as Filters['state'] })}
          >
            {states.map((state) => (
              <option key={state} value={state}>
                {board.states[state]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <MatterSelect
        label={board.matter}
        none={board.everyMatter}
        matters={matters?.filter(({ confidential }) => !confidential) ?? []}
        value={filters.matter}
        onChoose={(matter) => onChange({ matter })}
      />
    </details>
  )
}
