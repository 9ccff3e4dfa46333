import '../../shared/rows.css'
import { Link } from '@tanstack/react-router'
import type { BoardRow } from '../../../cases/story.contract.ts'
import { tongueOf } from '../../../kernel/tongue.ts'
import { nowMs } from '../../clock.ts'
import { Facts } from '../../kit/facts.tsx'
import { usePreferences, useWords } from '../../preferences.tsx'
import { nameIn, placeIn } from '../../shared/names.ts'
import { ResidentLight } from '../../shared/resident-light.tsx'
import { sayMoment } from '../../words/time.ts'
import { tookOfAllowed } from './took.ts'

/** One case of the public board; `short` for the home page, `here` where it lies right at the reader's place. */
export function BoardLine({
  row,
  short = false,
  here = false,
}: {
  row: BoardRow
  short?: boolean
  here?: boolean
}) {
  const words = useWords()
  const { language } = usePreferences()
  const { board } = words.portal
  const took = tookOfAllowed(words, row)
  return (
    <li>
      <Link className="row" to={`/board/${row.number}`}>
        <span className="row__head">
          <span className="row__title" {...tongueOf(row.summary)}>
            {row.summary}
          </span>
          <ResidentLight light={row.light} stage={row.stage} dueAt={row.dueAt} />
        </span>
        <small>
          <Facts>
            {here && <strong>{board.here}</strong>}
            {placeIn(language, row.place)}
            {nameIn(language, row.matter)}
            {row.reports > 1 && board.reports(row.reports)}
          </Facts>
        </small>
        {took === null ? (
          <small className="spare">
            {words.common.labelled(board.acceptedAt, sayMoment(words, row.acceptedAt, nowMs()))}
          </small>
        ) : (
          <small className="spare">{took}</small>
        )}
        {!short && row.answer !== null && (
          <small className="spare" {...tongueOf(row.answer)}>
            {words.common.labelled(
              board.answer,
              row.answer.length > 60 ? `${row.answer.slice(0, 60)}…` : row.answer,
            )}
          </small>
        )}
      </Link>
    </li>
  )
}
