import '../books.css'
import '../posters/posters.css'
import '../posters/poster-paper.css'
import { useState } from 'react'
import type { Posters } from '../../../people/accounts.contract.ts'
import { useRead, withQuery } from '../../api/use-read.ts'
import { Button } from '../../kit/button.tsx'
import { Check, Choices } from '../../kit/choice.tsx'
import { Field } from '../../kit/field.tsx'
import { useTitle } from '../../kit/shell.tsx'
import { Empty, Loading, Refused } from '../../kit/states.tsx'
import { AreaSelect } from '../people/area-select.tsx'
import { Roomy } from '../people/roomy.tsx'
import { PosterSheet } from '../posters/poster-sheet.tsx'
import { useWords } from '../words.ts'

type Kind = 'grid' | 'building'
const perPages = ['1', '2', '4'] as const
type PerPage = (typeof perPages)[number]

/** Posters with the QR code of each grid or building of a community, to be printed and pinned up. */
export default function PostersPage() {
  const { consolePosters: said } = useWords()
  const [areaId, setAreaId] = useState<string | null>(null)
  const [kind, setKind] = useState<Kind>('grid')
  const [perPage, setPerPage] = useState<PerPage>('1')
  const [withEnglish, setWithEnglish] = useState(false)
  useTitle(said.title)
  return (
    <div className="book posters">
      <div className="no-print">
        <h1>{said.title}</h1>
        <p className="book__lead">{said.lead}</p>
        <section className="panel posters__choice" aria-label={said.title}>
          <Field label={said.area} hint={said.areaHint}>
            {({ id }) => (
              <Roomy>
                <AreaSelect id={id} value={areaId} onChange={setAreaId} />
              </Roomy>
            )}
          </Field>
          <Choices<Kind>
            label={said.kind}
            options={(['grid', 'building'] as const).map((value) => ({ value, label: said.kinds[value] }))}
            value={kind}
            onChoose={setKind}
          />
          <Choices<PerPage>
            label={said.perPage}
            options={perPages.map((value) => ({ value, label: said.perPages[value] }))}
            value={perPage}
            onChoose={setPerPage}
          />
          <Check checked={withEnglish} onCheck={setWithEnglish}>
            {said.languages}
            <small>{said.languagesHint}</small>
          </Check>
        </section>
      </div>
      {areaId === null ? (
        <Empty what={said.choose} />
      ) : (
        <PostersOf areaId={areaId} kind={kind} perPage={Number(perPage)} withEnglish={withEnglish} />
      )}
    </div>
  )
}

function PostersOf({
  areaId,
  kind,
  perPage,
  withEnglish,
}: {
  areaId: string
  kind: Kind
  perPage: number
  withEnglish: boolean
}) {
  const { consolePosters: said } = useWords()
  const { data, error, refetch } = useRead<Posters>(withQuery('/api/posters', { areaId, kind }))
  if (data === undefined)
    return error === null ? <Loading /> : <Refused error={error} onRetry={() => void refetch()} />
  const { posters } = data
  if (posters.length === 0) return <Empty what={said.none} next={said.noneNext} />
  const nameless = posters.filter(({ worker }) => worker === null).length
  const pages = Array.from({ length: Math.ceil(posters.length / perPage) }, (_, at) =>
    posters.slice(at * perPage, (at + 1) * perPage),
  )
  return (
    <>
      <div className="posters__print no-print">
        <Button onClick={() => window.print()}>{said.print}</Button>
        <p role="status">{said.count(posters.length, pages.length)}</p>
      </div>
      {nameless > 0 && <p className="posters__nameless no-print">{said.noWorker(nameless)}</p>}
      <section className="posters__sheets" aria-label={said.sheets}>
        {pages.map((page) => (
          <div key={page[0]?.areaId} className={`poster-page poster-page--${perPage}`}>
            {page.map((poster) => (
              <PosterSheet key={poster.areaId} poster={poster} withEnglish={withEnglish} />
            ))}
          </div>
        ))}
      </section>
    </>
  )
}
