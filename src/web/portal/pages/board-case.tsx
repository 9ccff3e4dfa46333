import '../../shared/rows.css'
import { Link, useParams } from '@tanstack/react-router'
import type { BoardRow } from '../../../cases/story.contract.ts'
import { tongueOf } from '../../../kernel/tongue.ts'
import { useRead } from '../../api/use-read.ts'
import { nowMs } from '../../clock.ts'
import { Card } from '../../kit/card.tsx'
import { Facts } from '../../kit/facts.tsx'
import { useTitle } from '../../kit/shell.tsx'
import { Shown } from '../../kit/shown.tsx'
import { usePreferences, useWords } from '../../preferences.tsx'
import { nameIn, placeIn } from '../../shared/names.ts'
import { NumberSaid } from '../../shared/number-said.tsx'
import { ResidentLight } from '../../shared/resident-light.tsx'
import { sayDue, sayMoment } from '../../words/time.ts'
import { tookOfAllowed } from '../board/took.ts'

/** One case as everybody may read it. */
export default function BoardCasePage() {
  const { board } = useWords().portal
  useTitle(board.title)
  const { number } = useParams({ strict: false })
  const reading = useRead<BoardRow>(`/api/board/${encodeURIComponent(number ?? '')}`)
  return (
    <Shown reading={reading} heading={board.title}>
      {(row) => (
        <>
          <BoardCase row={row} />
          <Link className="more-link no-print" to="/board">
            {board.back}
          </Link>
        </>
      )}
    </Shown>
  )
}

function BoardCase({ row }: { row: BoardRow }) {
  const { words, language } = usePreferences()
  const { portal, follow } = words
  const { board } = portal
  const now = nowMs()
  const took = tookOfAllowed(words, row)
  const moments = [
    [board.acceptedAt, sayMoment(words, row.acceptedAt, now)],
    [board.dueAt, row.dueAt && sayDue(words, row.dueAt, now)],
    [board.resolvedAt, row.resolvedAt && sayMoment(words, row.resolvedAt, now)],
    [board.closedAt, row.closedAt && sayMoment(words, row.closedAt, now)],
  ] as const
  return (
    <>
      <h1 {...tongueOf(row.summary)}>{row.summary}</h1>
      <Card
        title={nameIn(language, row.matter)}
        aside={<ResidentLight light={row.light} stage={row.stage} dueAt={row.dueAt} />}
      >
        <p>
          <small>
            <Facts>
              <NumberSaid said={board.about(row.number)} number={row.number} />
              {row.reports > 1 && board.reports(row.reports)}
            </Facts>
          </small>
        </p>
        <dl className="facts">
          <dt>{board.place}</dt>
          <dd>{placeIn(language, row.place)}</dd>
          <dt>{board.stage}</dt>
          <dd>{words.cases.publicStages[row.stage]}</dd>
          {moments.map(([label, said]) =>
            said === null ? null : (
              <div key={label} className="facts__pair">
                <dt>{label}</dt>
                <dd>{said}</dd>
              </div>
            ),
          )}
          {row.rating !== null && (
            <>
              <dt>{board.rating}</dt>
              <dd>{follow.rate.ratings[row.rating - 1]}</dd>
            </>
          )}
        </dl>
        {took !== null && <p>{took}</p>}
      </Card>
      <Card title={board.answer}>
        {row.answer === null ? (
          <p>{board.noAnswer}</p>
        ) : (
          <p className="answer" {...tongueOf(row.answer)}>
            {row.answer}
          </p>
        )}
      </Card>
    </>
  )
}
