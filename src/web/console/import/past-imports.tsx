import { nowMs } from '../../clock.ts'
import { Pager } from '../../kit/pager.tsx'
import { Empty, Loading, Refused } from '../../kit/states.tsx'
import { sayMoment } from '../../words/time.ts'
import { Wide } from '../wide.tsx'
import { useWords } from '../words.ts'
import { returnedSheet, useImports } from './use-imports.ts'

/** Every import of the district, with its returned sheet. */
export function PastImports() {
  const words = useWords()
  const { import: said } = words.consoleBooks
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useImports()
  if (data === undefined)
    return error === null ? <Loading /> : <Refused error={error} onRetry={() => void refetch()} />
  const rows = data.pages.flatMap((page) => page.rows)
  const { pastColumns: columns } = said
  return (
    <section>
      <h2>{said.past}</h2>
      {rows.length === 0 ? (
        <Empty what={said.nonePast} />
      ) : (
        <>
          <Wide label={said.past}>
            <table className="queue">
              <thead>
                <tr>
                  <th scope="col">{columns.at}</th>
                  <th scope="col">{columns.file}</th>
                  <th scope="col">{columns.kind}</th>
                  <th scope="col">{columns.total}</th>
                  <th scope="col">{columns.added}</th>
                  <th scope="col">{columns.known}</th>
                  <th scope="col">{columns.refused}</th>
                  <th scope="col">{columns.sheet}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={row.id}>
                    <td>{sayMoment(words, row.importedAt, nowMs())}</td>
                    <td>{row.fileName}</td>
                    <td>{said.kinds[row.kind]}</td>
                    <td>{row.total}</td>
                    <td>{row.added}</td>
                    <td>{row.known}</td>
                    <td>{row.refused}</td>
                    <td>
                      {row.refused > 0 && (
                        <a href={returnedSheet(row.id)} download>
                          {said.sheet}
                        </a>
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Wide>
          <Pager
            shown={rows.length}
            hasMore={hasNextPage}
            busy={isFetchingNextPage}
            onMore={() => void fetchNextPage()}
          />
        </>
      )}
    </section>
  )
}
