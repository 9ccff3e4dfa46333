import '../books.css'
import '../desk/desk.css'
import '../find/find.css'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Grid } from 'antd'
import { type FormEvent, type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import type { FoundCases } from '../../../cases/find/find.contract.ts'
import { useReadPages } from '../../api/use-read.ts'
import { Button } from '../../kit/button.tsx'
import { useTitle } from '../../kit/shell.tsx'
import { Empty } from '../../kit/states.tsx'
import { nameIn } from '../../shared/names.ts'
import { RowPages } from '../../shared/row-pages.tsx'
import { Narrowing } from '../desk/narrowing.tsx'
import { FindFilters } from '../find/find-filters.tsx'
import { findBoxId } from '../find/find-key.tsx'
import { FoundList } from '../find/found-list.tsx'
import {
  changed,
  type FindChange,
  type FindSearch,
  filtersIn,
  findPath,
  findViews,
  foundSheet,
  longestQuestion,
  readFindSearch,
} from '../find/search.ts'
import { useFindKeys } from '../find/use-find-keys.ts'
import { mayDo, useSignedIn } from '../session/me.ts'
import { ExportSheet } from '../views/export-sheet.tsx'
import { SavedViews } from '../views/saved-views.tsx'
import { useReading, useWords } from '../words.ts'

/** 查找: any case by its words, initials, number, place, unit, light or time. */
export default function FindPage() {
  const { consoleFind: said, refusals } = useWords()
  const isOpen = mayDo(useSignedIn(), 'case.see')
  useTitle(said.title)
  return isOpen ? <Find /> : <Empty wholePage what={refusals.byCode.not_permitted({})} />
}

function Find() {
  const { words, language } = useReading()
  const { consoleFind: said } = words
  const search = readFindSearch(useSearch({ strict: false }))
  const navigate = useNavigate()
  const path = findPath(search)
  const sheet = foundSheet(search, language)
  const reading = useReadPages<FoundCases>(path)
  const box = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const wide = Grid.useBreakpoint().lg ?? true
  const clear = useCallback(() => void navigate({ to: '/find', search: {} }), [navigate])
  useFindKeys({ box, list, onClear: clear })
  const change = (part: FindChange) => void navigate({ to: '/find', search: changed(search, part) })
  const rows = reading.data?.pages.flatMap((page) => page.rows) ?? []
  const unit = rows.find((row) => row.unit?.id === search.unit)?.unit
  return (
    <div className="book">
      <h1>{said.title}</h1>
      <Box box={box} asked={search.q ?? ''} onAsk={(q) => change({ q: q === '' ? undefined : q })} />
      <Narrowing
        what={said.fold}
        folded={!wide}
        open={!wide && filtersIn(search) > 0}
        used={filtersIn(search)}
      >
        <FindFilters search={search} unitName={unit ? nameIn(language, unit) : null} onChange={change} />
        <SavedViews of={findViews} search={search} asks={path !== null}>
          {sheet !== null && rows.length > 0 && <ExportSheet asks={sheet} />}
        </SavedViews>
      </Narrowing>
      {path === null ? (
        <Empty what={said.nothingYet} next={said.tryThis} />
      ) : (
        <>
          <Answered search={search} reading={reading} onClear={clear} />
          <div ref={list}>
            <RowPages reading={reading} none={<None reading={reading} />}>
              {(found) => <FoundList rows={found} asked={wordsIn(search, reading.data?.pages[0])} />}
            </RowPages>
          </div>
        </>
      )}
    </div>
  )
}

/** What to mark: the words as they were understood; a number is what was typed. */
const wordsIn = (search: FindSearch, first: FoundCases | undefined): readonly string[] =>
  first?.byNumber === true ? [search.q ?? ''] : (first?.understood.words ?? [])

interface BoxProps {
  readonly box: RefObject<HTMLInputElement | null>
  /** What the address holds. */
  readonly asked: string
  onAsk(text: string): void
}

function Box({ box, asked, onAsk }: BoxProps) {
  const { consoleFind: said } = useWords()
  const [typed, setTyped] = useState(asked)
  const [before, setBefore] = useState(asked)
  // Who comes back to what was found goes on there.
  const asksAlready = useRef(asked !== '')
  // The address changed by a link or the way back: the field says what is asked now.
  if (before !== asked) {
    setBefore(asked)
    setTyped(asked)
  }
  useEffect(() => {
    // The shell gives the focus to the page that opens; who came to look for something types at once.
    if (asksAlready.current || !window.matchMedia('(pointer: fine)').matches) return
    const frame = requestAnimationFrame(() => box.current?.focus({ preventScroll: true }))
    return () => cancelAnimationFrame(frame)
  }, [box])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onAsk(typed.trim())
  }
  return (
    <search>
      <form className="finding" onSubmit={submit}>
        <label className="unseen" htmlFor={findBoxId}>
          {said.label}
        </label>
        <input
          ref={box}
          id={findBoxId}
          className="input"
          type="search"
          maxLength={longestQuestion}
          value={typed}
          placeholder={said.placeholder}
          aria-keyshortcuts="/ Control+K"
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event) => event.key === 'Escape' && !event.nativeEvent.isComposing && setTyped('')}
        />
        <Button type="submit">{said.ask}</Button>
      </form>
      <small className="finding__keys">{said.keys}</small>
    </search>
  )
}

type Found = ReturnType<typeof useReadPages<FoundCases>>

/** How many there are, how the field was understood, and the way to begin anew. */
function Answered({
  search,
  reading: { data, hasNextPage },
  onClear,
}: {
  search: FindSearch
  reading: Found
  onClear(): void
}) {
  const { consoleFind: said, cases, common } = useWords()
  const understood = data?.pages[0]?.understood
  const count = data?.pages[0]?.count
  // Where not all was looked at, what was read on belongs to it.
  const read = data?.pages.reduce((sum, { rows }) => sum + rows.length, 0) ?? 0
  const found = count && !count.whole ? Math.max(count.found, read) : count?.found
  return (
    <div className="ways finding__answer">
      <p role="status">
        {count &&
          found !== undefined &&
          common.facts(
            count.whole && found >= count.bound ? said.many(count.bound) : said.count(found),
            !count.whole && hasNextPage && said.notWhole,
          )}
        {understood && (
          <small>
            {common.facts(
              ...understood.words.map((word) => said.word(word)),
              understood.light !== undefined && cases.lights[understood.light],
              understood.state !== undefined && said.states[understood.state],
              understood.stage !== undefined && cases.stages[understood.stage],
              understood.from !== undefined && said.days(understood.from, understood.to ?? understood.from),
              understood.ignored.length > 0 && said.ignored(common.list(understood.ignored)),
            )}
          </small>
        )}
      </p>
      {(search.q !== undefined || filtersIn(search) > 0) && (
        <button type="button" className="text-button" onClick={onClear}>
          {said.clear}
        </button>
      )}
    </div>
  )
}

/** Nothing in what was looked at; where older cases were not looked at yet, the way to them. */
function None({ reading }: { reading: Found }) {
  const { consoleFind: said } = useWords()
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = reading
  return (
    <Empty what={hasNextPage ? said.noneSoFar : said.none} next={said.noneNext}>
      {hasNextPage && (
        <Button look="quiet" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {said.further}
        </Button>
      )}
    </Empty>
  )
}
