import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Area, AreaPage } from '../../../areas/contract.ts'
import { call } from '../../api/call.ts'
import { Loading, Refused } from '../../kit/states.tsx'
import { useNameOf } from '../../shared/names.ts'
import { useWords } from '../words.ts'

/** An area's parts, read when they are opened: a district has thousands of buildings. */
function useParts(parent: string) {
  return useInfiniteQuery({
    queryKey: ['areas', 'parts', parent],
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams({ parent, ...(pageParam === null ? {} : { after: pageParam }) })
      return call<AreaPage>('GET', `/api/areas?${query}`, undefined, { signal })
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    staleTime: 300_000,
  })
}

export function AreaParts({ parent, label }: { parent: string; label: string }) {
  const { areas: said } = useWords().consoleBooks
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useParts(parent)
  if (data === undefined)
    return error === null ? <Loading /> : <Refused error={error} onRetry={() => void refetch()} />
  const areas = data.pages.flatMap((page) => page.areas)
  if (areas.length === 0) return <p className="areas__none">{said.noParts}</p>
  return (
    <>
      <p className="areas__count">
        <small>{hasNextPage ? `${said.parts(areas.length)}+` : said.parts(areas.length)}</small>
      </p>
      <ul className="areas" aria-label={label}>
        {areas.map((area) => (
          <AreaRow key={area.id} area={area} />
        ))}
      </ul>
      {hasNextPage && (
        <button
          type="button"
          className="text-button"
          onClick={() => !isFetchingNextPage && void fetchNextPage()}
        >
          {said.more}
        </button>
      )}
    </>
  )
}

/** Buildings and homes hold nothing that the console lists. */
const isLeaf = ({ kind }: Area): boolean => kind === 'building' || kind === 'home'

function AreaRow({ area }: { area: Area }) {
  const { areas: said } = useWords().consoleBooks
  const nameOf = useNameOf()
  const [open, setOpen] = useState(false)
  return (
    <li>
      <div className="areas__row">
        {isLeaf(area) ? (
          <span className="areas__name">{nameOf(area)}</span>
        ) : (
          <button
            type="button"
            className="areas__name areas__open"
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          >
            {nameOf(area)}
          </button>
        )}
        <AreaFacts area={area} />
      </div>
      {open && <AreaParts parent={area.id} label={nameOf(area)} />}
      {area.ended && <small>{said.ended}</small>}
    </li>
  )
}

/** Kind, code, and for a grid or building the address that its QR code says. */
export function AreaFacts({ area }: { area: Area }) {
  const { areas: said } = useWords().consoleBooks
  const nameOf = useNameOf()
  const scanned = area.kind === 'grid' || area.kind === 'building'
  return (
    <small>
      {said.kinds[area.kind]} · {area.code}
      {scanned && (
        <>
          {' · '}
          <a
            href={`/?place=${area.placeCode}`}
            target="_blank"
            rel="noreferrer"
            aria-label={said.qrOf(nameOf(area))}
          >
            {said.qr} {area.placeCode}
          </a>
        </>
      )}
    </small>
  )
}
