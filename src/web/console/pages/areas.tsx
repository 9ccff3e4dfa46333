import '../areas/areas.css'
import '../books.css'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { AreaPath } from '../../../areas/contract.ts'
import { call } from '../../api/call.ts'
import { SearchField } from '../../kit/field.tsx'
import { useTitle } from '../../kit/shell.tsx'
import { Empty, Loading, Refused } from '../../kit/states.tsx'
import { placeIn } from '../../shared/names.ts'
import { useSettled } from '../../shared/use-settled.ts'
import { AreaBook } from '../areas/area-book.tsx'
import { type AreaSearch, readAreaSearch } from '../areas/area-search.ts'
import { useReading, useWords } from '../words.ts'

/** The district's areas, level by level on a list and a map, and found by name. */
export default function AreasPage() {
  const { consoleAreas: said } = useWords()
  const search = readAreaSearch(useSearch({ strict: false }))
  const navigate = useNavigate()
  const [typed, setTyped] = useState('')
  const text = useSettled(typed.trim())
  useTitle(said.title)
  const go = (next: AreaSearch) => {
    setTyped('')
    return navigate({ to: '/areas', search: { ...next } })
  }
  return (
    <div className="book">
      <h1>{said.title}</h1>
      <p className="book__lead">{said.lead}</p>
      <div className="find-line">
        <SearchField label={said.find} hint={said.findHint} value={typed} onType={setTyped} />
      </div>
      {text !== '' ? <Found text={text} go={go} /> : <AreaBook search={search} go={go} />}
    </div>
  )
}

function Found({ text, go }: { text: string; go(search: AreaSearch): unknown }) {
  const { words, language } = useReading()
  const { common, consoleAreas: said } = words
  const { data, error, refetch } = useQuery({
    queryKey: ['areas', 'search', text],
    queryFn: ({ signal }) =>
      call<AreaPath[]>('GET', `/api/areas/find?${new URLSearchParams({ text, limit: '50' })}`, undefined, {
        signal,
      }),
    placeholderData: (before) => before,
  })
  if (data === undefined)
    return error === null ? <Loading /> : <Refused error={error} onRetry={() => void refetch()} />
  if (data.length === 0) return <Empty what={said.none} next={said.noneNext} />
  const open = ({ area }: AreaPath) => go(area.parentId === null ? {} : { in: area.parentId, area: area.id })
  return (
    <>
      <p role="status">{said.results(data.length)}</p>
      <ul className="areas">
        {data.map((path) => (
          <li key={path.area.id} className="areas__row">
            <button type="button" className="areas__open" onClick={() => open(path)}>
              {placeIn(language, { names: path.steps })}
            </button>
            <small>{common.facts(said.kinds[path.area.kind], path.area.code)}</small>
          </li>
        ))}
      </ul>
    </>
  )
}
