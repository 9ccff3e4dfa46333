import '../books.css'
import { Link } from '@tanstack/react-router'
import type { ItemKind } from '../../../cases/hand-over/contract.ts'
import { buttonClass } from '../../kit/button.tsx'
import { useTitle } from '../../kit/shell.tsx'
import { usePreferences } from '../../preferences.tsx'
import { HandOverLog } from '../../shared/hand-over/log.tsx'
import { HandOverNow } from '../../shared/hand-over/now.tsx'
import { useHandOverWords } from '../../shared/hand-over/use-hand-over-words.ts'
import { NotPermitted } from '../not-permitted.tsx'
import { mayDo, useSignedIn } from '../session/me.ts'

const wayTo = (kind: ItemKind, id: string): string => {
  if (kind === 'whistle') return `/whistles/${id}`
  if (kind === 'emergency') return `/emergency/${id}`
  return kind === 'alert' ? '/desk' : `/cases/${id}`
}

/** 交接班 and 值班日志 of a desk or a unit. */
export default function HandOverDeskPage() {
  const said = useHandOverWords()
  const { language } = usePreferences()
  useTitle(said.title)
  if (!mayDo(useSignedIn(), 'hand_over.keep')) return <NotPermitted />
  const standIn = (
    <Link to="/account" className={buttonClass({ look: 'quiet' })}>
      {said.standIn}
    </Link>
  )
  return (
    <div className="book">
      <h1>{said.title}</h1>
      <p className="book__lead no-print">{said.lead}</p>
      <div className="beside">
        <div>
          <HandOverNow wayTo={wayTo} standIn={standIn} />
        </div>
        <HandOverLog
          wayTo={wayTo}
          sheet={(month) => (
            <a
              className={buttonClass({ look: 'quiet' })}
              href={`/api/hand-overs/export?month=${month}&language=${language}`}
              download
            >
              {said.export}
            </a>
          )}
        />
      </div>
    </div>
  )
}
