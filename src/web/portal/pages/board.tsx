import '../../shared/rows.css'
import { Link, useLocation } from '@tanstack/react-router'
import { useState } from 'react'
import type { BoardPage, BoardQuery } from '../../../cases/story.contract.ts'
import type { PublicMatter } from '../../../matters/contract.ts'
import { useRead, useReadPages, withQuery } from '../../api/use-read.ts'
import { Button } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { useTitle } from '../../kit/shell.tsx'
import { Empty } from '../../kit/states.tsx'
import { useWords } from '../../preferences.tsx'
import { MatterSelect } from '../../shared/matter-select.tsx'
import { communityOf, nearestOf, useMyPlace } from '../../shared/my-place.ts'
import { RowPages } from '../../shared/row-pages.tsx'
import { BoardCountsLine } from '../board/board-counts.tsx'
import { BoardLine } from '../board/board-line.tsx'
import { CommunityFilter } from '../board/community-filter.tsx'
import { OpenData } from '../board/open-data.tsx'
import { Segments } from '../board/segments.tsx'
import { BoardMapPart } from '../board-map/board-map-part.tsx'

type Filters = Pick<BoardQuery, 'state'> & { readonly community: string; readonly matter: string }
const states = ['all', 'open', 'done'] as const
const unfiltered: Filters = { state: 'all', community: '', matter: '' }

/** What happens around: the reader's community first, or the one that the address names. */
export default function BoardListPage() {
  const { board } = useWords().portal
  useTitle(board.title)
  const named = new URLSearchParams(useLocation().searchStr).get('community')?.replace(/"/g, '')
  const [mine] = useMyPlace()
  const own = communityOf(mine)
  const nearest = nearestOf(mine)
  const [filters, setFilters] = useState<Filters>(() => ({
    state: 'all',
    community: named ?? own?.id ?? '',
    matter: '',
  }))
  const change = (changed: Partial<Filters>) => setFilters({ ...filters, ...changed })
  const isFiltered = filters.state !== 'all' || filters.community !== '' || filters.matter !== ''
  const near = filters.community === own?.id ? nearest?.id : undefined
  const reading = useReadPages<BoardPage>(withQuery('/api/board', { ...filters, near }))
  return (
    <>
      <h1>{board.title}</h1>
      <p className="lead">{board.lead}</p>
      <div className="columns columns--narrow-first">
        <div>
          <Scope own={own} filters={filters} onChange={change} />
          <BoardCountsLine {...filters} aside={<CommunityLink areaId={filters.community} />} />
          <FilterForm filters={filters} onChange={change} />
        </div>
        <div>
          <BoardMapPart matter={filters.matter} onCommunity={(community) => change({ community })} />
          <RowPages
            reading={reading}
            none={<NoLines onShowAll={isFiltered ? () => change(unfiltered) : undefined} />}
          >
            {(rows) => (
              <Card>
                <ul className="rows">
                  {rows.map((row) => (
                    <BoardLine key={row.number} row={row} here={row.place.areaId === nearest?.id} />
                  ))}
                </ul>
              </Card>
            )}
          </RowPages>
          <OpenData />
        </div>
      </div>
    </>
  )
}

/** Whose cases are shown, and of them which: where somebody lives is the first choice, where it is known. */
function Scope({
  own,
  filters,
  onChange,
}: {
  own: { readonly id: string } | null
  filters: Filters
  onChange(change: Partial<Filters>): void
}) {
  const { board } = useWords().portal
  return (
    <>
      {own && (
        <Segments
          label={board.scope}
          options={[
            { value: own.id, label: board.mine },
            { value: '', label: board.everywhere },
          ]}
          value={filters.community}
          onChoose={(community) => onChange({ community })}
        />
      )}
      <Segments
        label={board.state}
        options={states.map((state) => ({ value: state, label: board.states[state] }))}
        value={filters.state}
        onChoose={(state) => onChange({ state })}
      />
    </>
  )
}

function CommunityLink({ areaId }: { areaId: string }) {
  const { board } = useWords().portal
  return areaId === '' ? null : (
    <Link className="more-link" to={`/community/${areaId}`}>
      {board.toCommunity}
    </Link>
  )
}

function NoLines({ onShowAll }: { onShowAll: (() => void) | undefined }) {
  const { board } = useWords().portal
  if (onShowAll === undefined) return <Empty what={board.noneAtAll} next={board.noneAtAllNext} />
  return (
    <Empty what={board.none} next={board.noneNext}>
      <Button look="quiet" onClick={onShowAll}>
        {board.showAll}
      </Button>
    </Empty>
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
